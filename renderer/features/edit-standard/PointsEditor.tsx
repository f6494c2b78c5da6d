import type { Method, PointTier } from '../../../shared/domain/standard/standard.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { editClause } from './edit/change-tree.ts';
import { tiersOf } from './edit/methods.ts';
import { movePoint, pointsIn, replacePoints } from './edit/points.ts';
import type { WorkClause } from './edit/work-pack.ts';
import { useEditing } from './edit-context.ts';
import { LinesEditor, type LinePlace } from './LinesEditor.tsx';

const titles: Readonly<Record<Method, string>> = {
  graded: '要点',
  checklist: '要点',
  points: '要点（平分满分）',
  prerequisite: '前置情形',
  indicator: '填报说明',
};

/** The points of a clause by tier. */
export function PointsEditor({ clause, method }: { clause: WorkClause; method: Method }) {
  const { store } = useEditing();
  const tiers = tiersOf(method);
  const general =
    clause.genericLevels === true ? ['B', 'A'] : clause.genericLevels === false ? [] : clause.genericLevels;
  const tierOf = (group: string): PointTier => tiers.find((tier) => tier === group) ?? 'yes';
  const placeOf = ({ group, at }: LinePlace) => ({ tier: tierOf(group), at });
  const edit = (label: string, change: (before: WorkClause) => WorkClause, group?: string) =>
    store.getState().edit(label, (work) => editClause(work, clause.key, change), group);
  return (
    <LinesEditor
      title={titles[method]}
      groups={tiers.map((tier) => ({
        id: tier,
        ...(tier !== 'yes' && { mark: <GradeChip grade={tier} small /> }),
        name: tier === 'yes' ? '要点' : `${tier} 级要点`,
        lines: pointsIn(clause, tier),
        remark: general?.some((each) => each === tier) ? '通用表述，改动后按本条款的要点对待' : undefined,
      }))}
      onReplace={(place, count, texts) => {
        const isTyping = count === 1 && texts.length === 1;
        const label = texts.length < count ? '删除要点' : texts.length > count ? '添加要点' : '修改要点';
        edit(
          `${label}（${clause.code}）`,
          (before) => replacePoints(before, placeOf(place), count, texts),
          isTyping ? `${clause.key}:${place.group}:${place.at}` : undefined,
        );
      }}
      onMove={(from, to) =>
        edit(`移动要点（${clause.code}）`, (before) => movePoint(before, placeOf(from), placeOf(to)))
      }
    />
  );
}
