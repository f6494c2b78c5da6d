import { expect, test } from 'vitest';
import { cheapestLifts, gapOf, type LiftableClause } from '../../../shared/domain/verdict/gap.ts';
import { met, unmet } from '../../support/points.ts';

const clause = (code: string, parts: Partial<LiftableClause>): LiftableClause => ({
  code,
  chapter: '1',
  core: false,
  grade: 'D',
  points: [unmet('C')],
  ...parts,
});

const clauses = [
  clause('1.1', { points: [unmet('C'), unmet('C')] }),
  clause('1.2', {}),
  clause('1.3', { core: true, points: [unmet('C'), unmet('C'), unmet('C')] }),
  clause('1.4', { grade: 'E' }),
  clause('1.5', { grade: undefined }),
  clause('1.6', { grade: 'C', points: [met('C'), unmet('B')] }),
];
const codes = (entries: readonly { clause: LiftableClause }[]) => entries.map((entry) => entry.clause.code);

test('先核心，再看差几个要点，再按标准的顺序；不适用和已够的不列', () => {
  expect(codes(cheapestLifts({ scope: 'all', grade: 'C' }, clauses))).toEqual(['1.3', '1.2', '1.5', '1.1']);
});

test('几条规则的差距合并，同一条款同一等级只列一次', () => {
  const gap = gapOf(
    [
      { scope: 'all', grade: 'C' },
      { scope: 'core', grade: 'C' },
      { scope: 'all', grade: 'B' },
    ],
    clauses,
  );
  expect(gap.filter((entry) => entry.clause.code === '1.3').map((entry) => entry.wanted)).toEqual(['C', 'B']);
  expect(gap.find((entry) => entry.clause.code === '1.6')).toMatchObject({ wanted: 'B', pointsToMeet: 1 });
});
