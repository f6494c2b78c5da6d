import { lstat, mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { cancelled, evidenceFileMissing, outputFolderNotEmpty } from '../../../shared/errors/messages.ts';
import { syncFolder } from '../files/durable.ts';
import { exportWorkbook, type Progress } from '../workbook/export-workbook.ts';
import { outputFailure, renameWithPatience, temporaryBeside, writeOutput } from '../workbook/output-file.ts';
import type { ReviewBookInput } from '../workbook/review-book.ts';
import { manifestText, workbookName } from './manifest.ts';
import type { BundlePlan, PlannedFile } from './plan-bundle.ts';
import type { EvidenceSource } from './verified-source.ts';
import { writeFolder, type BundleContent } from './write-folder.ts';
import { writeZip } from './write-zip.ts';

export interface BundleExport {
  readonly plan: BundlePlan;
  readonly sourceOf: (file: EvidenceFileId) => EvidenceSource | undefined;
  /** The workbook's input; its links come from the plan. */
  readonly workbook: Omit<ReviewBookInput, 'evidenceLinks'>;
  readonly output: string;
  readonly as: 'folder' | 'zip';
  readonly workerUrl: URL;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface BundleResult {
  /** Workbook and manifest included. */
  readonly files: number;
  /** On disk: of the whole folder, or of the zip. */
  readonly bytes: number;
}

/**
 * Writes workbook and evidence into a new folder or a zip. Complete and durable under its final name when this
 * resolves; otherwise nothing is left behind and an existing zip is as it was.
 *
 * @throws {AppError} cancelled, evidence file missing or changed, output not empty or not writable, disk full
 */
export async function exportBundle(order: BundleExport): Promise<BundleResult> {
  const content = contentOf(order);
  const bytes = order.as === 'zip' ? await exportZip(order, content) : await exportFolder(order, content);
  return { files: content.files.length + 2, bytes };
}

function contentOf({ plan, sourceOf, workbook }: BundleExport): BundleContent {
  const files = plan.files.map((file) => {
    const source = sourceOf(file.fileId);
    if (!source) throw evidenceFileMissing(file.title);
    return { ...file, source };
  });
  const sources = new Map(files.map((file) => [file.fileId, file.source]));
  const manifest = manifestText(plan, workbook, (file) => sources.get(file.fileId)?.sha256 ?? '');
  return { files, manifest };
}

function exportZip(order: BundleExport, content: BundleContent): Promise<number> {
  return writeOutput(order.output, order.signal, async (temporary) => {
    const staging = temporaryBeside(order.output);
    try {
      await mkdir(staging);
      const workbook = path.join(staging, workbookName);
      await writeBook(order, workbook);
      const { exportedAt } = order.workbook;
      await writeZip(temporary, workbook, content, exportedAt, order.signal, filesCounted(order));
      return (await stat(temporary)).size;
    } finally {
      await remove(staging);
    }
  });
}

async function exportFolder(order: BundleExport, content: BundleContent): Promise<number> {
  const { output, signal } = order;
  const staging = temporaryBeside(output);
  try {
    if (signal.aborted) throw cancelled();
    await refuseUnlessFree(output);
    await mkdir(staging);
    const { bytes } = await writeBook(order, path.join(staging, workbookName));
    await writeFolder(staging, content, signal, filesCounted(order));
    if (signal.aborted) throw cancelled();
    await takePlace(staging, output);
    const evidence = content.files.reduce((sum, file) => sum + file.bytes, 0);
    return bytes + evidence + Buffer.byteLength(content.manifest);
  } catch (cause) {
    throw signal.aborted ? cancelled() : await outputFailure(output, cause);
  } finally {
    await remove(staging);
  }
}

/** The workbook is one step of the whole; it says itself what it is doing. */
const writeBook = (order: BundleExport, file: string) =>
  exportWorkbook({
    input: { ...order.workbook, evidenceLinks: order.plan.links },
    output: file,
    workerUrl: order.workerUrl,
    signal: order.signal,
    onProgress: ({ label }) => order.onProgress({ done: 0, total: order.plan.files.length + 1, label }),
  });

function filesCounted(order: BundleExport): (file: PlannedFile) => void {
  let done = 1;
  const total = order.plan.files.length + 1;
  return (file) => order.onProgress({ done: done++, total, label: `复制佐证材料“${file.title}”` });
}

async function refuseUnlessFree(output: string): Promise<void> {
  const existing = await lstat(output).catch(() => undefined);
  if (!existing) return;
  if ((await readdir(output)).length > 0) throw outputFolderNotEmpty(path.basename(output));
}

/** Windows does not rename onto a folder, not even an empty one, so that one goes first; `rmdir` spares a full one. */
async function takePlace(staging: string, output: string): Promise<void> {
  const existing = await lstat(output).catch(() => undefined);
  if (existing) await rmdir(output);
  try {
    await renameWithPatience(staging, output);
  } catch (cause) {
    if (existing) await mkdir(output).catch(() => undefined);
    throw cause;
  }
  await syncFolder(path.dirname(output));
}

const remove = (folder: string) => rm(folder, { force: true, recursive: true, maxRetries: 3 }).catch(() => undefined);
