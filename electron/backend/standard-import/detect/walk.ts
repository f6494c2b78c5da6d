import type { Method, Tier } from '../../../../shared/domain/standard/standard.ts';
import { limits } from '../limits.ts';
import type { ProblemList } from '../problem-list.ts';
import { placeOf, type Paragraph, type SourceCell } from '../source.ts';
import { isGrandTotal, isPartialTotal, readScore, takeScore, totalWords } from './amounts.ts';
import { checkCells, checkHiddenColumns, readDetails, readPoints } from './clause-cells.ts';
import { parseCode, rankOf } from './codes.ts';
import type { ClauseEntry, Entry, OuterColumn } from './entries.ts';
import { prerequisiteWords, takeMarks } from './marks.ts';
import { clauseOfLine } from './name-lines.ts';
import { newClause } from './new-clause.ts';
import { readText } from './read-text.ts';
import { nameOf, type Named } from './row-name.ts';
import type { Region } from './regions.ts';
import { ownCells } from './row-cells.ts';
import { layoutOf, viewRow, type RowView } from './row-view.ts';
import { cleanText, excerpt, joinLines, keyOf } from './text.ts';
import { longestHeading, titleHeadings } from './title-rows.ts';
import { addWording } from './wording.ts';

const remarkWords = /^(?:注|备注|说明|填表说明|注意)\s*[\d.、]*\s*[:：]|^[★△▲]\s*(?:为|表示|代表|是|标|指)/u;
const continuedWords = /^[(（]?(?:续表?|接上[表页]|第?\s*\d+\s*页.*)[)）]?\d*$/u;
/** Ranks of headings without a number: of a sheet, of the columns 部分, 章 and 节, of a row. */
const ranks = { sheet: -3, part: -2.5, chapter: -2, section: -1, row: 1.5 } as const;
const nothingOuter = { part: '', chapter: '', section: '' } as const;
const longestTotal = 12;

export type Walk = ReturnType<typeof createWalk>;

/** Reads the rows of all regions, one after the other, as headings, clauses and totals in the order of the file. */
export function createWalk(problems: ProblemList) {
  const entries: Entry[] = [];
  const remarks: string[] = [];
  let clauses = 0;
  let clause: ClauseEntry | undefined;
  let tier: Tier | undefined;
  let outer: Readonly<Record<OuterColumn, string>> = nothingOuter;
  /** Told already of its points that nothing names. */
  let unnamed: Region | undefined;

  /** Beyond what any standard has, nothing more is read: the caller refuses. */
  const isFull = (): boolean => clauses > limits.clauses || entries.length - clauses > limits.headings;

  const addHeading = (text: string, where: string, rank?: number, column?: OuterColumn): void => {
    const line = joinLines(text);
    const { title, score } = takeScore(takeMarks(line).text);
    const code = parseCode(title);
    entries.push({
      kind: 'heading',
      title: (code && code.rest !== '' ? code.rest : title).slice(0, 300),
      code,
      rank: rank ?? (code ? rankOf(code) : ranks.row),
      where,
      declared: score,
      isPrerequisite: prerequisiteWords.test(title),
      ...(rank === ranks.sheet && { isSheet: true }),
      ...(column ? { column } : rank === undefined && { line }),
    });
    clause = undefined;
    // What the columns say is said again below a heading that stands across them.
    if (!column) outer = nothingOuter;
  };

  /** A new sheet stands below its name, below chapters of its own, or goes on with the sheet before. */
  function startSheet(name: string, below: 'name' | 'own' | 'before'): void {
    clause = undefined;
    outer = nothingOuter;
    if (below === 'name') addHeading(name, name, ranks.sheet);
    else if (below === 'own') {
      entries.push({ kind: 'sheet' });
      if (parseCode(name)?.kind === 'part') addHeading(name, name);
    }
  }

  /** Paragraphs between tables: headings, and remarks that say what signs mean. */
  function readParagraphs(paragraphs: readonly Paragraph[]): void {
    for (const { text, level, number } of paragraphs) {
      const line = joinLines(text);
      if (remarkWords.test(line)) remarks.push(line);
      if (isFull() || remarkWords.test(line) || continuedWords.test(line) || line.length > longestHeading) continue;
      const code = parseCode(line);
      const where = `第 ${number} 段`;
      // A numbered sentence is no heading.
      if (code && (level !== undefined || !/[。；;]$/u.test(line))) addHeading(line, where);
      else if (!code && level !== undefined) addHeading(line, where, level);
      else if (!code && prerequisiteWords.test(line) && line.length < 40) addHeading(line, where, 0);
    }
  }

  /** Lines above the header: headings, as when each chapter has a table of its own, and remarks. */
  function readTitles(region: Region): void {
    for (const row of region.titles) {
      for (const { text } of ownCells(row)) if (remarkWords.test(joinLines(text))) remarks.push(joinLines(text));
    }
    for (const { text, row, column } of titleHeadings(region)) addHeading(text, placeOf(region.table, row, column));
  }

  /** `isNextPage`: the region goes on with the table before, in the middle of a clause perhaps. */
  function readRows(region: Region, method: Method, isNextPage: boolean): void {
    const layout = layoutOf(region);
    if (!isNextPage) clause = undefined;
    let isFirst = isNextPage;
    checkHiddenColumns(layout, problems);
    for (const row of region.rows) {
      if (isFull()) return;
      const view = viewRow(layout, row);
      if (view.cells.length === 0) continue;
      if (row.hidden) problems.warning('隐藏的行', view.where(), '这一行是隐藏的，也读取了。不要的话请在文件里删去。');
      checkCells(view, problems);
      if (!readLine(view, isFirst) && !readTotal(view)) {
        for (const level of ['part', 'chapter', 'section'] as const) readOuter(view.of(level), level, view);
        readClause(view, method, isFirst);
      }
      isFirst = false;
    }
  }

  /** Running text; what the user says of its method holds for all its clauses. */
  function readRunning(region: Region, method: Method, isWished: boolean): void {
    clause = undefined;
    readText(region, isWished ? method : undefined, {
      problems,
      isFull,
      heading: addHeading,
      remark: (line) => {
        const isRemark = remarkWords.test(line);
        if (isRemark) remarks.push(line);
        return isRemark;
      },
      clause: (entry) => {
        entries.push(entry);
        clauses++;
      },
    });
  }

  /** A row with one text only: a remark or a heading. */
  function readLine(view: RowView, isFirst: boolean): boolean {
    const { layout, row, isAlone } = view;
    const [only] = view.cells;
    if (view.cells.length !== 1 || !only || !isAlone) return false;
    const text = joinLines(only.text);
    if (remarkWords.test(text)) {
      remarks.push(text);
      return true;
    }
    const isWide = row.cells.length > 1;
    const code = parseCode(text);
    if (totalWords.test(text) || (isFirst && !code && !isWide)) return false;
    if (!isWide) {
      const role = layout.region.roles.get(only.column);
      const isInPlace =
        only.column <= layout.firstColumn || ['code', 'title', 'part', 'chapter', 'section'].includes(role ?? '');
      const isShort = text.length <= longestHeading && !/[。；;]$/u.test(text);
      const isOfClause = code?.kind === 'dotted' && layout.isNameless;
      const isNumbered =
        code !== undefined && (code.kind !== 'dotted' || isOfClause) && code.kind !== 'paren' && code.rest !== '';
      const mayBeBare = role !== 'title' || layout.columns('code').length > 0 || clause === undefined;
      if (!isInPlace || !isShort || !(isNumbered || (!code && mayBeBare))) return false;
    }
    addHeading(only.text, view.where(only.column));
    return true;
  }

  function readTotal({ cells, layout, where }: RowView): boolean {
    const label = cells.slice(0, 3).find(({ text }) => text.length <= longestTotal * 2 && totalWords.test(keyOf(text)));
    if (!label || keyOf(label.text).length > longestTotal) return false;
    const [scoreColumn] = layout.columns('score');
    const declared = [...cells.filter(({ column }) => column === scoreColumn), ...cells]
      .map(({ text }) => readScore(text))
      .find((score) => score !== undefined);
    if (declared !== undefined) {
      entries.push({
        kind: 'total',
        declared,
        isPartial: isPartialTotal(label.text),
        isGrand: isGrandTotal(keyOf(label.text)),
        where: where(label.column),
      });
    }
    return true;
  }

  function readOuter(cell: SourceCell | undefined, level: OuterColumn, { where }: RowView): void {
    const text = joinLines(cell?.text ?? '');
    if (!cell || text === outer[level]) return;
    const kept = { part: nothingOuter, chapter: { ...nothingOuter, part: outer.part }, section: outer };
    outer = { ...kept[level], [level]: text };
    addHeading(cell.text, where(cell.column), ranks[level], level);
  }

  function readClause(view: RowView, method: Method, isFirst: boolean): void {
    const named = nameOf(view);
    const hasNoName = !named.code && named.title === '';
    if (hasNoName && !clause && view.layout.isNameless) takeLineAbove(view, method);
    const goesOn = clause !== undefined && continues(clause, named, view, isFirst);
    if (!goesOn && hasNoName && clause === undefined) {
      if (view.layout.isNameless) return;
      const [first] = view.cells;
      const message = `“${excerpt(first?.text)}”不属于任何条款，没有导入。`;
      problems.warning('没有归属的内容', view.where(first?.column), message);
      return;
    }
    if (clause && goesOn) {
      const isRest = !named.code && named.title !== '' && named.title !== clause.title;
      if (isRest) clause.title = joinLines(`${clause.title}\n${named.title}`);
    } else {
      clause = clauseOf(view, named, method);
      entries.push(clause);
      clauses++;
      tier = undefined;
      if (view.layout.points.length === 0 && method !== 'indicator') addItems(clause, view, named);
      if (named.codeCell?.kind === 'date') {
        const message = `编号成了日期“${named.codeCell.text}”，可能是 Excel 自动改的。请把这一列设为文本，改回编号。`;
        problems.error('成了日期的编号', view.where(named.codeCell.column), message);
      }
    }
    tier = readPoints(clause, view, tier, isFirst && goesOn);
    readDetails(clause, view, problems);
  }

  /** Where no column names the clause, the line right above does; without one, nobody can say whose points these are. */
  function takeLineAbove({ layout, cells, where }: RowView, method: Method): void {
    const first = where(cells[0]?.column);
    const named = clauseOfLine(entries.at(-1), first, method);
    if (named) {
      entries[entries.length - 1] = named;
      clauses++;
      tier = undefined;
      clause = named;
    } else if (unnamed !== layout.region) {
      unnamed = layout.region;
      const message = `从这一行起的要点不知道属于哪个条款，没有导入。请在表格上方写上条款，如“1.1.1 依法执业”，或在表里加上条款名称一列。`;
      problems.error('没有条款的要点', first, message);
    }
  }

  return {
    startSheet,
    readParagraphs,
    readTitles,
    readRows,
    readRunning,
    isFull,
    clauseCount: () => clauses,
    entries,
    remarks,
  };
}

/** Whether a row says more of the clause above it, and is none of its own. */
function continues(clause: ClauseEntry, { code, title }: Named, view: RowView, isFirst: boolean): boolean {
  const isSameTitle = title === '' || title === clause.title;
  if (code) return clause.code?.code === code.code && clause.code.kind === code.kind && isSameTitle;
  if (isSameTitle) return true;
  // At the top of a page a title without number is the rest of the one before.
  return isFirst && view.layout.columns('code').length > 0 && view.of('score') === undefined;
}

/** Where no column is one of points, a list in the cell of the clause is all that there is to check. */
function addItems(clause: ClauseEntry, view: RowView, { items, titleCell }: Named): void {
  const where = view.where(titleCell?.column);
  clause.points.push(...items.map((text) => ({ tier: undefined, text, where })));
  if (items.length > 0) addWording(clause, titleCell?.text ?? '', undefined);
}

function clauseOf(
  view: RowView,
  { code, title, score, marks, codeCell, titleCell }: Named,
  method: Method,
): ClauseEntry {
  const where = view.where(codeCell?.column ?? titleCell?.column);
  return newClause(
    {
      where,
      code,
      codeWhere: where,
      isNumberCode: codeCell?.kind === 'number',
      title,
      titleWording: cleanText(titleCell?.text ?? codeCell?.text ?? ''),
      expectsPoints: view.layout.points.length > 0 && method !== 'indicator',
      score,
      scoreWhere: view.where(titleCell?.column),
      method,
    },
    marks,
  );
}
