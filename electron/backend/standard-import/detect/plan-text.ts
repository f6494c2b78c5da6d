import type { Method } from '../../../../shared/domain/standard/standard.ts';
import type { SourceTable } from '../source.ts';
import type { TableCorrection } from './corrections.ts';
import type { Plan } from './plan-tables.ts';
import type { Role } from './roles.ts';
import { hasTierMarks } from './split-points.ts';
import { isClause, rolesOf, type LineRole } from './text-levels.ts';
import { cutText, type TextLine } from './text-lines.ts';

/** Running text, line by line. */
export interface RunningText {
  readonly lines: readonly TextLine[];
  readonly roles: readonly LineRole[];
  /** How a clause is judged that does not say it itself. */
  readonly usual: Method;
}

type Wishes = Readonly<Record<string, TableCorrection>>;

/** What the tables of running text hold, by their index: one text, whose levels are found for all of it. */
export function readTexts(tables: readonly SourceTable[], wishes: Wishes = {}) {
  let isFirst = true;
  const parts = tables.flatMap((table, index) => {
    if (!table.isText) return [];
    const wish = wishes[String(index)] ?? {};
    const part = isFirst || wish.headerRow !== undefined ? cutText(table, wish.headerRow) : cutText(table, 0);
    isFirst = false;
    return [{ index, table, wish, ...part }];
  });
  const roles = rolesOf(parts.flatMap(({ lines }) => lines));
  let from = 0;
  return new Map(
    parts.map(({ index, table, wish, titles, lines }) => {
      const own = roles.slice(from, (from += lines.length));
      return [index, { table, wish, titles, text: { lines, roles: own, usual: usualOf(lines, own) } }] as const;
    }),
  );
}

const clausesIn = ({ roles }: Pick<RunningText, 'roles'>): number => roles.filter(isClause).length;

function usualOf(lines: readonly TextLine[], roles: readonly LineRole[]): Method {
  const clauses = lines.filter((_line, at) => isClause(roles[at]));
  const tiers = lines.filter(({ text }) => hasTierMarks(text)).length;
  if (tiers > 0 && tiers * 2 >= clauses.length) return 'graded';
  const scored = clauses.filter(({ text }) => /\d\s*分\s*[)）】]/u.test(text)).length;
  return scored * 2 > clauses.length ? 'points' : 'checklist';
}

/** Running text as a part of the file that is used or not; the roles of its one column only say which. */
export function planText(index: number, read: ReturnType<typeof readTexts>): Plan | undefined {
  const found = read.get(index);
  if (!found) return undefined;
  const { table, wish, titles, text } = found;
  const roles = new Map<number, Role>([[0, wish.roles?.[0] ?? 'title']]);
  const { headerRow } = wish;
  const { rows } = table;
  const region = {
    id: String(index),
    table,
    tableIndex: index,
    headerRow,
    headers: new Map(),
    roles,
    titles,
    rows,
    text,
  };
  const reason = roles.get(0) === 'ignore' || clausesIn(text) === 0 ? '没有找到带编号的条款。' : undefined;
  const used = wish.use ?? reason === undefined;
  return {
    region,
    used,
    ...(!used && { reason: reason ?? '按你的选择没有导入。' }),
    method: wish.method ?? text.usual,
    root: region,
  };
}
