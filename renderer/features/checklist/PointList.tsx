import type { Mark } from '../../../shared/domain/grade/grade.ts';
import { tiers, type Clause, type PointTier, type RequirementPoint } from '../../../shared/domain/standard/standard.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { markOptions, shownMark } from './mark-words.ts';

const allTiers: readonly PointTier[] = [...tiers, 'yes'];
const nextStep = {
  graded: '请直接评级',
  points: '请直接填得分',
  checklist: '无从判定',
  prerequisite: '无从判定',
  indicator: '请填数据',
} as const;

/** The clause's points by tier, numbered through. */
export function PointList({ clause, state }: { clause: Clause; state: ClauseState }) {
  if (clause.points.length === 0) return <EmptyState text={`这个条款没有要点，${nextStep[clause.method]}。`} />;
  return (
    <div className="points">
      {allTiers.map((tier) => (
        <TierPoints key={tier} tier={tier} clause={clause} state={state} />
      ))}
    </div>
  );
}

function TierPoints({ tier, clause, state }: { tier: PointTier; clause: Clause; state: ClauseState }) {
  const { round } = useServices();
  const isReadOnly = useReadOnly();
  const points = clause.points
    .map((point, index) => ({ point, number: index + 1 }))
    .filter(({ point }) => point.tier === tier);
  if (points.length === 0) return null;
  const unmet = points.filter(({ point }) => state.marks[point.id] !== 'met' && state.marks[point.id] !== 'n/a');
  const isTier = tier !== 'yes';
  const all = clause.method === 'prerequisite' ? '全部无违反' : '全部符合';
  const choose = (point: RequirementPoint, mark: Mark | undefined) =>
    void round.getState().mark(clause.id, [{ pointId: point.id, mark }]);
  return (
    <section className={isTier ? 'tier' : 'tier tier-only'} aria-label={isTier ? `${tier} 级要点` : '要点'}>
      {isTier && (
        <div className="tier-head">
          <GradeChip grade={tier} />
        </div>
      )}
      <div className="tier-points">
        {points.map(({ point, number }) => (
          <div className="point" key={point.id} data-testid={`point-${number}`}>
            <i>{number}</i>
            <span className="point-text">{point.text}</span>
            <Segments
              label={`要点 ${number}`}
              kind="mark"
              disabled={isReadOnly}
              options={markOptions(clause.method)}
              value={shownMark(clause.method, state.marks[point.id])}
              onChoose={(mark) => choose(point, mark)}
            />
            {!isReadOnly && state.marks[point.id] !== undefined && (
              <button
                type="button"
                className="point-clear"
                aria-label={`取消要点 ${number} 的判定`}
                title="取消判定"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(point, undefined)}
              >
                <Icon name="close" size={12} />
              </button>
            )}
          </div>
        ))}
        <div className="tier-foot">
          {isTier && clause.genericTiers.includes(tier) && (
            <small title="标准包按通用句式写成，未针对本条款">通用表述</small>
          )}
          {!isReadOnly && unmet.length > 0 && points.length > 1 && (
            <Button
              tone="link"
              aria-label={isTier ? `${tier} 级${all}` : all}
              onClick={() =>
                void round.getState().mark(
                  clause.id,
                  unmet.map(({ point }) => ({ pointId: point.id, mark: 'met' })),
                )
              }
            >
              {all}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
