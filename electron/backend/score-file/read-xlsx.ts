import path from 'node:path';
import type { CellTable } from './cell-row.ts';
import { openPackage, type Package } from './open-package.ts';
import { parseXml } from './parse-xml.ts';
import { readSheet } from './read-sheet.ts';
import { collectText } from './rich-text.ts';
import { Unreadable, type OfficeProgram } from './unreadable.ts';

/** The first visible sheet of a workbook: values only, read as it streams by, in bounded memory. */
export async function readXlsx(bytes: Buffer): Promise<CellTable> {
  const file = await openPackage(bytes);
  const workbook = (await relationsOf(file, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (workbook?.endsWith('.bin')) throw new Unreadable('这是 .xlsb 格式。请在 Excel 里另存为 .xlsx 后再导入。');
  if (!workbook) throw new Unreadable('不是 Excel 工作簿。请在 Excel 里另存为 .xlsx 后再导入。');
  const relations = await relationsOf(file, workbook);
  const { sheet, uses1904 } = await firstSheet(file, workbook);
  const part = relations.find(({ id, type }) => id === sheet && type.endsWith('/worksheet'))?.target;
  if (!part) throw new Unreadable('工作簿里没有工作表，或不是 Excel 写的 .xlsx。');
  const strings = relations.find(({ type }) => type.endsWith('/sharedStrings'))?.target;
  const texts = strings && file.has(strings) ? await sharedStrings(file, strings) : [];
  return { rows: await readSheet(file.stream(part), texts), uses1904 };
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What a part refers to; the empty name stands for the whole file. */
export async function relationsOf(
  file: Package,
  part: string,
  program: OfficeProgram = 'Excel',
): Promise<readonly Relation[]> {
  const folder = path.posix.dirname(part);
  const relations: Relation[] = [];
  await parseXml(
    file.stream(path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`)),
    {
      open(name, { Id = '', Type = '', Target = '', TargetMode }) {
        if (name !== 'Relationship' || TargetMode === 'External') return;
        const target = path.posix.join('/', Target.startsWith('/') ? '' : folder, Target).slice(1);
        relations.push({ id: Id, type: Type, target });
      },
    },
    program,
  );
  return relations;
}

async function firstSheet(
  file: Package,
  workbook: string,
): Promise<{ readonly sheet: string | undefined; readonly uses1904: boolean }> {
  let uses1904 = false;
  const sheets: { readonly id: string | undefined; readonly isHidden: boolean }[] = [];
  await parseXml(file.stream(workbook), {
    open(name, { id, state = 'visible', date1904 }) {
      if (name === 'workbookPr') uses1904 = date1904 === '1' || date1904 === 'true';
      if (name === 'sheet') sheets.push({ id, isHidden: state !== 'visible' });
    },
  });
  return { sheet: (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])?.id, uses1904 };
}

async function sharedStrings(file: Package, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = collectText();
  await parseXml(file.stream(part), {
    open(name) {
      if (name === 'si') text.start();
      text.open(name);
    },
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
    text: (added) => text.add(added),
  });
  return strings;
}
