import type { RoundView } from '../../../shared/contract/round.ts';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { clauseSheet } from './clause-sheet.ts';
import { coverSheet } from './cover-sheet.ts';
import { evidenceSheet } from './evidence-sheet.ts';
import { guideSheet } from './guide-sheet.ts';
import { identitySheet } from './identity-sheet.ts';
import { pointSheet } from './point-sheet.ts';
import { scoredClauses } from './scored-clauses.ts';
import type { BookModel } from './sheet-model.ts';
import { summarySheet } from './summary-sheet.ts';

/** Everything the review workbook 评审工作簿 says. Plain data: it travels to the worker as it is. */
export interface ReviewBookInput {
  readonly view: Pick<RoundView, 'round' | 'standard' | 'target' | 'states'>;
  readonly institution: string;
  readonly exportedAt: Date;
  readonly appVersion: string;
  /** A new uuid for every export; a returned workbook is known by it. */
  readonly workbookId: string;
  /** Where each file lies, relative to the workbook; empty when no evidence folder goes with it. */
  readonly evidenceLinks: ReadonlyMap<EvidenceFileId, string>;
}

/** The review workbook as data, sheets in their order. A new sheet is a new function and a new line here. */
export function reviewBook(input: ReviewBookInput): BookModel {
  const { round, standard, target } = input.view;
  const clauses = scoredClauses(input.view);
  const footer = { left: input.institution, right: round.title };
  const summary = summarySheet(standard, target, clauses, footer);
  return {
    title: `${round.title}：评审工作簿`,
    author: input.institution,
    createdAt: input.exportedAt,
    sheets: [
      coverSheet(input, summary.verdict, footer),
      summary.sheet,
      clauseSheet(clauses, footer),
      pointSheet(clauses, footer),
      evidenceSheet(clauses, input.evidenceLinks, footer),
      guideSheet(footer),
      identitySheet(input, clauses),
    ],
  };
}
