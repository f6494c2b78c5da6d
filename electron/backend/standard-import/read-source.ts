import path from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { fileUnreadable } from '../../../shared/errors/messages.ts';
import { decodeText } from '../score-file/decode-text.ts';
import { openPackage } from '../score-file/open-package.ts';
import { Unreadable } from '../score-file/unreadable.ts';
import { readPack } from '../standard/read-pack.ts';
import { readCsvSource } from './csv-source.ts';
import { readDocxSource } from './docx-source.ts';
import { limits, packageLimits } from './limits.ts';
import { recognise, recogniseZip } from './recognise.ts';
import { readWhole } from './read-whole.ts';
import { withRunningText } from './running-text.ts';
import type { Problem, Source } from './source.ts';
import { readXlsxSource } from './xlsx-source.ts';

/**
 * Reads what a file holds, by its content and not by its name. Limits hold before memory is used, but a hostile file
 * may still take a while: run it where it can be ended (`import-standard.ts`).
 *
 * @throws {AppError} `file/unreadable`, `file/gone`, `file/locked`, `standard/pack-invalid`
 */
export async function readSource(file: string): Promise<Source> {
  const fileName = path.basename(file);
  try {
    return await readBytes(await readWhole(file, fileName), fileName);
  } catch (cause) {
    if (cause instanceof Unreadable) throw fileUnreadable(fileName, cause.message, cause);
    if (cause instanceof RangeError && !(cause instanceof AppError)) throw fileUnreadable(fileName, tooDeep, cause);
    throw cause;
  }
}

const tooDeep = '内容的层次过深或过长，不像是一份标准。请在 Excel 或 Word 里打开后另存。';

async function readBytes(bytes: Buffer, fileName: string): Promise<Source> {
  const extension = path.extname(fileName).toLowerCase();
  if (recognise(bytes) === 'zip') {
    const names = await openPackage(bytes, extension === '.docx' ? 'Word' : 'Excel', packageLimits);
    const format = recogniseZip((name) => names.has(name));
    const read = format === 'xlsx' ? await readXlsxSource(names) : withRunningText(await readDocxSource(names));
    return {
      kind: 'tables',
      fileName,
      format,
      tables: read.tables,
      problems: [...misnamed(extension, format), ...read.problems],
    };
  }
  if (bytes.length > limits.textBytes) {
    throw new Unreadable(`文本超过 ${limits.textBytes / 1024 / 1024} MB，不像是一份标准。`);
  }
  const text = decodeText(bytes);
  if (text.trim() === '') throw new Unreadable('文件里只有空白。');
  if (extension === '.yaml' || extension === '.yml' || (extension !== '.csv' && looksLikePack(text))) {
    return {
      kind: 'pack',
      fileName,
      pack: readPack(text, fileName, { checksName: false, maxLexemes: limits.lexemes }),
    };
  }
  return { kind: 'tables', fileName, format: 'csv', ...readCsvSource(text) };
}

const looksLikePack = (text: string): boolean => /^chapters:/mu.test(text) && /^id:/mu.test(text);

function misnamed(extension: string, format: 'xlsx' | 'docx'): readonly Problem[] {
  const expected = format === 'xlsx' ? ['.xlsx', '.xlsm', '.xltx', '.et'] : ['.docx', '.docm', '.dotx', '.wps'];
  if (expected.includes(extension)) return [];
  const really = format === 'xlsx' ? ' Excel 工作簿' : ' Word 文档';
  const message = `扩展名是“${extension}”，内容是${really}，已按${really}读取。`;
  return [{ severity: 'warning', where: '', message }];
}
