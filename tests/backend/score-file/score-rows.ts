import { readFileSync } from 'node:fs';
import path from 'node:path';
import { planScores, type ScorePlan } from '../../../electron/backend/score-file/plan-scores.ts';
import type { ScoreRow } from '../../../electron/backend/score-file/to-score-rows.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { clausesOf, type Clause, type Standard } from '../../../shared/domain/standard/standard.ts';
import { repoRoot } from '../../support/backend.ts';

/** A built-in pack as the domain knows it. */
export function packStandard(id: string): Standard {
  const file = path.join(repoRoot, 'resources/standards', `${id}.yaml`);
  return toStandard(readPack(readFileSync(file, 'utf8'), `${id}.yaml`), 'a'.repeat(64));
}

export function clauseIn(standard: Standard, code: string): Clause {
  const clause = clausesOf(standard).find((entry) => entry.code === code);
  if (!clause) throw new Error(`no clause ${code}`);
  return clause;
}

/** A row as it was typed; empty where nothing is said. */
export const scoreRow = (row: number, cells: Partial<ScoreRow>): ScoreRow => ({
  row,
  clause: '1.1.1',
  isClauseNumber: false,
  isPeriodNumber: false,
  tier: '',
  point: '',
  mark: '',
  grade: '',
  score: '',
  numerator: '',
  denominator: '',
  period: '',
  reason: '',
  note: '',
  ...cells,
});

/** Plans rows from row 2 on for clauses that have no marks yet. */
export const planRows = (standard: Pick<Standard, 'chapters'>, rows: readonly Partial<ScoreRow>[]): ScorePlan =>
  planScores(
    rows.map((cells, index) => scoreRow(index + 2, cells)),
    standard,
    () => ({}),
  );

/** Rows of a standard with the problems that they must give. */
export type RefusedCase = [
  what: string,
  standard: Standard,
  rows: readonly Partial<ScoreRow>[],
  problems: readonly string[],
];
export const refused = (
  what: string,
  standard: Standard,
  rows: readonly Partial<ScoreRow>[],
  ...problems: string[]
): RefusedCase => [what, standard, rows, problems];
