import { useState } from 'react';
import { Button, Input } from 'antd';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { InlineError } from '../../ui/InlineError.tsx';
import { Confidence } from './Confidence.tsx';
import { suggestedRoundTitle } from './round-title.ts';

/** Target and title for the chosen standard. */
export function RoundForm({ standard }: { standard: StandardSummary }) {
  const { api, app } = useServices();
  const [targetId, setTargetId] = useState(standard.targets.length === 1 ? standard.targets[0]?.id : undefined);
  const [title, setTitle] = useState(() => {
    const taken = app.getState().rounds.map((round) => round.title);
    return suggestedRoundTitle(new Date(), standard.title, taken);
  });
  const [error, setError] = useState<ErrorDto>();
  const [isBusy, setBusy] = useState(false);
  const create = async () => {
    if (!targetId || title.trim() === '' || isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      const round = await api['round.create']({ packId: standard.id, targetId, title: title.trim() });
      await app.getState().openRound(round.id);
    } catch (cause) {
      setError(errorDtoOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="round-form"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <p className="round-standard">{standard.title}</p>
      <h2 id="target-heading">目标等级</h2>
      <div role="radiogroup" aria-labelledby="target-heading">
        {standard.targets.map((target) => (
          <button
            key={target.id}
            type="button"
            role="radio"
            aria-checked={target.id === targetId}
            aria-label={target.label}
            className="standard-row"
            onClick={() => setTargetId(target.id)}
            data-testid={`target-${target.id}`}
          >
            <span className="standard-title">{target.label}</span>
            {target.confidence && <Confidence level={target.confidence} />}
            {target.note && <span className="standard-note">{target.note}</span>}
          </button>
        ))}
      </div>
      <label className="round-title">
        轮次名称
        <Input value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />
      </label>
      {error && <InlineError {...error} />}
      <Button type="primary" size="middle" htmlType="submit" disabled={isBusy || !targetId || title.trim() === ''}>
        建立轮次
      </Button>
      {!targetId && <p className="round-hint">选好目标等级就可以建立。</p>}
    </form>
  );
}
