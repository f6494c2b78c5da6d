import type { Package } from '../score-file/open-package.ts';
import { parseXml } from '../score-file/parse-xml.ts';
import { relationsOf } from '../score-file/read-xlsx.ts';
import { collectText } from '../score-file/rich-text.ts';
import { Unreadable } from '../score-file/unreadable.ts';
import { createBudget, limits, within, type Budget } from './limits.ts';
import { builtInFormat, formatOf, type Shown } from './number-format.ts';
import { readSheetSource } from './sheet-source.ts';
import type { Problem, SourceTable } from './source.ts';

export interface TablesRead {
  readonly tables: readonly SourceTable[];
  readonly problems: readonly Problem[];
}

/** All sheets of a workbook, the hidden ones marked, in their order. */
export async function readXlsxSource(file: Package): Promise<TablesRead> {
  const budget = createBudget();
  const workbook = (await relationsOf(file, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (!workbook) throw new Unreadable('不是 Excel 工作簿。请在 Excel 里另存为 .xlsx 后再导入。');
  const relations = await relationsOf(file, workbook);
  const partOf = (kind: string) => {
    const target = relations.find(({ type }) => type.endsWith(kind))?.target;
    return target !== undefined && file.has(target) ? within(file.stream(target), budget) : undefined;
  };
  const { sheets, uses1904 } = await readWorkbookPart(within(file.stream(workbook), budget));
  const strings = partOf('/sharedStrings');
  const styles = partOf('/styles');
  const context = {
    strings: strings ? await readStrings(strings, budget) : [],
    formats: styles ? await readFormats(styles) : [],
    uses1904,
    budget,
  };
  const tables: SourceTable[] = [];
  const problems: Problem[] = [];
  for (const { name, id, hidden } of sheets) {
    const part = relations.find((relation) => relation.id === id && relation.type.endsWith('/worksheet'))?.target;
    if (part === undefined) continue; // a chart sheet
    const { rows, problems: found } = await readSheetSource(file.stream(part), name, context);
    problems.push(...found);
    tables.push({ name, format: 'xlsx', hidden, before: [], rows });
  }
  if (tables.length === 0) throw new Unreadable('工作簿里没有工作表，或不是 Excel 写的 .xlsx。');
  return { tables, problems };
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

async function readWorkbookPart(
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly sheets: readonly SheetEntry[]; readonly uses1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let uses1904 = false;
  await parseXml(chunks, {
    open(element, { name = '', id = '', state = 'visible', date1904 }) {
      if (element === 'workbookPr') uses1904 = date1904 === '1' || date1904 === 'true';
      if (element !== 'sheet') return;
      if (sheets.length >= limits.sheets)
        throw new Unreadable(`工作表超过 ${limits.sheets} 张。请只留下标准的工作表。`);
      sheets.push({ name: name.slice(0, 100), id, hidden: state !== 'visible' });
    },
  });
  return { sheets, uses1904 };
}

async function readStrings(chunks: AsyncIterable<Buffer>, budget: Budget): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = collectText();
  await parseXml(chunks, {
    open(name) {
      if (name === 'si') text.start();
      text.open(name);
    },
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      if (strings.length >= limits.sharedStrings) budget.spend('cells', limits.cells + 1);
      strings.push(text.take());
    },
    text: (added) => text.add(added),
  });
  return strings;
}

async function readFormats(chunks: AsyncIterable<Buffer>): Promise<readonly Shown[]> {
  const custom = new Map<number, Shown>();
  const formats: Shown[] = [];
  let isInCells = false;
  await parseXml(chunks, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const id = Number(numFmtId);
      if (name === 'numFmt' && custom.size < limits.styles) custom.set(id, formatOf(formatCode.slice(0, 255)));
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells && formats.length < limits.styles) {
        formats.push(custom.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}
