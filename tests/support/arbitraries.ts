import fc from 'fast-check';
import { grades, marks } from '../../shared/domain/grade/grade.ts';
import { tiers } from '../../shared/domain/standard/standard.ts';

export const mark = fc.option(fc.constantFrom(...marks), { nil: undefined });
export const points = fc.array(fc.record({ tier: fc.constantFrom(...tiers), mark }), { maxLength: 12 });
export const countedClause = fc.record({
  chapter: fc.constantFrom('1', '2', '3'),
  core: fc.boolean(),
  grade: fc.option(fc.constantFrom(...grades), { nil: undefined }),
});
export const countedClauses = fc.array(countedClause, { maxLength: 60 });
export const threshold = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => String(thousandths / 1000)),
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map(([part, whole]) => (part > whole ? `${whole}/${part}` : `${part}/${whole}`)),
);
export const rule = fc.record({
  scope: fc.constantFrom('all', 'core', 'chapter:1', 'chapter:2', 'chapter:9'),
  grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const),
  atLeast: threshold,
});
