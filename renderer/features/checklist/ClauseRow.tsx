import { memo } from 'react';
import { useStore } from 'zustand';
import { gradeLabels, statusLabels } from '../../../shared/text/labels.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { pointsToMeet } from '../../../shared/domain/grade/suggest-grade.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { useServices } from '../../app/services.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface ClauseRowProps {
  readonly clause: Clause;
  readonly offset: number;
  readonly position: number;
  readonly total: number;
  readonly isSelected: boolean;
  /** The grade that the filtered rule wants: shows what a lift would cost. */
  readonly wanted: Exclude<Grade, 'E'> | undefined;
  readonly onSelect: (clauseId: ClauseId) => void;
}

export const optionId = (clauseId: ClauseId) => `clause-${clauseId.replace(/[^\w.-]/g, '_')}`;

/** One line of the list. Memoized: a key press redraws the two rows it concerns, not the screenful. */
export const ClauseRow = memo(function ClauseRow(props: ClauseRowProps) {
  const { clause, offset, position, total, isSelected, wanted, onSelect } = props;
  const { round } = useServices();
  const state = useStore(round, ({ states }) => states.get(clause.id));
  if (!state) return null;
  const { grade, raised } = factsOf(clause, state);
  const evidence = state.evidence.length;
  const isGraded = clause.method === 'graded';
  const steps = wanted && wanted !== 'D' && isGraded ? pointsToMeet(factsOf(clause, state).judged, wanted) : 0;
  const spoken = [
    clause.code,
    clause.title,
    clause.core && '核心条款',
    isGraded ? (grade ? `${grade} ${gradeLabels[grade]}` : '未评') : '指标',
    raised && '高于建议',
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
    >
      {isGraded ? <GradeChip grade={grade} /> : <span className="clause-plain">—</span>}
      <span className="code">{clause.code}</span>
      <span className="ellipsis" title={clause.title}>
        {clause.title}
      </span>
      <span className="clause-flags">
        {state.status !== 'draft' && <small>{statusLabels[state.status]}</small>}
        {steps > 0 && <small title={`再满足 ${steps} 个要点可到 ${wanted}`}>差 {steps}</small>}
        {raised && (
          <span className="raised" title="高于建议">
            ↑
          </span>
        )}
        {clause.core && <span className="star">★</span>}
      </span>
      <small className={evidence === 0 && grade && grade !== 'E' ? 'none' : ''}>
        <Icon name="file" size={13} /> {evidence}
      </small>
    </div>
  );
});
