import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { brief } from '../../../shared/domain/number/rational.ts';
import type { ScoredPoints } from '../../../shared/domain/points/propose-score.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { focusOn, focusTarget } from './focus-targets.ts';
import './score.css';

/** The score that counts; typing over it sets another. Enter saves and goes back to the list, Esc leaves it as it was. */
export function ScoreField({ state, scored }: { state: ClauseState; scored: ScoredPoints }) {
  const { checklist } = useServices();
  const isReadOnly = useReadOnly();
  const { clauseId } = state;
  const draft = useStore(checklist, ({ scoreDrafts }) => scoreDrafts.get(clauseId));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => focusTarget('figure', field), []);
  const shown = scored.score ? brief(scored.score) : '';
  const submit = () => checklist.getState().submitScore(clauseId);
  return (
    <span className={`score-field${draft?.fault ? ' score-refused' : ''}`}>
      <input
        ref={field}
        inputMode="decimal"
        aria-label={`得分，满分 ${brief(scored.full)} 分`}
        aria-invalid={draft?.fault !== undefined}
        aria-describedby="score-fault"
        value={draft?.text ?? shown}
        placeholder="—"
        maxLength={20}
        spellCheck={false}
        autoComplete="off"
        readOnly={isReadOnly}
        data-testid="score-field"
        onFocus={(event) => event.target.select()}
        onChange={(event) => checklist.getState().typeScore(clauseId, event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            if (submit() === 'taken') focusOn('list');
          } else if (event.key === 'Escape') {
            event.preventDefault();
            checklist.getState().dropScore(clauseId);
            focusOn('list');
          }
        }}
        onBlur={() => {
          const waiting = checklist.getState().reasonDrafts.get(clauseId);
          const isAsked = waiting !== undefined && 'score' in waiting && waiting.score === draft?.text;
          // Looking something up in another window is not leaving the field.
          if (document.hasFocus() && !isAsked) submit();
        }}
      />
      <small>/ {brief(scored.full)} 分</small>
    </span>
  );
}
