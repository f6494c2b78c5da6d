import { memo } from 'react';
import { useStore } from 'zustand';
import { statusLabels, wantedLabels } from '../../../shared/text/labels.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Clause, Rule } from '../../../shared/domain/standard/standard.ts';
import { costOf, type GapRules } from '../../../shared/domain/verdict/gap.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ResultChip } from '../../ui/ResultChip.tsx';
import { Marked } from '../library/Marked.tsx';
import { liftWanted } from './clause-filter.ts';
import { resultChip } from './result-chip.ts';
import { raisedWords, unexplainedText } from './suggestion-text.ts';
import { useUnsaved } from './use-unsaved.ts';
import { whyFound, type TitlesOver } from './why-found.ts';

interface ClauseRowProps {
  readonly clause: Clause;
  readonly offset: number;
  readonly position: number;
  readonly total: number;
  readonly isSelected: boolean;
  readonly rules: GapRules;
  /** What the list was searched for; empty when it was not. */
  readonly words: string;
  readonly over: TitlesOver | undefined;
  /** The rule that the list is filtered by: shows what a lift for it would cost. */
  readonly shortOf: Rule | undefined;
  readonly onSelect: (clauseId: ClauseId) => void;
}

export const optionId = (clauseId: ClauseId) => `clause-${clauseId.replace(/[^\w.-]/g, '_')}`;

/** One line of the list. Memoized: a key press redraws the two rows it concerns, not the screenful. */
export const ClauseRow = memo(function ClauseRow(props: ClauseRowProps) {
  const { clause, offset, position, total, isSelected, rules, words, over, shortOf, onSelect } = props;
  const { round } = useServices();
  const state = useStore(round, ({ states }) => states.get(clause.id));
  const unsaved = useUnsaved(clause.id);
  if (!state) return null;
  const facts = factsOf(clause, state);
  const { raised, lowered, unexplained, scored, exempt } = facts;
  const evidence = state.evidence.length;
  const chip = resultChip(clause, facts, rules.yesAtRate);
  const wanted = shortOf && clause.method !== 'indicator' ? liftWanted(clause, facts, shortOf, rules) : undefined;
  const steps = wanted ? costOf({ result: facts.result, points: facts.judged }, wanted, rules.yesAtRate) : 0;
  const why = words === '' ? undefined : whyFound(clause, state, over, words);
  const raisedText = raisedWords(clause, facts.suggestion);
  const spoken = [
    clause.code,
    clause.title,
    clause.core && '核心条款',
    chip.spoken,
    raised && raisedText,
    lowered && '低于建议',
    unexplained && unexplainedText(unexplained),
    why && `${why.place}：${why.text}`,
    unsaved,
    `佐证 ${evidence} 份`,
  ];
  return (
    <div
      id={optionId(clause.id)}
      role="option"
      aria-selected={isSelected}
      aria-setsize={total}
      aria-posinset={position}
      aria-label={spoken.filter(Boolean).join('，')}
      className="clause-row"
      style={{ transform: `translateY(${offset}px)` }}
      onClick={() => onSelect(clause.id)}
      data-testid="clause-row"
      data-code={clause.code}
      data-method={clause.method}
    >
      <ResultChip tone={chip.tone} text={chip.text} title={chip.spoken} />
      <span className="code">{clause.code}</span>
      <span className="clause-title">
        <span className="ellipsis" title={clause.title}>
          <Marked text={clause.title} words={words} />
        </span>
        {why && (
          <small className="ellipsis" title={why.text} data-testid="why-found">
            {why.place} <Marked text={why.text} words={words} />
          </small>
        )}
      </span>
      <span className="clause-flags">
        {unsaved !== '' && (
          <span className="unsaved" title={unsaved}>
            ●
          </span>
        )}
        {state.status !== 'draft' && <small>{statusLabels[state.status]}</small>}
        {wanted && steps > 0 && <small title={`再满足 ${steps} 个要点可${wantedLabels[wanted]}`}>差 {steps}</small>}
        {raised && (
          <span className="raised" title={raisedText}>
            {clause.method === 'points' ? '≠' : '↑'}
          </span>
        )}
        {unexplained && (
          <span className="raised" title={unexplainedText(unexplained)}>
            ↑?
          </span>
        )}
        {lowered && (
          <span className="lowered" title="低于建议">
            ↓
          </span>
        )}
        {clause.core && <span className="star">★</span>}
      </span>
      <small className={evidence === 0 && scored && !exempt ? 'none' : ''}>
        <Icon name="file" size={13} /> {evidence}
      </small>
    </div>
  );
});
