import fc from 'fast-check';
import { grades, marks } from '../../shared/domain/grade/grade.ts';
import { exactly } from '../../shared/domain/number/rational.ts';
import type { ClauseResult } from '../../shared/domain/result/clause-result.ts';
import { tiers, type GradeRule, type PassingRule } from '../../shared/domain/standard/standard.ts';
import type { CountedClause } from '../../shared/domain/verdict/tally.ts';
import { checked, gradedAs, measuredAs, scoredAs } from './results.ts';

export const mark = fc.option(fc.constantFrom(...marks), { nil: undefined });
export const points = fc.array(fc.record({ tier: fc.constantFrom(...tiers), mark }), { maxLength: 12 });
export const yesMarks = fc.array(mark, { maxLength: 8 });

export const yesAtRate = exactly('2/3');
export const threshold = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => String(thousandths / 1000)),
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map(([part, whole]) => (part > whole ? `${whole}/${part}` : `${part}/${whole}`)),
);
const scope = fc.constantFrom('all', 'core', 'chapter:1', 'chapter:2', 'chapter:9', 'first', 'rest');
export const scopes = [
  { id: 'first', label: '第一部分', chapters: ['1'] },
  { id: 'rest', label: '其余', chapters: ['2', '3'] },
];
export const gradeRule: fc.Arbitrary<GradeRule> = fc.record({
  kind: fc.constant('grade' as const),
  scope,
  grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const),
  atLeast: threshold,
});
export const passingRule: fc.Arbitrary<PassingRule> = fc.record({
  kind: fc.constant('passing' as const),
  scope,
  atLeast: threshold,
});
export const rule = fc.oneof(gradeRule, passingRule);

const outcome = fc.constantFrom('pass' as const, 'fail' as const, 'n/a' as const, undefined);
const fullScore = fc.constantFrom('1', '2.5', '3', '7', '10.1');
const pointsResult = fc
  .tuple(fullScore, fc.option(fc.tuple(fc.nat(7), fc.constantFrom(1, 2, 3, 7)), { nil: undefined }), fc.boolean())
  .map(([full, share, exempt]): ClauseResult => {
    const part = share && Math.min(share[0], share[1]);
    const tenths = Math.round(Number(full) * 10);
    return { ...scoredAs(share && `${tenths * (part ?? 0)}/${10 * share[1]}`, full), ...(exempt && { exempt }) };
  });
const measured = fc
  .tuple(fc.constantFrom('met' as const, 'unmet' as const, 'neither' as const, 'missing' as const), fc.boolean())
  .map(([status, improved]) => measuredAs(status, { improved: improved && status !== 'missing' }));
const monitored = fc
  .constantFrom('neither' as const, 'missing' as const)
  .map((s) => measuredAs(s, { monitored: true }));

/** A result of any method. */
export const clauseResult: fc.Arbitrary<ClauseResult> = fc.oneof(
  fc.option(fc.constantFrom(...grades), { nil: undefined }).map(gradedAs),
  fc.tuple(outcome, fc.constantFrom('checklist' as const, 'prerequisite' as const)).map((made) => checked(...made)),
  pointsResult,
  measured,
  monitored,
  fc.constant(measuredAs('met', { exempt: true })),
);
const place = { chapter: fc.constantFrom('1', '2', '3'), core: fc.boolean() };
export const countedClause: fc.Arbitrary<CountedClause> = fc.record({ ...place, result: clauseResult });
export const countedClauses = fc.array(countedClause, { maxLength: 60 });
