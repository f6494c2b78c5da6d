import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileUnreadable } from '../../../shared/errors/messages.ts';
import { readingFailed } from '../files/disk-errors.ts';
import type { CellTable } from './cell-row.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { toScoreRows, type ScoreRow } from './to-score-rows.ts';
import { Unreadable } from './unreadable.ts';

export type { ScoreRow } from './to-score-rows.ts';

const maxBytes = 50 * 1024 * 1024;

/**
 * The rows of a score file, `.csv` or `.xlsx`; rows without any value are left out.
 *
 * @throws {AppError} `file/unreadable`, `file/gone`, `file/locked`
 */
export async function readScoreFile(file: string): Promise<readonly ScoreRow[]> {
  const name = path.basename(file);
  try {
    return toScoreRows(await readTable(await readBytes(file, name), path.extname(file).toLowerCase()));
  } catch (cause) {
    if (cause instanceof Unreadable) throw fileUnreadable(name, cause.message, cause);
    throw cause;
  }
}

async function readBytes(file: string, name: string): Promise<Buffer> {
  try {
    const { size, isFile } = await stat(file).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw new Unreadable('它不是文件。');
    if (size > maxBytes) throw new Unreadable(`超过 ${maxBytes / 1024 / 1024} MB，不像是评分文件。`);
    return await readFile(file);
  } catch (cause) {
    throw readingFailed(name, cause);
  }
}

function readTable(bytes: Buffer, extension: string): Promise<CellTable> | CellTable {
  if (extension === '.xls') throw new Unreadable('这是旧版 .xls 格式。请用 WPS 或 Excel 另存为 .xlsx 后再导入。');
  if (extension !== '.csv' && extension !== '.xlsx') throw new Unreadable('只能导入 .csv 或 .xlsx 文件。');
  if (bytes.length === 0) throw new Unreadable('文件是空的。');
  const wanted = extension === '.csv' ? 'text' : 'workbook';
  const found = sniff(bytes);
  if (found === wanted)
    return found === 'text' ? { rows: readCsv(decodeText(bytes)), uses1904: false } : readXlsx(bytes);
  throw new Unreadable(reallyIs(found, extension));
}

type Content = 'workbook' | 'encrypted' | 'xls' | 'html' | 'pdf' | 'text' | 'binary';

/** What the bytes are, whatever the name says. */
function sniff(bytes: Buffer): Content {
  const start = bytes.subarray(0, 4).toString('latin1');
  if (start === 'PK\u0003\u0004') return 'workbook';
  if (start === '\u00d0\u00cf\u0011\u00e0') {
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'xls';
  }
  if (start === '%PDF') return 'pdf';
  const head = bytes
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|table|\?xml|meta|head|body)/u.test(head)) return 'html';
  const isUtf16 = start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff');
  return isUtf16 || !bytes.subarray(0, 65_536).includes(0) ? 'text' : 'binary';
}

/** Named by what the file is, so that the user knows what to do with it. */
function reallyIs(found: Content, extension: string): string {
  const really = `扩展名是 ${extension}，内容却是`;
  const words: Readonly<Record<Content, string>> = {
    encrypted: '文件设了打开密码。请在 WPS 或 Excel 里去掉密码、另存后再导入。',
    xls: `${really}旧版 Excel（.xls）。请用 WPS 或 Excel 另存为 .xlsx 后再导入。`,
    html: `${really}网页（HTML）。请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入。`,
    pdf: `${really} PDF。请导入 .csv 或 .xlsx 文件。`,
    workbook: `${really} Excel 工作簿。请把扩展名改为 .xlsx 后再导入。`,
    text: `${really}文本（CSV）。请把扩展名改为 .csv 后再导入。`,
    binary: '不是 CSV 或 Excel 文件，或已损坏。请重新复制一份。',
  };
  return words[found];
}
