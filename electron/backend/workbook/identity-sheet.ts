import type { Rational } from '../../../shared/domain/number/rational.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { cell } from './cells.ts';
import type { ReviewBookInput } from './review-book.ts';
import { codeOfIndicator, codeOfOutcome } from './result-codes.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { SheetModel } from './sheet-model.ts';
import type { ClauseTables } from './summary-frame.ts';

/** Raised when an older Dabiao could no longer read a returned workbook rightly. */
export const workbookFormatVersion = 1;
export const identitySheetName = '_dabiao';

/**
 * The very hidden sheet: what the workbook is, under which headings reviewers write on which sheet, and the ids and own
 * results its rows had at export.
 */
export function identitySheet(
  input: ReviewBookInput,
  clauses: readonly ScoredClause[],
  tables: ClauseTables,
): SheetModel {
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
  const lines: readonly (readonly string[])[] = [
    ...facts,
    ['column', 'sheet', 'key', 'heading'],
    ...[tables.clauses, tables.prerequisites, tables.points, tables.indicators]
      .filter((table) => table !== undefined)
      .flatMap(({ sheet, columns }) =>
        columns
          .filter(({ key }) => readBack.includes(key))
          .map(({ key, header }) => ['column', sheet, key, header] as const),
      ),
    ['row', 'sheet', 'rowId', 'code', 'own'],
    ...clauses.map(({ clause, result }) => ['row', sheetFor(result, tables), clause.id, clause.code, ownText(result)]),
  ];
  return {
    name: identitySheetName,
    hidden: true,
    columns: [],
    rows: lines.map((line) => ({ cells: line.map((text) => cell('plain', text)) })),
    frozen: { rows: 0, columns: 0 },
    filter: undefined,
    merges: [],
    blocks: undefined,
    entries: [],
    tones: [],
    footer: { left: '', right: '' },
  };
}

const readBack: readonly string[] = ['id', 'review', 'remark'];

function sheetFor({ method }: ClauseResult, tables: ClauseTables): string {
  const table = {
    graded: tables.clauses,
    checklist: tables.clauses,
    prerequisite: tables.prerequisites,
    points: tables.points,
    indicator: tables.indicators,
  }[method];
  return table?.sheet ?? '';
}

/** A grade, an exact score, or the code of a result; empty is unscored. */
function ownText(result: ClauseResult): string {
  switch (result.method) {
    case 'graded':
      return result.grade ?? '';
    case 'checklist':
    case 'prerequisite':
      return codeOfOutcome(result.outcome);
    case 'points':
      return result.exempt ? codeOfOutcome('n/a') : result.score ? exactText(result.score) : '';
    case 'indicator':
      return codeOfIndicator(result);
  }
}

const exactText = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
