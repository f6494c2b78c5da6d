import { marks, type Mark } from '../../../shared/domain/grade/grade.ts';
import { tiers, type Clause, type RequirementPoint, type Tier } from '../../../shared/domain/standard/standard.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { markLabels } from '../../../shared/text/labels.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segments } from '../../ui/Segments.tsx';

const short: Readonly<Record<Mark, string>> = { met: '符合', partial: '部分', unmet: '不符', 'n/a': '—' };
const options = marks.map((mark) => ({ value: mark, text: short[mark], name: markLabels[mark] }));

/** The clause's points by tier, numbered through. */
export function PointList({ clause, state }: { clause: Clause; state: ClauseState }) {
  if (clause.points.length === 0) return <EmptyState text="这个条款没有要点，请直接评级。" />;
  return (
    <div className="points">
      {tiers.map((tier) => (
        <TierPoints key={tier} tier={tier} clause={clause} state={state} />
      ))}
    </div>
  );
}

function TierPoints({ tier, clause, state }: { tier: Tier; clause: Clause; state: ClauseState }) {
  const { round } = useServices();
  const isReadOnly = useReadOnly();
  const points = clause.points
    .map((point, index) => ({ point, number: index + 1 }))
    .filter(({ point }) => point.tier === tier);
  if (points.length === 0) return null;
  const unmet = points.filter(({ point }) => state.marks[point.id] !== 'met' && state.marks[point.id] !== 'n/a');
  const choose = (point: RequirementPoint, mark: Mark) =>
    void round
      .getState()
      .mark(clause.id, [{ pointId: point.id, mark: state.marks[point.id] === mark ? undefined : mark }]);
  return (
    <section className="tier" aria-label={`${tier} 级要点`}>
      <div className="tier-head">
        <GradeChip grade={tier} />
      </div>
      <div className="tier-points">
        {points.map(({ point, number }) => (
          <div className="point" key={point.id} data-testid={`point-${number}`}>
            <i>{number}</i>
            <span className="point-text">{point.text}</span>
            <Segments
              label={`要点 ${number}`}
              kind="mark"
              disabled={isReadOnly}
              options={options}
              value={state.marks[point.id]}
              onChoose={(mark) => choose(point, mark)}
            />
          </div>
        ))}
        <div className="tier-foot">
          {clause.genericTiers.includes(tier) && <small title="标准包按通用句式写成，未针对本条款">通用表述</small>}
          {!isReadOnly && unmet.length > 0 && points.length > 1 && (
            <Button
              tone="link"
              aria-label={`${tier} 级全部符合`}
              onClick={() =>
                void round.getState().mark(
                  clause.id,
                  unmet.map(({ point }) => ({ pointId: point.id, mark: 'met' })),
                )
              }
            >
              全部符合
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
