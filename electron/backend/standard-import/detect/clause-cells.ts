import type { Tier } from '../../../../shared/domain/standard/standard.ts';
import { limits } from '../limits.ts';
import type { ProblemList } from '../problem-list.ts';
import { columnLetters, placeOf, type SourceCell } from '../source.ts';
import { readScore } from './amounts.ts';
import type { ClauseEntry } from './entries.ts';
import { readTick, readVeto } from './marks.ts';
import type { Role } from './roles.ts';
import type { Layout, RowView } from './row-view.ts';
import { goesOn, hasNumbers, hasTierMarks, isBareTier, readTier, splitPoints } from './split-points.ts';
import { cleanText, excerpt, joinLines, keyOf, splitItems, splitNames } from './text.ts';
import { addWording, goOnWith } from './wording.ts';

/**
 * Adds the points of a row to its clause. `tier` is the one that was said last for this clause; the one that holds
 * after the row is returned. `isNextPage`: the row stands at the top of a page, perhaps in the middle of a sentence.
 */
export function readPoints(
  clause: ClauseEntry,
  view: RowView,
  tier: Tier | undefined,
  isNextPage: boolean,
): Tier | undefined {
  const [tierColumn] = view.layout.columns('tier');
  const tierCell = tierColumn === undefined ? undefined : view.at(tierColumn);
  let last = (tierCell && readTier(tierCell.text)) ?? tier;
  if (tierColumn !== undefined && tierCell) last = readTierCell(clause, tierCell, view.where(tierColumn), last);
  for (const { role, column } of view.layout.points) {
    const cell = view.at(column);
    if (!cell || cell.from !== undefined) continue;
    const where = view.where(column);
    const wanted = role === 'points' ? (tierCell ? last : undefined) : role;
    // Where points have numbers, a cell without one goes on with the sentence above, also within a page.
    const mayGoOn = isNextPage || clause.hasNumbers;
    const clean = cleanText(cell.text);
    const text = mayGoOn ? finishSentence(clause, wanted, clean) : clean;
    const said = role === 'points' ? last : role;
    clause.hasNumbers ||= hasNumbers(text);
    for (const point of splitPoints(text)) {
      last = point.tier ?? last;
      clause.points.push({ tier: point.tier ?? (role === 'points' ? last : role), text: point.text, where });
    }
    addWording(clause, tierCell && role === 'points' ? `${leadIn(tierCell)}${text}` : text, said);
  }
  return last;
}

/** 【B】符合“C”，并 in a cell of its own reads before what stands beside it; the bare mark says no more than its tier. */
const leadIn = ({ text, from }: SourceCell): string =>
  from === undefined && isBareTier(text) && keyOf(text).length > longestMark ? `${cleanText(text)}\n` : '';

/** 【C级】 */
const longestMark = 4;

/** Gives the last point, of this tier if one is named, the rest of its sentence, and returns what is left of the cell. */
function finishSentence(clause: ClauseEntry, tier: Tier | undefined, clean: string): string {
  const at = clause.points.findLastIndex((point) => tier === undefined || point.tier === tier);
  const before = clause.points[at];
  if (!before || !goesOn(before.text, clean)) return clean;
  const [head = '', ...others] = clean.split('\n');
  clause.points[at] = { ...before, text: joinLines(`${before.text}\n${head}`) };
  goOnWith(clause, head, tier);
  return others.join('\n');
}

/** Beside bare grades, some rows have the points in the same cell: 【C】1.… 【B】… */
function readTierCell(
  clause: ClauseEntry,
  { text, from }: SourceCell,
  where: string,
  tier: Tier | undefined,
): Tier | undefined {
  if (from !== undefined || !hasTierMarks(text) || isBareTier(text)) return tier;
  const points = splitPoints(text);
  clause.points.push(...points.map((point) => ({ tier: point.tier ?? tier, text: point.text, where })));
  addWording(clause, text, tier);
  return points.at(-1)?.tier ?? tier;
}

/** Said once and merged over several clauses, it holds for all of them. */
const shared: ReadonlySet<Role> = new Set<Role>([
  'veto',
  'checks',
  'departments',
  'evidence',
  'unit',
  'direction',
  'period',
]);

/** Adds what the other columns of a row say to its clause. */
export function readDetails(clause: ClauseEntry, view: RowView, problems: ProblemList): void {
  for (const cell of view.row.cells) {
    const role = view.layout.region.roles.get(cell.column);
    if (role === undefined || cell.from?.row === view.row.row) continue;
    if (cell.from && role === 'score') noteSharedScore(clause, view, cell.text, cell.from);
    if (cell.from && !shared.has(role)) continue;
    readDetail(clause, role, cell, view.where(cell.column), problems);
  }
}

/** The rows that a clause goes on with lie below its own score. */
function noteSharedScore(
  clause: ClauseEntry,
  view: RowView,
  text: string,
  from: NonNullable<SourceCell['from']>,
): void {
  const where = placeOf(view.layout.region.table, from.row, from.column);
  if (!clause.hasScoreCell) clause.sharedScore ??= { text, where };
}

/** Adds what a column or a label such as 评审方法 says. */
export function readDetail(
  clause: ClauseEntry,
  role: Role,
  { text }: Pick<SourceCell, 'text'>,
  where: string,
  problems: ProblemList,
): void {
  const addTo = (list: string[], items: readonly string[]): void => {
    for (const item of items) {
      if (list.length >= limits.listItems) {
        problems.error('放不下的内容', where, `一个条款里的同类内容超过 ${limits.listItems} 项，后面的没有导入。`);
        return;
      }
      if (!list.includes(item)) list.push(item);
    }
  };
  switch (role) {
    case 'score':
      addScore(clause, text, where, problems);
      break;
    case 'deductions':
      addTo(clause.deductions, splitItems(text));
      break;
    case 'core':
    case 'optional': {
      const tick = readTick(text);
      const meant = role === 'core' ? '核心' : '可选';
      if (tick === undefined) {
        problems.warning('不认识的标记', where, `标记“${excerpt(text)}”不认识，没有当作${meant}条款。`);
      } else clause[role] ||= tick !== false;
      break;
    }
    case 'veto': {
      const tick = readVeto(text);
      if (tick === true) clause.method = 'prerequisite';
      else if (tick !== false) {
        problems.warning('不认识的标记', where, `标记“${excerpt(text)}”不认识，没有当作前置要求。`);
      }
      break;
    }
    case 'checks':
      addTo(clause.checks, splitNames(text));
      break;
    case 'departments':
      addTo(clause.departments, splitNames(text));
      break;
    case 'evidence':
      addTo(clause.evidence, splitItems(text));
      break;
    case 'note':
      addTo(clause.notes, [cleanText(text)]);
      break;
    case 'numerator':
    case 'denominator':
    case 'unit':
    case 'direction':
    case 'period':
    case 'target':
    case 'formula':
      if (!clause.measures.has(role)) clause.measures.set(role, { text: joinLines(text), where });
      break;
    case 'part':
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

/** What stands in a cell of scores where there is none: a dash, or that the clause vetoes the whole. */
const noScore = /^(?:[-—－–/／、.]*|无|无分值|不计分|不评分|不适用|一票否决|否决项?|\/+|★)$/u;

function addScore(clause: ClauseEntry, text: string, where: string, problems: ProblemList): void {
  const score = readScore(text);
  if (score === undefined) {
    if (!noScore.test(keyOf(text))) {
      problems.error('看不懂的分值', where, `分值“${excerpt(text)}”看不懂，请写成一个数。`);
      clause.hasUnreadableScore = true;
    }
    return;
  }
  // One score a point: the clause has their sum. The same score again in its title is no second one.
  const isMore = clause.hasScoreCell && clause.score !== undefined;
  clause.score = isMore ? Number(((clause.score ?? 0) + score).toFixed(4)) : score;
  clause.scoreWhere = where;
  clause.hasScoreCell = true;
}

/** Error values and formulas among the cells that are read. */
export function checkCells(view: RowView, problems: ProblemList): void {
  for (const { column, kind, text, formula } of view.cells) {
    if ((view.layout.region.roles.get(column) ?? 'ignore') === 'ignore') continue;
    const where = view.where(column);
    if (kind === 'error') {
      problems.error('有错误值的单元格', where, `这一格是错误值 ${text}。请在 Excel 里改正后再导入。`);
    } else if (formula) {
      problems.warning('公式', where, `这一格是公式，用了上次算出的结果“${excerpt(text)}”。`);
    }
  }
}

/** Hidden columns are read like the others: who hid them may have forgotten. */
export function checkHiddenColumns({ region: { table, roles, rows } }: Layout, problems: ProblemList): void {
  const hidden = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.hidden ? [cell.column] : []))));
  for (const column of hidden) {
    if ((roles.get(column) ?? 'ignore') === 'ignore') continue;
    const where = `${table.name}!${columnLetters(column)}`;
    problems.warning('隐藏的列', where, '这一列是隐藏的，也读取了。不要的话请把它设为不导入。');
  }
}
