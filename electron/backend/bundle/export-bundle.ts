import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import type { FileFault } from '../../../shared/domain/evidence/evidence.ts';
import {
  cancelled,
  evidenceFaulty,
  evidenceFileMissing,
  outputFolderNotEmpty,
  outputNotFolder,
} from '../../../shared/errors/messages.ts';
import { syncFolder } from '../files/durable.ts';
import { exportWorkbook, type Progress } from '../workbook/export-workbook.ts';
import {
  outputFailure,
  refuseInWorkspace,
  renameWithPatience,
  sweepLeftovers,
  temporaryBeside,
  writeOutput,
} from '../workbook/output-file.ts';
import type { ReviewBookInput } from '../workbook/review-book.ts';
import { faultLine } from './fault-line.ts';
import { manifestText, workbookName, type SkippedFile, type WrittenBook } from './manifest.ts';
import type { BundlePlan, PlannedFile } from './plan-bundle.ts';
import type { EvidenceSource } from './verified-source.ts';
import { writeFolder, type BundleContent } from './write-folder.ts';
import { writeZip } from './write-zip.ts';

export interface BundleExport {
  readonly plan: BundlePlan;
  readonly sourceOf: (file: EvidenceFileId) => EvidenceSource | undefined;
  /** Checks a file before anything is written. */
  readonly faultOf: (file: EvidenceFileId, signal: AbortSignal) => Promise<FileFault | undefined>;
  /** What is missing or changed is left out, and named in workbook and manifest, instead of refusing all. */
  readonly skipFaulty: boolean;
  /** The workbook's input; its links come from the plan. */
  readonly workbook: Omit<ReviewBookInput, 'evidenceLinks' | 'faultyFiles'>;
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
  /** Evidence files left out. */
  readonly skipped: number;
}

/** Done and to do, counted in files: each is checked, and then copied; the workbook is as much work as a few of them. */
const workbookSteps = 10;

/** The order once its files are checked: those that can be copied, and those that cannot. */
interface CheckedOrder extends BundleExport {
  readonly skipped: readonly SkippedFile[];
  /** All that were to be copied from one of them. */
  readonly faulty: ReadonlyMap<EvidenceFileId, FileFault>;
  readonly checked: number;
  readonly total: number;
}

/**
 * Writes workbook and evidence into a new folder or a zip. Complete and durable under its final name when this
 * resolves; otherwise nothing is left behind and an existing zip is as it was.
 *
 * @throws {AppError} cancelled, evidence files missing or changed (all of them named), output not empty or not writable,
 *   disk full
 */
export async function exportBundle(order: BundleExport): Promise<BundleResult> {
  if (order.as === 'folder') await refuseUnlessFree(order.output);
  const checked = await check(order);
  const content = contentOf(checked);
  const bytes = order.as === 'zip' ? await exportZip(checked, content) : await exportFolder(checked, content);
  return { files: content.files.length + 2, bytes, skipped: checked.skipped.length };
}

/** What goes beside the workbook; the manifest vouches for the workbook too, so it comes last. */
interface PlannedContent extends Pick<BundleContent, 'files'> {
  readonly manifestOf: (book: WrittenBook) => string;
}

/** A bundle is given away: what it lacks is known before a byte of it is written. */
async function check(order: BundleExport): Promise<CheckedOrder> {
  const { plan, signal } = order;
  const checked = plan.files.length;
  const skipped: SkippedFile[] = [];
  for (const [done, file] of plan.files.entries()) {
    if (signal.aborted) throw cancelled();
    order.onProgress({ done, total: 2 * checked + workbookSteps, label: `核对佐证材料“${file.title}”` });
    const fault = await order.faultOf(file.fileId, signal).catch((cause: unknown) => {
      throw signal.aborted ? cancelled() : cause;
    });
    if (fault) skipped.push({ ...file, fault });
  }
  if (skipped.length > 0 && !order.skipFaulty) throw evidenceFaulty(skipped.map(faultLine(order.workbook.view)));
  const left = new Map(skipped.map((file) => [file.path, file.fault]));
  const files = plan.files.filter((file) => !left.has(file.path));
  const links = new Map([...plan.links].filter(([, place]) => !left.has(place)));
  const faulty = new Map([...plan.links].flatMap(([fileId, place]) => asPair(fileId, left.get(place))));
  return { ...order, plan: { files, links }, faulty, skipped, checked, total: checked + workbookSteps + files.length };
}

const asPair = <Key, Value>(key: Key, value: Value | undefined): readonly (readonly [Key, Value])[] =>
  value === undefined ? [] : [[key, value]];

function contentOf({ plan, sourceOf, workbook, skipped }: CheckedOrder): PlannedContent {
  const files = plan.files.map((file) => {
    const source = sourceOf(file.fileId);
    if (!source) throw evidenceFileMissing(file.title);
    return { ...file, source };
  });
  const sources = new Map(files.map((file) => [file.fileId, file.source]));
  const sha256Of = (file: PlannedFile) => sources.get(file.fileId)?.sha256 ?? '';
  return { files, manifestOf: (book) => manifestText(plan, { ...workbook, ...book }, sha256Of, skipped) };
}

function exportZip(order: CheckedOrder, content: PlannedContent): Promise<number> {
  return writeOutput(order.output, order.signal, async (temporary) => {
    const staging = temporaryBeside(order.output);
    try {
      await mkdir(staging);
      const workbook = path.join(staging, workbookName);
      const book = await writeBook(order, workbook);
      const { exportedAt } = order.workbook;
      await writeZip(
        temporary,
        workbook,
        { ...content, manifest: content.manifestOf(book) },
        exportedAt,
        order.signal,
        filesCounted(order),
      );
      return (await stat(temporary)).size;
    } finally {
      await remove(staging);
    }
  });
}

async function exportFolder(order: CheckedOrder, content: PlannedContent): Promise<number> {
  const { output, signal } = order;
  const staging = temporaryBeside(output);
  try {
    if (signal.aborted) throw cancelled();
    await sweepLeftovers(path.dirname(output));
    await mkdir(staging);
    const book = await writeBook(order, path.join(staging, workbookName));
    const manifest = content.manifestOf(book);
    await writeFolder(staging, { ...content, manifest }, signal, filesCounted(order));
    if (signal.aborted) throw cancelled();
    await takePlace(staging, output);
    const evidence = content.files.reduce((sum, file) => sum + file.bytes, 0);
    return book.bytes + evidence + Buffer.byteLength(manifest);
  } catch (cause) {
    throw signal.aborted ? cancelled() : await outputFailure(output, cause);
  } finally {
    await remove(staging);
  }
}

/** The workbook says itself what it is doing, and how far it is with it. */
async function writeBook(order: CheckedOrder, file: string): Promise<WrittenBook> {
  const { bytes } = await exportWorkbook({
    input: {
      ...order.workbook,
      evidenceLinks: order.plan.links,
      faultyFiles: order.faulty,
    },
    output: file,
    workerUrl: order.workerUrl,
    signal: order.signal,
    onProgress: ({ label, done, total }) =>
      order.onProgress({ done: order.checked + (workbookSteps * done) / total, total: order.total, label }),
  });
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { bytes, sha256 };
}

function filesCounted({ checked, total, onProgress }: CheckedOrder): (file: PlannedFile) => void {
  let done = checked + workbookSteps;
  return (file) => onProgress({ done: done++, total, label: `复制佐证材料“${file.title}”` });
}

async function refuseUnlessFree(output: string): Promise<void> {
  refuseInWorkspace(output);
  const existing = await lstat(output).catch(() => undefined);
  if (!existing) return;
  if (!existing.isDirectory()) throw outputNotFolder(path.basename(output));
  const names = await readdir(output).catch(async (cause: unknown) => {
    throw await outputFailure(output, cause);
  });
  if (names.length > 0) throw outputFolderNotEmpty(path.basename(output));
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
