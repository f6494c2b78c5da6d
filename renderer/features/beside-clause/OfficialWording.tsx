import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { OfficialWording as Wording } from '../../../shared/contract/official-text.ts';
import { tiers, type Clause, type PointTier } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { isUnfolded, rememberUnfolded } from './unfolded.ts';
import { useKeptHeight } from './use-kept-height.ts';
import { withoutWording } from './without-wording.ts';
import { useAnswer } from '../../app/use-answer.ts';
import './beside-clause.css';

interface OfficialWordingProps {
  readonly clause: Clause;
  readonly isSettled: boolean;
}

/**
 * 官方原文: what the official file says of the clause, to be read beside our points; scoring stays on those. Its head
 * stands for every clause of a standard with official wording, so that nothing moves from one to the next.
 */
export default function OfficialWording({ clause, isSettled }: OfficialWordingProps) {
  const { api, round } = useServices();
  const packId = useStore(round, ({ open }) => open?.standard.packId);
  const laid = useAnswer(packId, () => api['official.list']({}));
  const source = laid.value?.find((each) => each.packId === packId)?.source;
  const key = packId !== undefined && source !== undefined && isSettled ? clause.id : undefined;
  const { value, error, isCurrent } = useAnswer(key, () =>
    api['official.of']({ packId: packId ?? '', code: clause.code }),
  );
  const [isShown, setShown] = useState(() => isUnfolded(localStorage, 'official'));
  const id = useId();
  const body = useKeptHeight(isCurrent, isShown && value);
  if (source === undefined) return null;
  const toggle = () => {
    rememberUnfolded(localStorage, 'official', !isShown);
    setShown(!isShown);
  };
  return (
    <section className="official" aria-label="官方原文" data-testid="official">
      <h3>
        <button type="button" aria-expanded={isShown} aria-controls={id} onClick={toggle}>
          <Icon name={isShown ? 'down' : 'chevron'} size={12} />
          官方原文
        </button>
        <span className="ellipsis" title={`来自 ${fileOf(value) ?? source}`}>
          来自 {fileOf(value) ?? source}
        </span>
      </h3>
      <div {...body} id={id} hidden={!isShown}>
        {error && <InlineError {...error} />}
        {value?.kind === 'worded' && <Text wording={value} title={clause.title} />}
        {value && value.kind !== 'worded' && <p className="official-none">{withoutWording(value, clause.code)}</p>}
      </div>
    </section>
  );
}

const order: readonly PointTier[] = [...tiers, 'yes'];

const fileOf = (wording: Wording | undefined) => (wording?.kind === 'worded' ? wording.source : undefined);

const Text = ({ wording, title }: { wording: Extract<Wording, { kind: 'worded' }>; title: string }) => (
  <div className="official-text">
    {wording.title !== undefined && wording.title !== title && <p className="official-title">{wording.title}</p>}
    {order.map((tier) => {
      const texts = wording.points.filter((point) => point.tier === tier);
      return (
        texts.length > 0 && (
          <div key={tier} className={tier === 'yes' ? 'official-tier official-tier-only' : 'official-tier'}>
            {tier !== 'yes' && <GradeChip grade={tier} />}
            <div>
              {texts.map(({ text }) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          </div>
        )
      );
    })}
  </div>
);
