import type { RoundView } from '../../../shared/contract/round.ts';
import { exactly } from '../../../shared/domain/number/rational.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { clausesOf, type Clause } from '../../../shared/domain/standard/standard.ts';
import { resultsOf } from './round-fixture.ts';
import { readWith, tableIn, withCells } from './workbook-support.ts';

/** What a reviewer puts into a clause's cell; undefined leaves it empty. */
export type Entry = string | number | undefined;

const sheets = {
  graded: ['条款评分', ['评审等级', '评审结果']],
  checklist: ['条款评分', ['评审等级', '评审结果']],
  points: ['分值评分', ['评审得分']],
  prerequisite: ['前置要求', ['评审结论']],
  indicator: ['监测指标', ['评审结论']],
} as const;

/** The workbook with reviewers' entries, clause by clause in the order of the standard. */
export function reviewedBook(bytes: Buffer, view: RoundView, entries: readonly Entry[]): Promise<Buffer> {
  const book = readWith(bytes);
  const rows = new Map<string, number>();
  const cells = new Map<string, Map<string, string | number>>();
  for (const [index, clause] of clausesOf(view.standard).entries()) {
    const [sheet, headings] = sheets[clause.method];
    const row = (rows.get(sheet) ?? 1) + 1;
    rows.set(sheet, row);
    const entry = entries[index];
    if (entry === undefined) continue;
    const table = tableIn(book, sheet);
    const column = headings.flatMap((heading) => {
      try {
        return [table.column(heading)];
      } catch {
        return [];
      }
    })[0];
    const ofSheet = cells.get(sheet) ?? new Map<string, string | number>();
    cells.set(sheet, ofSheet.set(`${column}${row}`, entry));
  }
  return withCells(bytes, cells);
}

/** What the entries say as results: an empty cell is unscored, whatever the hospital found. */
export function reviewedResults(view: RoundView, entries: readonly Entry[]): readonly ClauseResult[] {
  return resultsOf(view).map((own, index) => reviewed(own, entries[index]));
}

const outcomes = { 通过: 'pass', 不通过: 'fail', 无违反: 'pass', 违反: 'fail', 不适用: 'n/a' } as const;

function reviewed(own: ClauseResult, entry: Entry): ClauseResult {
  switch (own.method) {
    case 'graded':
      return { ...own, grade: entry as typeof own.grade };
    case 'checklist':
    case 'prerequisite':
      return { ...own, outcome: entry === undefined ? undefined : outcomes[entry as keyof typeof outcomes] };
    case 'points':
      return {
        ...own,
        exempt: entry === '不适用',
        score: typeof entry === 'number' ? exactly(String(entry)) : undefined,
      };
    case 'indicator': {
      if (entry === '认可') return own;
      const refused = entry === '不认可' && !own.monitored && !own.exempt && own.status !== 'missing';
      return { ...own, exempt: entry === '不适用', status: refused ? 'unmet' : 'missing', improved: false };
    }
  }
}

/** Random entries as the drop-down lists allow them; about one cell in ten stays empty. */
export const randomEntries = (view: RoundView, chance: () => number): readonly Entry[] =>
  clausesOf(view.standard).map((clause) => (chance() < 0.1 ? undefined : randomEntry(clause, chance)));

function randomEntry(clause: Clause, chance: () => number): Entry {
  const pick = (texts: readonly string[]) => texts[Math.floor(chance() * texts.length)];
  switch (clause.method) {
    case 'graded':
      return pick(['A', 'A', 'A', 'B', 'C', 'D', ...(clause.optional ? ['E'] : [])]);
    case 'checklist':
      return pick(['通过', '通过', '通过', '不通过', ...(clause.optional ? ['不适用'] : [])]);
    case 'prerequisite':
      return chance() < 0.95 ? '无违反' : '违反';
    case 'points':
      return clause.optional && chance() < 0.5
        ? '不适用'
        : Math.floor((0.6 + 0.4 * chance()) * Number(clause.fullScore) * 100) / 100;
    case 'indicator':
      return pick(['认可', '认可', '认可', '不认可', '缺报', ...(clause.optional ? ['不适用'] : [])]);
  }
}
