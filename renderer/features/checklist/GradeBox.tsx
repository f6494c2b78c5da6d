import { useStore } from 'zustand';
import { gradeLabels } from '../../../shared/text/labels.ts';
import { grades } from '../../../shared/domain/grade/grade.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ReasonField } from './ReasonField.tsx';
import { ResultBox } from './ResultBox.tsx';
import { raisedWords, suggestionReason, unexplainedText } from './suggestion-text.ts';

/** The clause's grade, what the points suggest and why, and what was set by hand. */
export function GradeBox({ clause, state }: { clause: Clause; state: ClauseState }) {
  const { checklist } = useServices();
  const isReadOnly = useReadOnly();
  const waiting = useStore(checklist, ({ reasonDrafts }) => reasonDrafts.get(clause.id));
  const { grade, raised, lowered, unexplained, suggestion } = factsOf(clause, state);
  const isOwn = state.ownGrade !== undefined && state.ownGrade !== suggestion.grade;
  const reason = suggestionReason(suggestion, clause.points.length);
  return (
    <ResultBox clauseId={clause.id}>
      <div className="grade-line">
        <Segments
          label="等级"
          kind="grade"
          disabled={isReadOnly}
          testId="grade-segments"
          value={grade}
          options={grades.map((each) => ({
            value: each,
            text: each,
            name: `${each} ${gradeLabels[each]}`,
            disabled: each === 'E' && !clause.optional,
            title: each === 'E' && !clause.optional ? '只有可选条款可以评 E 不适用' : `${each} ${gradeLabels[each]}`,
          }))}
          onChoose={(each) => checklist.getState().chooseGrade(clause.id, each)}
        />
        <p className="grade-why" data-testid="suggestion" title={reason}>
          {suggestion.grade && (
            <>
              建议 <b className={`grade-letter-${suggestion.grade}`}>{suggestion.grade}</b>：
            </>
          )}
          {reason}
        </p>
        <span className="grade-keys">
          <span>
            <Kbd>A</Kbd>–<Kbd>E</Kbd>
          </span>
          <span>
            <Kbd>1</Kbd>–<Kbd>9</Kbd>
          </span>
          <Kbd>0</Kbd>
        </span>
      </div>
      {(isOwn || raised) && (
        <div className="grade-own">
          <span className={`chip ${raised || unexplained ? 'chip-warn' : 'chip-grey'}`}>
            {raised || unexplained ? raisedWords(clause, suggestion) : lowered ? '低于建议' : '自定'}
          </span>
          {raised && !waiting && (
            <span className="grade-reason ellipsis" title={state.reason}>
              理由：{state.reason}
            </span>
          )}
          {unexplained && !waiting && <span className="grade-reason ellipsis">{unexplainedText(unexplained)}</span>}
          {(raised || unexplained) && !waiting && (
            <Button
              tone="link"
              onClick={() => state.ownGrade && checklist.getState().askReason(clause.id, { grade: state.ownGrade })}
            >
              {unexplained ? '补写理由' : '修改理由'}
            </Button>
          )}
          {!isReadOnly && state.ownGrade && (
            <Button
              tone="link"
              onClick={() => state.ownGrade && checklist.getState().chooseGrade(clause.id, state.ownGrade)}
            >
              {suggestion.grade ? '恢复建议' : '清除等级'}
            </Button>
          )}
        </div>
      )}
      {waiting && 'grade' in waiting && (
        <ReasonField
          clauseId={clause.id}
          label={`评 ${waiting.grade} 的理由`}
          placeholder={
            suggestion.grade
              ? `${waiting.grade} 高于建议，写明理由后按 Enter`
              : '要点还没判完，直接评级要写理由，写好后按 Enter'
          }
          action={`评为 ${waiting.grade}`}
          text={waiting.text}
        />
      )}
    </ResultBox>
  );
}
