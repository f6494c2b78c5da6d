import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScoreRow } from '../../../electron/backend/score-file/to-score-rows.ts';
import { blankState } from '../../../shared/domain/round/clause-state.ts';
import { isScored, resultOf } from '../../../shared/domain/result/clause-result.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { packStandard, planRows } from './score-rows.ts';

const packs = ['sanitary-town-2021', 'community-hospital-2019', 'family-doctor-2022', 'mch-review'].map(packStandard);
type Column = Exclude<keyof ScoreRow, 'row' | 'clause' | 'isClauseNumber' | 'isPeriodNumber'>;
const words: Readonly<Record<Column, readonly string[]>> = {
  tier: ['', '', 'C', 'B', 'yes', '是', 'X'],
  point: ['1', '２', '3', '', '99', '0'],
  mark: ['符合', '部分', '不适用', '', '是', '违反', '?'],
  grade: ['A', 'D', 'E', '不适用', 'F'],
  score: ['3.5分', '0', '１０', '-1', '1e3', '999'],
  numerator: ['1', '3.2万', '９', '1,000', '', '-5', '1/0'],
  denominator: ['2', '100', '0', '', '-2'],
  period: ['2026', '2026Q1', '2026年3月', '2026-02-30', '46082'],
  reason: ['理由', ''],
  note: ['说明', ''],
};
const typedIn = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 50, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'grapheme' }) },
  );
const cellsOf = (...columns: Column[]) =>
  fc.record(Object.fromEntries(columns.map((column) => [column, typedIn(words[column])])));
/** What a person states in one row, or something in every cell. */
const rowOf = (codes: readonly string[]): fc.Arbitrary<Partial<ScoreRow>> =>
  fc
    .tuple(
      typedIn(codes),
      fc.boolean(),
      fc.oneof(
        cellsOf('tier', 'point', 'mark', 'note'),
        cellsOf('grade', 'reason'),
        cellsOf('score', 'reason'),
        cellsOf('numerator', 'denominator', 'period'),
        cellsOf(...(Object.keys(words) as Column[])),
      ),
    )
    .map(([clause, isPeriodNumber, cells]) => ({ clause, isPeriodNumber, ...cells }));

test.each(packs.map((standard) => [standard.packId, standard] as const))(
  '%s: whatever stands in a file is refused by row or gives a result',
  (_id, standard) => {
    const clauses = clausesOf(standard);
    const codes = [...clauses.slice(0, 4), ...clauses.slice(-2)].map(({ code }) => code);
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(rowOf(codes), { minLength: 1, maxLength: 2 }), (rows) => {
        const { entries, problems } = planRows(standard, rows);
        for (const line of problems) expect(line).toMatch(/^第 [23] 行：.+。$/u);
        if (problems.length > 0) return;
        accepted++;
        for (const { clauseId, marks, figures, grade, score, reason = '' } of entries) {
          const clause = clauses.find(({ id }) => id === clauseId);
          if (!clause) throw new Error(`no clause ${clauseId}`);
          const result = resultOf(clause, {
            ...blankState(clauseId),
            marks: Object.fromEntries(marks.map(({ pointId, mark }) => [pointId, mark])),
            figures,
            ownGrade: grade,
            reason,
            ownScore: score,
          });
          if (grade !== undefined || score !== undefined) expect(isScored(result)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(20);
  },
);
