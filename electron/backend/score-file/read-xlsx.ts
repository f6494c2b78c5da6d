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
  const { sheets, uses1904 } = await visibleSheets(file, workbook);
  const parts = sheets.map(({ id: sheet, name }) => ({
    name,
    part: relations.find(({ id, type }) => id === sheet && type.endsWith('/worksheet'))?.target,
  }));
  const [first, ...others] = parts;
  if (!first?.part) throw new Unreadable('工作簿里没有工作表，或不是 Excel 写的 .xlsx。');
  const strings = relations.find(({ type }) => type.endsWith('/sharedStrings'))?.target;
  const texts = strings && file.has(strings) ? await sharedStrings(file, strings) : [];
  const rows = await readSheet(file.stream(first.part), texts);
  if (rows.length === 0) throw new Unreadable(await firstIsEmpty(first.name, others, file, texts));
  return { rows, uses1904 };
}

/** Whoever left an empty sheet in front is told which one to put there. */
async function firstIsEmpty(
  first: string,
  others: readonly { readonly name: string; readonly part: string | undefined }[],
  file: Package,
  texts: readonly string[],
): Promise<string> {
  const filled: string[] = [];
  for (const { name, part } of others) {
    if (part && (await readSheet(file.stream(part), texts)).length > 0) filled.push(name);
  }
  return filled.length === 0
    ? `工作表“${first}”是空的，里面没有内容。`
    : `第一个工作表“${first}”是空的，有内容的是“${filled.join('”“')}”。请把要导入的工作表移到最前面，保存后再导入。`;
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

interface SheetEntry {
  readonly id: string | undefined;
  readonly name: string;
}

/** In their order; all of them where none is visible. */
async function visibleSheets(
  file: Package,
  workbook: string,
): Promise<{ readonly sheets: readonly SheetEntry[]; readonly uses1904: boolean }> {
  let uses1904 = false;
  const sheets: (SheetEntry & { readonly isHidden: boolean })[] = [];
  await parseXml(file.stream(workbook), {
    open(name, { id, name: title = '', state = 'visible', date1904 }) {
      if (name === 'workbookPr') uses1904 = date1904 === '1' || date1904 === 'true';
      if (name === 'sheet') sheets.push({ id, name: title.slice(0, 31), isHidden: state !== 'visible' });
    },
  });
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  return { sheets: visible.length > 0 ? visible : sheets, uses1904 };
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
