import path from 'node:path';
import type { Method } from '../../../../shared/domain/standard/standard.ts';
import { validatePack } from '../../standard/read-pack.ts';
import type { Pack } from '../../../../shared/contract/pack-schema.ts';
import { limits } from '../limits.ts';
import { createProblemList, type ProblemList } from '../problem-list.ts';
import { columnLetters, placeOf, type Problem, type Source } from '../source.ts';
import { isTemplate, readTemplate } from '../template/read-template.ts';
import { checkBlackTriangles, checkTree } from './check-tree.ts';
import { parseCode } from './codes.ts';
import { speaksOfElse } from './continuation.ts';
import type { Corrections } from './corrections.ts';
import { withTitleTotal, type TitleLine } from './declared-total.ts';
import { createLeftColumns } from './left-columns.ts';
import { isBlackTriangleCore, triangleMeaning } from './marks.ts';
import type { PackMeta } from './meta.ts';
import { mendNumberCodes } from './number-codes.ts';
import { planTables, type Plan, type Tables } from './plan-tables.ts';
import type { Region } from './regions.ts';
import { ownCells } from './row-cells.ts';
import type { Role } from './roles.ts';
import { checkSharedScores } from './shared-scores.ts';
import { joinLines, keyOf } from './text.ts';
import { hasOwnChapter } from './title-rows.ts';
import { toPack, type ClauseSource, type PackMade } from './to-pack.ts';
import { buildTree } from './tree.ts';
import { createWalk } from './walk.ts';
import type { Wordings } from './wording.ts';

export type { Corrections, TableCorrection } from './corrections.ts';

export interface DetectedTable {
  readonly id: string;
  /** Which of the source's tables, from 0. */
  readonly tableIndex: number;
  readonly name: string;
  readonly used: boolean;
  /** Why it was left out, in words. */
  readonly reason?: string;
  readonly headerRow: number | undefined;
  readonly columns: readonly DetectedColumn[];
  readonly method: Method;
  /** The table goes on with this one: the same columns, no header of its own. */
  readonly continues?: string;
  readonly clauses: number;
}

export interface DetectedColumn {
  readonly column: number;
  /** `C` in a sheet, `3` in a document. */
  readonly label: string;
  readonly header: string;
  readonly role: Role;
}

export interface Draft {
  /** Undefined when no clause was found. It is valid as a pack when no problem is an error. */
  readonly pack: Pack | undefined;
  readonly tables: readonly DetectedTable[];
  /** By clause code. */
  readonly sources: Readonly<Record<string, ClauseSource>>;
  /** Of packs and our own template there is no other wording than theirs. */
  readonly wordings?: Wordings;
  readonly problems: readonly Problem[];
}

/** Understands a file as a standard: pure, and the same for the same file and corrections. */
export function detectStandard(source: Source, corrections: Corrections = {}): Draft {
  if (source.kind === 'pack')
    return { pack: withMeta(source.pack, corrections.meta), tables: [], sources: {}, problems: [] };
  if (isTemplate(source)) {
    const read = readTemplate(source);
    return read.pack ? { ...read, pack: withMeta(read.pack, corrections.meta) } : read;
  }
  const problems = createProblemList();
  const { meta = {} } = corrections;
  const plans = planTables(source, corrections);
  const walk = createWalk(problems);
  const sheets = new Set(plans.filter(({ used }) => used).map(({ region }) => region.tableIndex));
  const hasSeveral = source.format === 'xlsx' && sheets.size > 1;
  const above = linesAbove(source, plans);
  const head = titleOf(source, above);
  const title = head.text;
  let before: Plan | undefined;
  const tellLeftColumns = createLeftColumns(problems);
  const counts = new Map<string, number>();
  for (const plan of plans) {
    const { region, used, method, continues } = plan;
    const isFirstOfTable = region.id === String(region.tableIndex);
    if (isFirstOfTable) walk.readParagraphs(region.table.before);
    if (!used) {
      if (!region.text && corrections.tables?.[region.id]?.use === undefined) tellLeftOut(plan, problems);
      continue;
    }
    if (source.format === 'xlsx' && isFirstOfTable) {
      const { name } = region.table;
      walk.startSheet(name, hasOwnChapter(region) ? 'own' : hasSeveral && isNamed(name) ? 'name' : 'before');
    }
    const clausesBefore = walk.clauseCount();
    if (region.text) {
      walk.readRunning(region, method, corrections.tables?.[region.id]?.method !== undefined);
      counts.set(region.id, walk.clauseCount() - clausesBefore);
      before = undefined;
      continue;
    }
    if (!continues)
      tellLeftColumns(plan, new Set(Object.keys(corrections.tables?.[region.id]?.roles ?? {}).map(Number)));
    walk.readTitles(region);
    if (region.headerRow === undefined && !continues) {
      problems.warning(
        '没有表头的表',
        region.table.name,
        `“${region.table.name}”里没有找到表头，各列是按内容猜的。请核对。`,
      );
    }
    const isNextPage =
      before !== undefined && source.format === 'docx' && isSamePage(region, before.region, continues !== undefined);
    walk.readRows(region, method, isNextPage);
    counts.set(region.id, walk.clauseCount() - clausesBefore);
    before = plan;
  }
  if (walk.isFull()) {
    const message = `条款超过 ${limits.clauses} 条，或标题过多，不像是一份标准。请核对各列的用途，或只留下标准的表格。`;
    problems.error('过多的条款', '', message);
    return { pack: undefined, tables: plans.map((plan) => describe(plan, 0)), sources: {}, problems: problems.list() };
  }
  mendNumberCodes(walk.entries, problems);
  const triangle = corrections.triangle ?? triangleMeaning(walk.remarks) ?? 'core';
  const found = buildTree(walk.entries, title, problems);
  const tree = hasOneScoreTable(plans) ? withTitleTotal(found, head, problems) : found;
  checkTree(tree, problems);
  checkSharedScores(tree, problems);
  const isBlackCore = isBlackTriangleCore(walk.remarks);
  if (!isBlackCore) checkBlackTriangles(tree, problems);
  const made = toPack(tree, { title, lines: above.map(({ text }) => text) }, meta, { triangle, isBlackCore }, problems);
  if (!made) {
    const message = '没有找到条款。请核对表头，指明哪一列是条款名称、哪一列是编号。';
    problems.error('没有条款的文件', '', message);
  }
  for (const fault of made ? validatePack(withSum(made)).problems : [])
    problems.error('不合格式的内容', '', `${fault}。`);
  return {
    pack: made?.pack,
    tables: plans.map((plan) => describe(plan, counts.get(plan.region.id) ?? 0)),
    sources: made?.sources ?? {},
    ...(made && { wordings: made.wordings }),
    problems: [...source.problems, ...problems.list()],
  };
}

/** Of several tables, each may have a title with a total of its own. */
const hasOneScoreTable = (plans: readonly Plan[]): boolean =>
  new Set(plans.flatMap(({ used, method, root }) => (used && method === 'points' ? [root.tableIndex] : []))).size === 1;

const fewestNumbered = 2;

/** A table that is left out though its rows are numbered may be one of clauses after all. */
function tellLeftOut({ region: { table, headerRow, rows }, reason }: Plan, problems: ProblemList): void {
  const header = table.rows.find(({ row }) => row === headerRow);
  const firstRows = [header, rows[0]].flatMap((row) => (row ? [row] : []));
  if (table.hidden || firstRows.some((row) => speaksOfElse({ rows: [row] }) !== undefined)) return;
  const numbered = rows.filter((row) => {
    const own = ownCells(row);
    return own.length > 1 && parseCode(own[0]?.text ?? '') !== undefined;
  });
  if (numbered.length < fewestNumbered) return;
  const [first] = firstRows;
  const where = first ? placeOf(table, first.row, first.cells[0]?.column) : table.name;
  const message = `“${table.name}”里有 ${numbered.length} 行带编号，没有导入：${reason ?? ''}要导入的话，请选用这张表，并指明各列。`;
  problems.warning('没有导入的表', where, message);
}

/** A declared total that the clauses do not add up to is told already, with its cell. */
const withSum = ({ pack, sum }: PackMade): Pack => ({ ...pack, ...(sum !== undefined && { totalPoints: sum }) });

/** The next page of a table in a document: nothing but blank lines or 续表 stands between. */
function isSamePage(region: Region, before: Region, continues: boolean): boolean {
  if (region.table.before.some(({ text }) => !/^[(（]?续/u.test(text.trim()))) return false;
  return continues || (region.titles.length === 0 && sameHeaders(region, before));
}

const sameHeaders = (left: Region, right: Region): boolean =>
  left.headers.size === right.headers.size &&
  [...left.headers].every(([column, text]) => keyOf(right.headers.get(column) ?? '') === keyOf(text));

const isNamed = (sheet: string): boolean => !/^(?:sheet|工作表|表格?)\s*\d*$/iu.test(sheet.trim());

/** What stands above the first table that is used, a line each. */
function linesAbove({ tables }: Tables, plans: readonly Plan[]): readonly TitleLine[] {
  const first = plans.find(({ used }) => used)?.region;
  const paragraphs = tables
    .slice(0, (first?.tableIndex ?? 0) + 1)
    .flatMap(({ before }) => before.map(({ text, number }) => ({ text, where: `第 ${number} 段` })));
  const rows = (first?.titles ?? []).flatMap((row) =>
    ownCells(row)
      .slice(0, 1)
      .map(({ text, column }) => ({ text, where: first ? placeOf(first.table, row.row, column) : '' })),
  );
  return [...paragraphs, ...rows].flatMap(({ text, where }) => {
    const line = joinLines(text);
    return line.length >= 4 && line.length <= 100 ? [{ text: line, where }] : [];
  });
}

/** The first of these lines that is no number, note or remark; else the file's name. */
function titleOf({ fileName }: Tables, lines: readonly TitleLine[]): TitleLine {
  const stem = path.basename(fileName, path.extname(fileName)).trim() || '导入的标准';
  const line = lines.find(
    ({ text }) =>
      /标准|细则|评审|评价|评分|考核|办法|指南|要求|规范|目录|清单|表/u.test(text) &&
      !/^第.{1,3}(?:章|节|部分|篇)|^[一二三四五六七八九十]+、|^\d{1,2}(?:[.．、]|\s+(?![年级]))|[。；]$|^附件/u.test(
        text,
      ),
  );
  return line ?? { text: stem, where: '' };
}

function describe({ region, used, reason, method, continues }: Plan, clauses: number): DetectedTable {
  const { table, headers, roles } = region;
  const columns = new Set([...headers.keys(), ...roles.keys()]);
  for (const row of region.rows) for (const { column } of row.cells) columns.add(column);
  return {
    id: region.id,
    tableIndex: region.tableIndex,
    name: region.headerRow === undefined ? table.name : placeOf(table, region.headerRow),
    used,
    ...(reason !== undefined && { reason }),
    headerRow: region.headerRow,
    columns: [...columns]
      .toSorted((left, right) => left - right)
      .map((column) => ({
        column,
        label: table.format === 'docx' ? String(column + 1) : columnLetters(column),
        header: headers.get(column) ?? '',
        role: roles.get(column) ?? 'ignore',
      })),
    method,
    ...(continues !== undefined && { continues }),
    clauses,
  };
}

/** What the user says of a whole pack; its clauses are as they are. */
function withMeta(pack: Pack, meta: PackMeta = {}): Pack {
  const { appliesTo, ...rest } = meta;
  return { ...pack, ...rest, ...(appliesTo && { appliesTo: [...appliesTo] }) };
}
