import { cell } from './cells.ts';
import { clauseSheetName } from './clause-sheet.ts';
import type { ReviewBookInput } from './review-book.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { SheetModel } from './sheet-model.ts';

/** Raised when an older Dabiao could no longer read a returned workbook rightly. */
export const workbookFormatVersion = 1;
export const identitySheetName = '_dabiao';

/** The very hidden sheet: what the workbook is, and the ids its rows had at export. */
export function identitySheet(input: ReviewBookInput, clauses: readonly ScoredClause[]): SheetModel {
  const { round, standard, target } = input.view;
  const facts: readonly (readonly [string, string])[] = [
    ['format', 'dabiao-review-workbook'],
    ['formatVersion', String(workbookFormatVersion)],
    ['workbookId', input.workbookId],
    ['roundId', round.id],
    ['standardId', standard.id],
    ['packId', standard.packId],
    ['targetId', target.id],
    ['exportedAt', input.exportedAt.toISOString()],
    ['appVersion', input.appVersion],
  ];
  const lines = [
    ...facts,
    ['sheet', 'rowId', 'code', 'ownGrade'],
    ...clauses.map(({ clause, grade }) => [clauseSheetName, clause.id, clause.code, grade ?? '']),
  ];
  return {
    name: identitySheetName,
    hidden: true,
    columns: [],
    rows: lines.map((line) => ({ cells: line.map((text) => cell('plain', text)) })),
    frozen: { rows: 0, columns: 0 },
    filter: undefined,
    merges: [],
    onePage: false,
    choices: [],
    tones: [],
    footer: { left: '', right: '' },
  };
}
