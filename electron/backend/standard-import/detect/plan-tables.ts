import type { Method } from '../../../../shared/domain/standard/standard.ts';
import type { Source } from '../source.ts';
import { hasSameColumns, looksContinued, speaksOfElse } from './continuation.ts';
import type { Corrections, TableCorrection } from './corrections.ts';
import { prerequisiteWords } from './marks.ts';
import { findRegions, guessRoles, type Region } from './regions.ts';
import { ownCells } from './row-cells.ts';
import { planText, readTexts } from './plan-text.ts';
import { roleOfHeader, type Role } from './roles.ts';
import { hasTierMarks } from './split-points.ts';

/** What is done with a part of a table. */
export interface Plan {
  readonly region: Region;
  readonly used: boolean;
  readonly reason?: string;
  readonly method: Method;
  /** The part that it goes on with. */
  readonly continues?: string;
  /** The first part of those that go on with each other. */
  readonly root: Region;
}

export type Tables = Extract<Source, { kind: 'tables' }>;

export function planTables({ tables }: Pick<Tables, 'tables'>, { tables: wishes = {} }: Corrections): readonly Plan[] {
  const plans: Plan[] = [];
  let before: Plan | undefined;
  const texts = readTexts(tables, wishes);
  for (const [index, table] of tables.entries()) {
    const text = planText(index, texts);
    if (text) {
      plans.push(text);
      // No table goes on with running text, nor over it with another table.
      before = undefined;
      continue;
    }
    for (const found of findRegions(table, index, wishes[String(index)]?.headerRow)) {
      const plan = planRegion(found, before, wishes[found.id] ?? {});
      plans.push(plan);
      if (plan.used) before = plan;
    }
  }
  return plans;
}

function planRegion(found: Region, before: Plan | undefined, wish: TableCorrection): Plan {
  const isBare = found.headerRow === undefined;
  const fits = isBare && before !== undefined && hasSameColumns(found, before.region) ? before : undefined;
  const doubt = isBare ? doubtOf(found, fits) : undefined;
  // A table that the user wants after all goes on with the one before.
  const inherits = doubt === undefined || wish.use === true ? fits : undefined;
  const detected = fits ? fits.region.roles : isBare ? guessRoles(found.rows) : found.roles;
  const roles = new Map(detected);
  for (const [column, role] of Object.entries(wish.roles ?? {})) roles.set(Number(column), role);
  const region = { ...found, roles };
  const reason = whyNot(region, fits !== undefined) ?? doubt;
  const used = wish.use ?? reason === undefined;
  return {
    region,
    used,
    ...(!used && { reason: reason ?? '按你的选择没有导入。' }),
    method: wish.method ?? (inherits ? inherits.method : methodOf(region)),
    ...(inherits && { continues: inherits.region.id }),
    root: inherits ? inherits.root : region,
  };
}

/** Why a table without header is left out though its columns would do. */
function doubtOf(found: Region, fits: Plan | undefined): string | undefined {
  const words = speaksOfElse(found);
  if (words !== undefined) return `写的是“${words}”，不像是标准的内容。需要时可以选用。`;
  if (fits && !looksContinued(found, fits.root)) return '没有表头，内容也不像前一张表的续页。需要时可以选用。';
  return undefined;
}

function whyNot({ table, headerRow, roles, rows }: Region, continues: boolean): string | undefined {
  if (rows.length === 0) return '没有内容。';
  if (table.hidden) return '这是隐藏的工作表。需要时可以选用。';
  const found = new Set(roles.values());
  if (!['title', 'points', 'C'].some((role) => found.has(role as Role))) return '没有条款名称或要点的列。';
  const isGuess = headerRow === undefined && !continues;
  if (isGuess && !found.has('code')) return '没有找到表头，也没有编号。';
  return undefined;
}

function methodOf(region: Region): Method {
  const { roles, headers, table, rows, titles } = region;
  const named = [
    table.format === 'xlsx' ? table.name : '',
    ...titles.flatMap((row) => ownCells(row).map(({ text }) => text)),
    ...table.before.slice(-2).map(({ text }) => text),
  ];
  if (named.some((text) => text.length < 60 && prerequisiteWords.test(text))) return 'prerequisite';
  if ([...roles].some(([column, role]) => role === 'title' && isVetoHeader(headers.get(column) ?? ''))) {
    return 'prerequisite';
  }
  if (isMeasured(roles)) return 'indicator';
  const found = new Set(roles.values());
  if (['C', 'B', 'A'].filter((tier) => found.has(tier as Role)).length >= 2 || found.has('tier')) return 'graded';
  const pointColumns = [...roles].filter(([, role]) => role === 'points' || role === 'title').map(([column]) => column);
  const marked = rows.filter((row) =>
    ownCells(row).some(({ column, text }) => pointColumns.includes(column) && hasTierMarks(text)),
  ).length;
  if (marked > 0 && marked * 10 >= rows.length) return 'graded';
  const scoreColumn = [...roles].find(([, role]) => role === 'score')?.[0];
  const hasScores =
    scoreColumn !== undefined &&
    rows.some((row) => ownCells(row).some(({ column, text }) => column === scoreColumn && /\d/u.test(text)));
  const titleColumn = [...roles].find(([, role]) => role === 'title')?.[0];
  const scoredTitles = rows.filter((row) =>
    ownCells(row).some(({ column, text }) => column === titleColumn && /\d\s*分\s*[)）】]/u.test(text)),
  ).length;
  return hasScores || scoredTitles * 2 > rows.length ? 'points' : 'checklist';
}

const isVetoHeader = (header: string): boolean => roleOfHeader(header)?.first === 'veto';

/** Whether a table speaks of measured figures. */
function isMeasured(roles: ReadonlyMap<number, Role>): boolean {
  const found = new Set(roles.values());
  if (found.has('numerator') || found.has('denominator')) return true;
  return found.has('formula') && (['unit', 'direction', 'period', 'target'] as const).some((role) => found.has(role));
}
