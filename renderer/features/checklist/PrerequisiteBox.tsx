import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { prerequisiteReason } from './outcome-text.ts';
import { ResultBox } from './ResultBox.tsx';

/** 无违反 or 有违反. A violation vetoes the whole review, and says so. */
export function PrerequisiteBox({ clause, state }: { clause: Clause; state: ClauseState }) {
  const { result, judged, exempt } = factsOf(clause, state);
  const outcome = result.method === 'prerequisite' ? result.outcome : undefined;
  const reason = exempt ? '整条不适用' : prerequisiteReason(judged);
  return (
    <ResultBox clauseId={clause.id} alarming={outcome === 'fail'}>
      <OutcomeLine clause={clause} outcome={outcome} pass="无违反" fail="有违反" reason={reason}>
        <Kbd>0</Kbd>
        <Kbd>X</Kbd>
      </OutcomeLine>
      {outcome === 'fail' && (
        <p className="veto" role="alert">
          <b>一票否决</b>
          有一条前置要求被违反，其余条款不论评得多好，整体结论都是未达到。
        </p>
      )}
    </ResultBox>
  );
}
