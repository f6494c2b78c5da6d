import type { Method, Tier } from '../../../../shared/domain/standard/standard.ts';
import type { ProblemList } from '../problem-list.ts';
import { placeOf, type Paragraph, type SourceCell, type SourceRow } from '../source.ts';
import { isPartialTotal, readScore, takeScore, totalWords } from './amounts.ts';
import { parseCode, parseCodeCell, rankOf, type ParsedCode } from './codes.ts';
import { measureRoles, type ClauseEntry, type Entry, type HeadingEntry } from './entries.ts';
import { readTick, takeMarks } from './marks.ts';
import { ownCells, type Region } from './regions.ts';
import type { Role } from './roles.ts';
import { goesOn, splitPoints } from './split-points.ts';
import { cleanText, joinLines, keyOf, splitItems, splitNames } from './text.ts';

export const prerequisiteWords = /前置(?:要求|条件|条款)|一票否决|否决(?:条款|项)/u;
const remarkWords = /^(?:注|备注|说明|填表说明|注意)\s*[\d.、]*\s*[:：]|^[★△▲]\s*(?:为|表示|代表|是|标|指)/u;
const continuedWords = /^[(（]?(?:续表?|接上[表页]|第?\s*\d+\s*页.*)[)）]?\d*$/u;
/** Ranks of headings without a number: in the columns 章 and 节, and as a row of their own. */
const chapterColumn = -2;
const sectionColumn = -1;
const unnumbered = 1.5;
const longestHeading = 120;

/** Reads the rows of all regions, one after the other, as headings, clauses and totals in the order of the file. */
export function createWalk(problems: ProblemList) {
  const entries: Entry[] = [];
  const remarks: string[] = [];
  let clause: ClauseEntry | undefined;
  let lastTier: Tier | undefined;
  let chapterText = '';
  let sectionText = '';

  const heading = (text: string, where: string, rank?: number): void => {
    const marked = takeMarks(joinLines(text));
    const { title, score } = takeScore(marked.text);
    const code = parseCode(title);
    const entry: HeadingEntry = {
      kind: 'heading',
      title: (code && code.rest !== '' ? code.rest : title).slice(0, 300),
      code,
      rank: rank ?? (code ? rankOf(code) : unnumbered),
      where,
      declared: score,
      isPrerequisite: prerequisiteWords.test(title),
    };
    entries.push(entry);
    clause = undefined;
  };

  /** A sheet of its own: what stood above no longer holds. */
  function startSheet(name: string, isHeading: boolean): void {
    clause = undefined;
    chapterText = '';
    sectionText = '';
    if (!isHeading) return;
    const code = parseCode(name);
    const title = code && code.rest !== '' ? code.rest : name;
    entries.push({
      kind: 'heading',
      title,
      code,
      rank: -3,
      where: name,
      declared: undefined,
      isSheet: true,
      isPrerequisite: prerequisiteWords.test(name),
    });
  }

  /** Paragraphs between tables: headings, and remarks that say what signs mean. */
  function readParagraphs(paragraphs: readonly Paragraph[]): void {
    for (const { text, level, number } of paragraphs) {
      const line = joinLines(text);
      if (remarkWords.test(line)) {
        remarks.push(line);
        continue;
      }
      if (continuedWords.test(line) || line.length > longestHeading) continue;
      const code = parseCode(line);
      const where = `第 ${number} 段`;
      if (code) {
        // A numbered sentence is no heading.
        if (level !== undefined || !/[。；;]$/u.test(line)) heading(line, where);
      } else if (level !== undefined) heading(line, where, level);
      else if (prerequisiteWords.test(line) && line.length < 40) heading(line, where, 0);
    }
  }

  function readTitles(region: Region): void {
    for (const row of region.titles) {
      for (const { text, column } of ownCells(row)) {
        const line = joinLines(text);
        if (remarkWords.test(line)) remarks.push(line);
        else if (parseCode(line) && ownCells(row).length === 1) {
          heading(line, placeOf(region.table, row.row, column));
        }
      }
    }
  }

  /** `isNextPage`: the region goes on with the table before, in the middle of a clause perhaps. */
  function readRows(region: Region, method: Method, isNextPage: boolean): void {
    const { table, roles } = region;
    const columnsOf = (role: Role) => [...roles].filter(([, one]) => one === role).map(([column]) => column);
    const codeColumn = columnsOf('code')[0];
    const titleColumn = columnsOf('title')[0];
    const pointColumns = (['points', 'C', 'B', 'A'] as const).flatMap((role) =>
      columnsOf(role).map((column) => ({ role, column })),
    );
    const headingColumns = new Set([codeColumn, titleColumn, ...columnsOf('chapter'), ...columnsOf('section')]);
    const used = [...roles].filter(([, role]) => role !== 'ignore').map(([column]) => column);
    const firstColumn = Math.min(...used);
    if (!isNextPage) clause = undefined;
    let isFirst = isNextPage;

    for (const row of region.rows) {
      const at = (column: number | undefined): SourceCell | undefined =>
        column === undefined ? undefined : row.cells.find((cell) => cell.column === column);
      /** What begins in this row; a cell that a merge from above covers says nothing new. */
      const own = (column: number | undefined): SourceCell | undefined => {
        const cell = at(column);
        return cell && (cell.from === undefined || cell.from.row === row.row) ? cell : undefined;
      };
      const where = (column?: number) => placeOf(table, row.row, column);
      const ownOnes = ownCells(row);
      if (ownOnes.length === 0) continue;
      checkCells(row, region);

      const [only] = ownOnes;
      if (ownOnes.length === 1 && only) {
        const isAlone = row.cells.every(({ from }) => from === undefined || from.row === row.row);
        const text = joinLines(only.text);
        if (isAlone && remarkWords.test(text)) {
          remarks.push(text);
          continue;
        }
        const isWide = row.cells.length > 1;
        const code = parseCode(text);
        const isNumbered = code !== undefined && code.kind !== 'dotted' && code.kind !== 'paren' && code.rest !== '';
        const isInPlace = headingColumns.has(only.column) || only.column <= firstColumn;
        const isShort = text.length <= longestHeading && !/[。；;]$/u.test(text);
        const goesOnAbove = isFirst && !code && !isWide;
        const isUnnumbered =
          !code && (roles.get(only.column) !== 'title' || codeColumn !== undefined || isBelowNothing(clause));
        if (
          isAlone &&
          !totalWords.test(text) &&
          !goesOnAbove &&
          (isWide || (isInPlace && isShort && (isNumbered || isUnnumbered)))
        ) {
          heading(only.text, where(only.column));
          isFirst = false;
          continue;
        }
      }
      if (readTotal(row, region)) continue;

      readOuterColumn(own(columnsOf('chapter')[0]), 'chapter', where);
      readOuterColumn(own(columnsOf('section')[0]), 'section', where);

      const codeCell = own(codeColumn);
      const titleCell = own(titleColumn);
      const markedCode = takeMarks(joinLines(codeCell?.text ?? ''));
      const markedTitle = takeMarks(joinLines(titleCell?.text ?? ''));
      const inlineCode = codeColumn === undefined || markedCode.text === '' ? parseCode(markedTitle.text) : undefined;
      const cellCode = markedCode.text === '' ? undefined : parseCodeCell(markedCode.text);
      // A date was a code once; which one, nobody can say.
      const code: ParsedCode | undefined = codeCell?.kind === 'date' ? undefined : (cellCode ?? inlineCode);
      const titleText = inlineCode
        ? inlineCode.rest
        : cellCode && cellCode.rest !== '' && !titleCell
          ? cellCode.rest
          : markedTitle.text;
      const scored = takeScore(titleText);
      const hasOwnScore = columnsOf('score').some((column) => own(column) !== undefined);
      const isSame: boolean =
        clause !== undefined &&
        (code
          ? clause.code?.code === code.code &&
            clause.code.kind === code.kind &&
            (titleText === '' || scored.title === clause.title)
          : titleText === '' || scored.title === clause.title || (isFirst && codeColumn !== undefined && !hasOwnScore));
      if (!isSame && !code && titleText === '' && clause === undefined) {
        problems.warning(
          '没有归属的内容',
          where(ownOnes[0]?.column),
          `“${excerpt(ownOnes[0]?.text)}”不属于任何条款，没有导入。`,
        );
        continue;
      }
      if (isSame && clause && !code && titleText !== '' && scored.title !== clause.title) {
        clause.title = joinLines(`${clause.title}\n${scored.title}`);
      }
      if (!isSame) {
        const isIndicator = method === 'indicator';
        clause = {
          kind: 'clause',
          where: where(codeCell?.column ?? titleCell?.column),
          code,
          codeWhere: where(codeCell?.column ?? titleCell?.column),
          isNumberCode: codeCell?.kind === 'number',
          title: scored.title,
          points: [],
          expectsPoints: pointColumns.length > 0 && !isIndicator,
          score: scored.score,
          scoreWhere: where(titleCell?.column),
          deductions: [],
          core: markedCode.core || markedTitle.core,
          optional: markedCode.optional || markedTitle.optional,
          hasTriangle: markedCode.triangle || markedTitle.triangle,
          checks: [],
          departments: [],
          evidence: [],
          notes: [],
          measures: new Map(),
          method,
        };
        if (codeCell?.kind === 'date') {
          const message = `编号成了日期“${codeCell.text}”，可能是 Excel 自动改的。请把这一列设为文本，改回编号。`;
          problems.error('成了日期的编号', where(codeCell.column), message);
        }
        entries.push(clause);
        lastTier = undefined;
      }
      const current = clause;
      if (!current) continue;
      readPoints(current, row, pointColumns, region, isFirst && isSame);
      readRest(current, row, region);
      isFirst = false;
    }
  }

  function readOuterColumn(
    cell: SourceCell | undefined,
    level: 'chapter' | 'section',
    where: (column?: number) => string,
  ): void {
    if (!cell) return;
    const text = joinLines(cell.text);
    if (level === 'chapter') {
      if (text === chapterText) return;
      chapterText = text;
      sectionText = '';
      heading(cell.text, where(cell.column), chapterColumn);
    } else {
      if (text === sectionText) return;
      sectionText = text;
      heading(cell.text, where(cell.column), sectionColumn);
    }
  }

  function readTotal(row: SourceRow, { table, roles }: Region): boolean {
    const own = ownCells(row);
    const label = own.slice(0, 3).find(({ text }) => totalWords.test(keyOf(text)) && keyOf(text).length <= 12);
    if (!label) return false;
    const scoreColumn = [...roles].find(([, role]) => role === 'score')?.[0];
    const declared = [...own.filter(({ column }) => column === scoreColumn), ...own]
      .map(({ text }) => readScore(text))
      .find((score) => score !== undefined);
    if (declared !== undefined) {
      entries.push({
        kind: 'total',
        declared,
        isPartial: isPartialTotal(label.text),
        where: placeOf(table, row.row, label.column),
      });
    }
    return true;
  }

  function readPoints(
    current: ClauseEntry,
    row: SourceRow,
    columns: readonly { readonly role: 'points' | Tier; readonly column: number }[],
    { table, roles }: Region,
    isNextPage: boolean,
  ): void {
    const tierColumn = [...roles].find(([, role]) => role === 'tier')?.[0];
    const tierCell = row.cells.find(({ column }) => column === tierColumn);
    if (tierCell) lastTier = readTier(tierCell.text) ?? lastTier;
    for (const { role, column } of columns) {
      const cell = row.cells.find((one) => one.column === column);
      if (!cell || (cell.from !== undefined && !(cell.from.row === row.row))) continue;
      // A point that is merged over several columns stands in the first of them.
      if (cell.from !== undefined) continue;
      const where = placeOf(table, row.row, column);
      const before = current.points.at(-1);
      let text = cell.text;
      if (isNextPage && before && goesOn(before.text, cleanText(text))) {
        const [head = '', ...others] = cleanText(text).split('\n');
        current.points[current.points.length - 1] = { ...before, text: joinLines(`${before.text}\n${head}`) };
        text = others.join('\n');
      }
      for (const point of splitPoints(text)) {
        const tier = point.tier ?? (role === 'points' ? lastTier : role);
        if (point.tier) lastTier = point.tier;
        current.points.push({ tier, text: point.text, where });
      }
    }
  }

  function readRest(current: ClauseEntry, row: SourceRow, { table, roles }: Region): void {
    for (const cell of row.cells) {
      const role = roles.get(cell.column);
      if (role === undefined || cell.from !== undefined) continue;
      const where = placeOf(table, row.row, cell.column);
      switch (role) {
        case 'score': {
          const score = readScore(cell.text);
          if (score === undefined) {
            if (/\d/u.test(cell.text))
              problems.error('看不懂的分值', where, `分值“${excerpt(cell.text)}”看不懂，请写成一个数。`);
          } else if (current.score === undefined || current.score === score) {
            current.score = score;
            current.scoreWhere = where;
          } else if (current.points.length > 1) {
            current.score = Number((current.score + score).toFixed(4)); // one score a point: the clause has their sum
          }
          break;
        }
        case 'deductions':
          current.deductions.push(...splitItems(cell.text).filter((item) => !current.deductions.includes(item)));
          break;
        case 'core':
        case 'optional': {
          const tick = readTick(cell.text);
          if (tick === undefined) {
            problems.warning(
              '不认识的标记',
              where,
              `标记“${excerpt(cell.text)}”不认识，没有当作${role === 'core' ? '核心' : '可选'}条款。`,
            );
          } else if (role === 'core') current.core ||= tick !== false;
          else current.optional ||= tick !== false;
          break;
        }
        case 'checks':
          addNew(current.checks, splitNames(cell.text));
          break;
        case 'departments':
          addNew(current.departments, splitNames(cell.text));
          break;
        case 'evidence':
          addNew(current.evidence, splitItems(cell.text));
          break;
        case 'note':
          addNew(current.notes, [cleanText(cell.text)]);
          break;
        case 'numerator':
        case 'denominator':
        case 'unit':
        case 'direction':
        case 'period':
        case 'target':
        case 'formula':
          if (!current.measures.has(role)) current.measures.set(role, { text: joinLines(cell.text), where });
          break;
        case 'chapter':
        case 'section':
        case 'code':
        case 'title':
        case 'points':
        case 'C':
        case 'B':
        case 'A':
        case 'tier':
        case 'ignore':
          break;
      }
    }
  }

  function checkCells(row: SourceRow, { table, roles }: Region): void {
    for (const { column, kind, text, formula } of ownCells(row)) {
      if ((roles.get(column) ?? 'ignore') === 'ignore') continue;
      const where = placeOf(table, row.row, column);
      if (kind === 'error')
        problems.error('有错误值的单元格', where, `这一格是错误值 ${text}。请在 Excel 里改正后再导入。`);
      else if (formula) problems.warning('公式', where, `这一格是公式，用了上次算出的结果“${excerpt(text)}”。`);
    }
  }

  return { startSheet, readParagraphs, readTitles, readRows, entries, remarks };
}

/** Without any clause above, a line of its own can only be a heading. */
const isBelowNothing = (clause: ClauseEntry | undefined): boolean => clause === undefined;

function readTier(text: string): Tier | undefined {
  const key = keyOf(text).replace(/[^CBA合格良好优秀]/gu, '');
  if (key.startsWith('C') || key === '合格') return 'C';
  if (key.startsWith('B') || key === '良好') return 'B';
  return key.startsWith('A') || key === '优秀' ? 'A' : undefined;
}

function addNew(list: string[], more: readonly string[]): void {
  for (const text of more) if (!list.includes(text)) list.push(text);
}

const excerpt = (text = ''): string => {
  const line = joinLines(text);
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
};

/** Whether a table speaks of measured figures. */
export const isMeasured = (roles: ReadonlyMap<number, Role>): boolean => {
  const found = new Set(roles.values());
  const measures = measureRoles.filter((role) => found.has(role)).length;
  return found.has('numerator') || found.has('denominator') || (found.has('formula') && measures >= 2);
};
