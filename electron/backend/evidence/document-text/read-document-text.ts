import { readFile, stat } from 'node:fs/promises';
import type { DocumentText } from '../../../../shared/contract/evidence.ts';
import { openPackage } from '../../score-file/open-package.ts';
import { Unreadable } from '../../score-file/unreadable.ts';
import { readDocxSource } from '../../standard-import/docx-source.ts';
import { packageLimits } from '../../standard-import/limits.ts';
import { recognise, recogniseZip } from '../../standard-import/recognise.ts';
import { readXlsxSource } from '../../standard-import/xlsx-source.ts';
import { cutText, documentSections, workbookSections } from './sections.ts';
import { reasonFor, Unshowable } from './unshowable.ts';

const mostBytes = 48 * 1024 * 1024;

/**
 * The text of a Word or Excel file, by its content and not by its name. A hostile file may take a while: run it where it
 * can be ended.
 *
 * @throws {Unshowable}
 */
export async function readDocumentText(file: string): Promise<DocumentText> {
  const { size } = await stat(file);
  if (size === 0) throw new Unshowable('文件是空的。');
  if (size > mostBytes) throw new Unshowable(`文件超过 ${mostBytes / 1024 / 1024} MB。`);
  try {
    const { sections, isCut } = await sectionsOf(await readFile(file));
    return cutText(sections, isCut);
  } catch (cause) {
    if (cause instanceof Unreadable) throw new Unshowable(reasonFor(cause.message), { cause });
    if (cause instanceof RangeError) throw new Unshowable('内容的层次过深或过长。', { cause });
    throw cause;
  }
}

async function sectionsOf(bytes: Buffer) {
  if (recognise(bytes) === 'text') throw new Unshowable('内容不是 Word 或 Excel 文件，扩展名可能被改过。');
  const parts = await openPackage(bytes, 'Word', packageLimits);
  if (recogniseZip((name) => parts.has(name)) === 'xlsx') {
    return { sections: workbookSections(await readXlsxSource(parts)), isCut: false };
  }
  const document = await readDocxSource(parts);
  return { sections: documentSections(document), isCut: document.hasMore };
}
