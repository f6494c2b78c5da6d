import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { AppError, type Reply } from '../../shared/errors/app-error.ts';
import { diskFull, outputNotWritable, pdfInUse, printingFailed } from '../../shared/errors/messages.ts';
import { handleFromPage } from './ipc-gate.ts';

const standing = '要点为自评提示，非官方原文';
const millimetres = (length: number): number => length / 25.4; // margins are in inches

/** Pages out of what the page has laid out for print: into a file the user chose, or to the system's print dialog. */
export function registerPrinting(window: BrowserWindow, outputOf: (token: string) => string | undefined): void {
  handleFromPage(window, 'save-pdf', async (token, title) => {
    const output = outputOf(String(token));
    if (output === undefined) throw new Error('no file was chosen for this');
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      margins: { top: millimetres(16), bottom: millimetres(18), left: millimetres(16), right: millimetres(16) },
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(String(title)),
      generateDocumentOutline: true,
    });
    return replyOf(() => writeWhole(output, pdf));
  });
  handleFromPage(
    window,
    'print',
    (title) =>
      new Promise<Reply<void>>((resolve) => {
        window.webContents.print({ pageSize: 'A4', header: String(title), footer: standing }, (isDone, reason) => {
          const isRefused = !isDone && !/cancell?ed/iu.test(reason);
          resolve(isRefused ? refusal(printingFailed()) : { ok: true, value: undefined });
        });
      }),
  );
}

function footer(title: string): string {
  const place = "font: 10px 'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif; color: #56616b;";
  const page = '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span>';
  return (
    `<div style="${place} width: 100%; margin: 0 16mm; display: flex; justify-content: space-between; gap: 12px">` +
    `<span>${escapeHtml(title)}</span><span>${standing}</span>${page}</div>`
  );
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);

/** Under a temporary name first: a failure leaves the old file, and half a file never bears the name. */
async function writeWhole(output: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(output), `.dabiao-${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, output);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writingFailed(path.basename(output), cause);
  }
}

function writingFailed(name: string, cause: unknown): unknown {
  switch ((cause as { code?: unknown }).code) {
    case 'EBUSY':
    case 'EPERM':
    case 'ETXTBSY':
      return pdfInUse(name, cause);
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(name, cause);
    case 'EACCES':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return outputNotWritable(name, cause);
    default:
      return cause;
  }
}

async function replyOf(work: () => Promise<void>): Promise<Reply<void>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    if (cause instanceof AppError) return refusal(cause);
    throw cause;
  }
}

const refusal = ({ code, message, details }: AppError): Reply<never> => ({
  ok: false,
  error: { code, message, details },
});
