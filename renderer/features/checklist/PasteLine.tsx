import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { showPeriod } from '../../../shared/domain/indicator/period.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { draftKey, isLastStep } from './figure-store.ts';

const none: readonly string[] = [];

/** What came of the last paste. Brought into view: what was left out must not be missed below the edge. */
export function PasteLine({ clauseId }: { clauseId: ClauseId }) {
  const { figures } = useServices();
  const frame = useRef<HTMLDivElement>(null);
  const paste = useStore(figures, ({ pastes }) => pastes.get(clauseId));
  const problems = useStore(figures, (store) => store.problems.get(clauseId) ?? none);
  useEffect(() => {
    if (paste !== undefined || problems.length > 0) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [paste, problems]);
  return (
    <div ref={frame} className="paste-outcome">
      <PasteSpan clauseId={clauseId} />
      {problems.length > 0 && (
        <div className="entry-fault figure-problems" role="alert">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <Button tone="link" onClick={() => figures.getState().forgetProblems(clauseId)}>
            知道了
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the paste has done, where that is not plain to see, and the way back. */
function PasteSpan({ clauseId }: { clauseId: ClauseId }) {
  const { figures, round } = useServices();
  const paste = useStore(figures, ({ pastes }) => pastes.get(clauseId));
  const isLeft = useStore(figures, ({ drafts }) =>
    (paste?.periods ?? []).some((period) => drafts.get(draftKey(clauseId, period))?.fault !== undefined),
  );
  const hasProblems = useStore(figures, ({ problems }) => (problems.get(clauseId)?.length ?? 0) > 0);
  const isUndoable = useStore(round, ({ savedAt }) => paste !== undefined && isLastStep(paste, savedAt));
  const [first, last] = [paste?.periods[0], paste?.periods.at(-1)];
  const isPartial = isLeft || (hasProblems && isUndoable);
  if (!paste || first === undefined || last === undefined || !(isPartial || (paste.assumed && isUndoable))) return null;
  const span = first === last ? showPeriod(first) : `${showPeriod(first)}—${showPeriod(last)}`;
  return (
    <p className="paste-line" role="status" data-testid="paste-line">
      {paste.assumed && `已填入 ${span}，请核对`}
      {isLeft && (paste.assumed ? '；有几格看不懂，还没有保存' : '有几格看不懂，还没有保存')}
      <Button tone="link" onClick={() => void figures.getState().takeBackPaste(clauseId)}>
        {isPartial ? '放弃这次粘贴' : '撤销'}
      </Button>
    </p>
  );
}
