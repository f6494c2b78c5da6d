import { useEffect, useState } from 'react';
import type { OwnStandard } from '../../../shared/contract/own-standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { useLeave } from '../../app/use-leave.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { ToolScreen } from '../../ui/ToolScreen.tsx';

interface PublishedProps {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly onContinue: () => void;
}

/** After publishing: what can be done with the new revision, and which rounds are still on an older one. */
export function Published({ id, title, revision, onContinue }: PublishedProps) {
  const { api, app } = useServices();
  const { back, leave } = useLeave();
  const [standard, setStandard] = useState<OwnStandard>();
  const [error, setError] = useState<ErrorDto>();
  useEffect(() => {
    let isWanted = true;
    api['own.get']({ id }).then(
      (found) => isWanted && setStandard(found),
      (cause: unknown) => isWanted && setError(errorDtoOf(cause)),
    );
    return () => {
      isWanted = false;
    };
  }, [api, id]);
  const behind = (standard?.revisions ?? [])
    .filter((each) => each.revision < revision)
    .flatMap((each) => each.rounds.map((round) => ({ ...round, revision: each.revision })));
  return (
    <ToolScreen title={title} subtitle={`修订 ${revision}`} back={back} onBack={leave}>
      <section className="edit-published" aria-label="已发布">
        <h2>已发布为修订 {revision}</h2>
        <p>以后新建的轮次用这一版。已有的轮次仍用建立时的那一版，需要时可以逐个转过来。</p>
        <div className="edit-row">
          <Button tone="primary" onClick={() => app.getState().show({ kind: 'choose-standard', packId: id })}>
            用它建轮次
          </Button>
          <Button onClick={onContinue}>继续修改</Button>
          <Button onClick={leave}>返回{back}</Button>
        </div>
        {error && <InlineError {...error} />}
        {behind.length > 0 && (
          <>
            <h3>还在用旧版的轮次</h3>
            <ul>
              {behind.map((round) => (
                <li key={round.id}>
                  <span className="ellipsis" title={round.title}>
                    {round.title}
                  </span>
                  <small>
                    修订 {round.revision}
                    {round.archived && '，已归档'}
                  </small>
                  {!round.archived && (
                    <Button onClick={() => app.getState().show({ kind: 'move-round', roundId: round.id, packId: id })}>
                      把轮次转到新版…
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </ToolScreen>
  );
}
