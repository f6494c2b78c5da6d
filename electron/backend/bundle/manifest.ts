import type { ReviewBookInput } from '../workbook/review-book.ts';
import { usesEdited } from '../round/uses-edited.ts';
import type { BundlePlan, PlannedFile } from './plan-bundle.ts';
import type { FileFault } from '../../../shared/domain/evidence/evidence.ts';
import { fileFaultWords } from '../../../shared/errors/messages.ts';

/** Raised when an older Dabiao could no longer read a bundle rightly. */
const bundleFormatVersion = 1;
export const manifestName = 'manifest.json';
export const workbookName = '评审工作簿.xlsx';

/** The workbook as it lies in the bundle. */
export interface WrittenBook {
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that the bundle should hold and does not. */
export interface SkippedFile extends PlannedFile {
  readonly fault: FileFault;
}

/**
 * `manifest.json`: what the bundle is, every file with its SHA-256, so that anybody can check it, and those that were
 * left out.
 */
export function manifestText(
  plan: BundlePlan,
  book: Omit<ReviewBookInput, 'evidenceLinks' | 'faultyFiles'> & WrittenBook,
  sha256Of: (file: PlannedFile) => string,
  skipped: readonly SkippedFile[],
): string {
  const { round, standard, target, settings } = book.view;
  const isEdited = usesEdited(target, settings.scoring?.edited === true);
  const manifest = {
    format: 'dabiao-evidence-bundle',
    formatVersion: bundleFormatVersion,
    institution: book.institution,
    round: { id: round.id, title: round.title },
    standard: { id: standard.id, packId: standard.packId, title: standard.title, edition: standard.edition },
    target: { id: target.id, label: target.label, thresholds: isEdited ? 'edited' : 'built-in' },
    created: book.exportedAt.toISOString(),
    appVersion: book.appVersion,
    workbook: { path: workbookName, id: book.workbookId, sha256: book.sha256, bytes: book.bytes },
    files: plan.files.map((file) => ({
      path: file.path,
      sha256: sha256Of(file),
      bytes: file.bytes,
      number: file.number,
      title: file.title,
      clauses: file.clauses,
      originalName: file.originalName,
    })),
    missing: skipped.map((file) => ({
      status: `文件缺失：${fileFaultWords[file.fault]}`,
      number: file.number,
      title: file.title,
      clauses: file.clauses,
      originalName: file.originalName,
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
