import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { checklistReason } from './outcome-text.ts';
import { ResultBox } from './ResultBox.tsx';

/** 通过 or 不通过, and why. */
export function ChecklistBox({ clause, state }: { clause: Clause; state: ClauseState }) {
  const { result, judged, exempt } = factsOf(clause, state);
  const outcome = result.method === 'checklist' ? result.outcome : undefined;
  const reason = exempt ? '整条不适用，不进分母' : checklistReason(judged);
  return (
    <ResultBox clauseId={clause.id}>
      <OutcomeLine clause={clause} outcome={outcome} pass="通过" fail="不通过" reason={reason}>
        <span>
          <Kbd>1</Kbd>–<Kbd>9</Kbd>
        </span>
        <Kbd>0</Kbd>
      </OutcomeLine>
    </ResultBox>
  );
}
