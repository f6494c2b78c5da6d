import { useStore } from 'zustand';
import { brief, multiply } from '../../../shared/domain/number/rational.ts';
import { passes } from '../../../shared/domain/result/clause-result.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { ExemptButton } from './ExemptButton.tsx';
import { ExemptLine } from './ExemptLine.tsx';
import { gapRulesOf } from './gap-rules.ts';
import { proposalReason } from './outcome-text.ts';
import { ReasonField } from './ReasonField.tsx';
import { ResultBox } from './ResultBox.tsx';
import { ScoreField } from './ScoreField.tsx';

/** The clause's score, what the points give and why, and what was set by hand. */
export function ScoreBox({ clause, state }: { clause: Clause; state: ClauseState }) {
  const { round, checklist } = useServices();
  const isReadOnly = useReadOnly();
  const standard = useStore(round, ({ open }) => open?.standard);
  const draft = useStore(checklist, ({ scoreDrafts }) => scoreDrafts.get(clause.id));
  const waiting = useStore(checklist, ({ reasonDrafts }) => reasonDrafts.get(clause.id));
  const { result, judged } = factsOf(clause, state);
  if (result.method !== 'points' || !standard) return null;
  if (result.exempt) {
    return (
      <ResultBox clauseId={clause.id}>
        <ExemptLine clause={clause} />
      </ResultBox>
    );
  }
  const { yesAtRate } = gapRulesOf(standard);
  const outcome = passes(result, yesAtRate);
  const reason = proposalReason(judged);
  const fault = draft?.fault ?? (draft && !waiting ? '还没有保存，按 Enter 保存，Esc 放弃' : undefined);
  return (
    <ResultBox clauseId={clause.id}>
      <div className="grade-line">
        <ScoreField state={state} scored={result} />
        <p className="grade-why" data-testid="suggestion" title={reason}>
          {result.proposal && (
            <>
              建议 <b>{brief(result.proposal)}</b>：
            </>
          )}
          {reason}
        </p>
        {outcome && (
          <span
            className={`chip ${outcome === 'pass' ? 'chip-good' : 'chip-bad'}`}
            title={`${brief(multiply(result.full, yesAtRate))} 分及以上为通过`}
          >
            {outcome === 'pass' ? '通过' : '不通过'}
          </span>
        )}
        <span className="grade-keys">
          <ExemptButton clause={clause} />
          <Kbd>S</Kbd>
          <span>
            <Kbd>1</Kbd>–<Kbd>9</Kbd>
          </span>
          <Kbd>0</Kbd>
        </span>
      </div>
      <p
        id="score-fault"
        className={draft?.fault ? 'entry-fault' : 'entry-note'}
        role={draft?.fault ? 'alert' : undefined}
      >
        {fault}
      </p>
      {result.adjusted && !waiting && (
        <div className="grade-own">
          <span className="chip chip-warn">{result.proposal ? '与建议不同' : '自定'}</span>
          <span className="grade-reason ellipsis" title={state.reason}>
            {state.reason === '' ? '还没有写明理由' : `理由：${state.reason}`}
          </span>
          {!isReadOnly && state.ownScore !== undefined && (
            <>
              <Button
                tone="link"
                onClick={() => state.ownScore && checklist.getState().askReason(clause.id, { score: state.ownScore })}
              >
                修改理由
              </Button>
              <Button tone="link" onClick={() => checklist.getState().restoreScore(clause.id)}>
                {result.proposal ? '恢复建议' : '撤掉得分'}
              </Button>
            </>
          )}
        </div>
      )}
      {waiting && 'score' in waiting && (
        <ReasonField
          clauseId={clause.id}
          label={`得 ${waiting.score} 分的理由`}
          placeholder={`${waiting.score} 分不是要点给出的得分，写明理由后按 Enter`}
          action={`记 ${waiting.score} 分`}
          text={waiting.text}
        />
      )}
    </ResultBox>
  );
}
