import type { RoundView } from '../../../shared/contract/round.ts';
import { yesAtRateOf } from '../../../shared/domain/result/clause-result.ts';
import type { FileFault } from '../../../shared/domain/evidence/evidence.ts';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { clauseSheet } from './clause-sheet.ts';
import { coverSheet } from './cover-sheet.ts';
import { evidenceSheet } from './evidence-sheet.ts';
import { guideSheet } from './guide-sheet.ts';
import { identitySheet } from './identity-sheet.ts';
import { indicatorSheet } from './indicator-sheet.ts';
import { withLongTexts } from './long-texts.ts';
import { pointSheet } from './point-sheet.ts';
import { pointsSheet } from './points-sheet.ts';
import { prerequisiteSheet } from './prerequisite-sheet.ts';
import { planScores } from './score-plan.ts';
import { scoredBy, scoredClauses } from './scored-clauses.ts';
import type { BookModel } from './sheet-model.ts';
import { sideResults } from './side-results.ts';
import { scopesOf } from './summary-scopes.ts';
import { summarySheet } from './summary-sheet.ts';

/** Everything the review workbook 评审工作簿 says. Plain data: it travels to the worker as it is. */
export interface ReviewBookInput {
  readonly view: Pick<RoundView, 'round' | 'standard' | 'target' | 'settings' | 'states'>;
  readonly institution: string;
  readonly exportedAt: Date;
  readonly appVersion: string;
  /** A new uuid for every export; a returned workbook is known by it. */
  readonly workbookId: string;
  /** Where each file lies, relative to the workbook; empty when no evidence folder goes with it. */
  readonly evidenceLinks: ReadonlyMap<EvidenceFileId, string>;
  /** What the evidence folder should hold and does not. */
  readonly faultyFiles: ReadonlyMap<EvidenceFileId, FileFault>;
}

/** The review workbook as data, sheets in their order; one for clauses that the standard does not have is left out. */
export function reviewBook(input: ReviewBookInput): BookModel {
  const { round, standard, target, settings } = input.view;
  const clauses = scoredClauses(input.view);
  const footer = { left: input.institution, right: round.title };
  const results = sideResults(standard, clauses);
  const scopes = scopesOf(standard, target, results.tallies.own);
  const plan = planScores(standard, target, results.tallies.own, clauses, scopes);
  const scale = { pointUnits: 100, worthUnits: 1, ...plan, yesAtRate: yesAtRateOf(standard) };

  const graded = sheetOf(scoredBy(clauses, 'graded', 'checklist'), (rows) => clauseSheet(rows, footer));
  const prerequisites = sheetOf(scoredBy(clauses, 'prerequisite'), (rows) => prerequisiteSheet(rows, footer));
  const points = sheetOf(scoredBy(clauses, 'points'), (rows) => pointsSheet(rows, scale, footer));
  const indicators = sheetOf(scoredBy(clauses, 'indicator'), (rows) => indicatorSheet(rows, footer));
  const tables = {
    clauses: graded?.table,
    prerequisites: prerequisites?.table,
    points: points?.table,
    indicators: indicators?.table,
  };
  const summary = summarySheet(
    { standard, target, scoring: settings.scoring, clauses, results, scopes, plan, tables },
    footer,
  );
  const { sheets, annex } = withLongTexts(
    [
      coverSheet(input, summary.verdict, footer),
      summary.sheet,
      graded?.sheet,
      pointSheet(clauses, footer),
      prerequisites?.sheet,
      points?.sheet,
      indicators?.sheet,
      evidenceSheet(clauses, input, footer),
      guideSheet(new Set(clauses.map(({ clause }) => clause.method)), footer),
    ].filter((sheet) => sheet !== undefined),
    footer,
  );
  return {
    title: `${round.title}：评审工作簿`,
    author: input.institution,
    createdAt: input.exportedAt,
    sheets: [...sheets, ...(annex ? [annex] : []), identitySheet(input, clauses, tables)],
  };
}

const sheetOf = <Row, Sheet>(rows: readonly Row[], build: (rows: readonly Row[]) => Sheet): Sheet | undefined =>
  rows.length === 0 ? undefined : build(rows);
