import type { Package } from '../score-file/open-package.ts';
import { parseXml } from '../score-file/parse-xml.ts';
import { relationsOf } from '../score-file/read-xlsx.ts';
import { Unreadable } from '../score-file/unreadable.ts';
import { readNumbering } from './docx-numbering.ts';
import { readStyles, type ParagraphStyle } from './docx-styles.ts';
import { createBudget, limits, within } from './limits.ts';
import { createProblemList } from './problem-list.ts';
import { runProperties, skipLooks } from './skip-looks.ts';
import { placeOf, type Paragraph, type SourceCell, type SourceRow, type SourceTable } from './source.ts';
import type { TablesRead } from './xlsx-source.ts';

/** The tables of a document, the paragraphs before each of them, and those after the last. */
export interface DocumentRead extends TablesRead {
  readonly after: readonly Paragraph[];
  /** There are more paragraphs than were kept. */
  readonly hasMore: boolean;
}

/** Left out with all that is in them: what was deleted or moved away, and what is no running text. */
const leftOut = new Set(
  'del moveFrom Fallback delText instrText delInstrText rt pPrChange rPrChange tblPrChange trPrChange tcPrChange'.split(
    ' ',
  ),
);
const textBoxes = new Set(['txbxContent', 'pict', 'drawing']);

interface Table {
  readonly rows: SourceRow[];
  before: readonly Paragraph[];
  /** Per column: the cell that a vertical merge goes on from. */
  readonly above: Map<number, { readonly cell: SourceCell; readonly row: number }>;
}

interface Row {
  readonly cells: SourceCell[];
  column: number;
  isDeleted: boolean;
}

interface Cell {
  readonly texts: string[];
  span: number;
  merge: 'none' | 'begin' | 'continue';
}

interface OpenParagraph {
  text: string;
  style: string;
  level: number | undefined;
  listId: string | undefined;
  listLevel: number | undefined;
}

/** The tables of a document and the paragraphs around them, with tracked changes taken as accepted. */
export async function readDocxSource(file: Package): Promise<DocumentRead> {
  const budget = createBudget();
  const document = (await relationsOf(file, '', 'Word')).find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (document === undefined) throw new Unreadable('不是 Word 文档。请在 Word 里另存为 .docx 后再导入。');
  const relations = file.has(relationsPart(document)) ? await relationsOf(file, document, 'Word') : [];
  const partOf = (kind: string) => {
    const target = relations.find(({ type }) => type.endsWith(kind))?.target;
    return target !== undefined && file.has(target) ? within(file.stream(target), budget) : undefined;
  };
  const styles = await readStyles(partOf('/styles'));
  const numbering = await readNumbering(partOf('/numbering'));

  const problems = createProblemList();
  const tables: SourceTable[] = [];
  let before: Paragraph[] = [];
  let paragraphs = 0;
  let hasMore = false;
  /** Innermost last; only the outermost becomes a table of its own. */
  let depth = 0;
  let table: Table | undefined;
  let row: Row | undefined;
  let cell: Cell | undefined;
  let isInRowProperties = false;
  /** Paragraphs may stand in text boxes of paragraphs, but those are left out: one is open at a time. */
  let paragraph: OpenParagraph | undefined;
  let outside = 0;
  let isInText = false;
  let hasTextBox = false;

  const where = () =>
    table ? placeOf({ format: 'docx', name: `表格 ${tables.length + 1}` }, table.rows.length + 1, row?.column) : '';

  const endParagraph = ({ text, style, level, listId, listLevel }: OpenParagraph): void => {
    if (++paragraphs > limits.documentParagraphs) {
      throw new Unreadable(
        `文档超过 ${limits.documentParagraphs} 段，不像是一份标准。请只留下标准的部分，另存后再导入。`,
      );
    }
    const own: ParagraphStyle = styles.get(style) ?? {};
    const list = listId ?? own.listId;
    const number =
      list === undefined || list === '0' || text.trim() === ''
        ? ''
        : numbering.next(list, listLevel ?? own.listLevel ?? 0);
    const shown = `${number}${number !== '' && /[\d\p{L}]$/u.test(number) ? ' ' : ''}${text}`.trim();
    if (cell) cell.texts.push(shown);
    else if (before.length >= limits.paragraphs) hasMore = true;
    else if (shown !== '') {
      budget.spend('characters', shown.length);
      before.push({
        text: shown.slice(0, limits.cellCharacters),
        level: level ?? own.level,
        number: paragraphs,
        ...(own.isContents && { isContents: true }),
        ...(shown.length > limits.cellCharacters && { isCut: true }),
      });
    }
  };

  const endCell = (to: Table, into: Row, { texts, span, merge }: Cell): void => {
    const { column } = into;
    const text = texts.join('\n').trim();
    into.column += span;
    const rowNumber = to.rows.length + 1;
    if (text.length > limits.cellCharacters) {
      throw new Unreadable(
        `${placeOf({ format: 'docx', name: `表格 ${tables.length + 1}` }, rowNumber, column)}超过 ${limits.cellCharacters} 个字。请拆开后再导入。`,
      );
    }
    const above = to.above.get(column);
    const first: SourceCell = { column, text, kind: 'text' };
    const isBelow = merge === 'continue' && text === '' && above !== undefined;
    const origin = isBelow ? above : { cell: first, row: rowNumber };
    if (merge === 'begin') to.above.set(column, origin);
    if (merge === 'none') to.above.delete(column);
    if (origin.cell.text === '') return;
    budget.spend('characters', isBelow ? 0 : text.length);
    for (let at = column; at < column + span && at < limits.columns; at++) {
      budget.spend('cells', 1);
      const isFirst = at === column && !isBelow;
      into.cells.push(
        isFirst ? first : { ...origin.cell, column: at, from: { row: origin.row, column: origin.cell.column } },
      );
    }
  };

  const endRow = (to: Table, ended: Row): void => {
    budget.spend('rows', 1);
    if (!ended.isDeleted) to.rows.push({ row: to.rows.length + 1, cells: ended.cells });
  };

  const openElement = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const { val = '' } = attributes;
    switch (name) {
      case 'tbl':
        depth++;
        if (depth === 1) {
          if (tables.length >= limits.tables)
            throw new Unreadable(`表格超过 ${limits.tables} 个。请只留下标准的表格。`);
          table = { rows: [], before, above: new Map() };
          before = [];
        } else if (depth === 2) {
          problems.warning('表格里的表格', where(), '表格里还有表格，里面的文字已并入这一格。');
        }
        break;
      case 'tr':
        if (depth === 1) row = { cells: [], column: 0, isDeleted: false };
        break;
      case 'trPr':
        isInRowProperties = true;
        break;
      case 'gridBefore':
        if (depth === 1 && row) row.column += Math.min(Math.max(Number(val) || 0, 0), limits.columns);
        break;
      case 'tc':
        if (depth === 1) cell = { texts: [], span: 1, merge: 'none' };
        break;
      case 'gridSpan':
        if (depth === 1 && cell) cell.span = Math.min(Math.max(Number(val) || 1, 1), limits.columns);
        break;
      case 'vMerge':
        if (depth === 1 && cell) cell.merge = val === 'restart' ? 'begin' : 'continue';
        break;
      case 'p':
        paragraph = { text: '', style: '', level: undefined, listId: undefined, listLevel: undefined };
        break;
      case 'pStyle':
        if (paragraph) paragraph.style = val;
        break;
      case 'outlineLvl':
        if (paragraph && Number(val) < 9) paragraph.level = Number(val);
        break;
      case 'numId':
        if (paragraph) paragraph.listId = val;
        break;
      case 'ilvl':
        if (paragraph) paragraph.listLevel = Number(val);
        break;
      case 't':
        isInText = true;
        break;
      case 'tab':
        if (paragraph && attributes['pos'] === undefined) paragraph.text += ' ';
        break;
      case 'br':
      case 'cr':
        if (paragraph && attributes['type'] !== 'page') paragraph.text += '\n';
        break;
      case 'noBreakHyphen':
        if (paragraph) paragraph.text += '-';
        break;
      case 'sym':
        // Wingdings stars, ticks and the like have no text; a star is what standards use them for.
        if (paragraph) paragraph.text += symbols[attributes['char']?.toUpperCase() ?? ''] ?? '';
        break;
    }
  };

  await parseXml(
    within(skipLooks(file.stream(document), runProperties), budget),
    {
      open(name, attributes) {
        // Only the mark of a deleted row stands without contents.
        if (name === 'del' && isInRowProperties && row && depth === 1) row.isDeleted = true;
        if (outside > 0 || leftOut.has(name) || textBoxes.has(name)) {
          outside++;
          if (name === 'txbxContent') hasTextBox = true;
          return;
        }
        openElement(name, attributes);
      },
      close(name) {
        if (outside > 0) {
          outside--;
          return;
        }
        switch (name) {
          case 't':
            isInText = false;
            break;
          case 'p':
            if (paragraph) endParagraph(paragraph);
            paragraph = undefined;
            break;
          case 'trPr':
            isInRowProperties = false;
            break;
          case 'tc':
            if (depth === 1 && table && row && cell) endCell(table, row, cell);
            if (depth === 1) cell = undefined;
            break;
          case 'tr':
            if (depth === 1 && table && row) endRow(table, row);
            if (depth === 1) row = undefined;
            break;
          case 'tbl':
            depth--;
            if (depth === 0 && table) {
              const rows = table.rows.filter(({ cells }) => cells.length > 0);
              const title = `表格 ${tables.length + 1}`;
              tables.push({ name: title, format: 'docx', hidden: false, before: table.before, rows });
              table = undefined;
            }
            break;
        }
      },
      text(text) {
        if (isInText && outside === 0 && paragraph) paragraph.text += text;
      },
    },
    'Word',
  );
  if (hasTextBox) problems.warning('文本框', '', '文档里有文本框，里面的文字没有读取。需要的内容请移到表格里。');
  return { tables, problems: problems.list(), after: before, hasMore };
}

const relationsPart = (part: string): string => part.replace(/([^/]*)$/u, '_rels/$1.rels');

/** Characters of symbol fonts that stand for core and optional clauses, and for ticks. */
const symbols: Readonly<Record<string, string>> = { F0AB: '★', F0FC: '√', F072: '△', F0A8: '□' };
