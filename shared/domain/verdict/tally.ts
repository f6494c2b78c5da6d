import type { Grade } from '../grade/grade.ts';

/** What a verdict needs to know of one graded clause. */
export interface CountedClause {
  readonly chapter: string;
  readonly core: boolean;
  /** Undefined: unscored. It stays in the denominator and never passes. */
  readonly grade: Grade | undefined;
}

/** How many clauses of one scope have each result. */
export interface ScopeTally {
  A: number;
  B: number;
  C: number;
  D: number;
  E: number;
  unscored: number;
}

/** Counts by scope: `all`, `core` and each `chapter:<code>`. Rules read it; one mark moves it by one. */
export type Tally = ReadonlyMap<string, ScopeTally>;

export const emptyScope = (): ScopeTally => ({ A: 0, B: 0, C: 0, D: 0, E: 0, unscored: 0 });

/** Counts all graded clauses that stand in proportions; leave out those of excluded chapters before. */
export function tallyClauses(clauses: Iterable<CountedClause>): Tally {
  const all = emptyScope();
  const core = emptyScope();
  const chapters = new Map<string, ScopeTally>();
  let chapterCode: string | undefined;
  let chapter = emptyScope();
  for (const clause of clauses) {
    if (clause.chapter !== chapterCode) {
      chapterCode = clause.chapter;
      chapter = chapters.get(chapterCode) ?? emptyScope();
      chapters.set(chapterCode, chapter);
    }
    const result = clause.grade ?? 'unscored';
    all[result]++;
    chapter[result]++;
    if (clause.core) core[result]++;
  }
  const tally = new Map<string, ScopeTally>([
    ['all', all],
    ['core', core],
  ]);
  for (const [code, counts] of chapters) tally.set(`chapter:${code}`, counts);
  return tally;
}

/** Moves one clause from its result before to its result now, in place. Equal to counting everything again. */
export function moveInTally(tally: Tally, before: CountedClause, now: Grade | undefined): void {
  for (const name of ['all', ...(before.core ? ['core'] : []), `chapter:${before.chapter}`]) {
    const scope = tally.get(name);
    if (!scope) throw new Error(`tally has no scope ${name}`);
    scope[before.grade ?? 'unscored']--;
    scope[now ?? 'unscored']++;
  }
}

/** Applicable clauses: all but those graded E. */
export const denominatorOf = (scope: ScopeTally): number => scope.A + scope.B + scope.C + scope.D + scope.unscored;

/** Clauses whose grade is `grade` or better. */
export function countAtLeast(scope: ScopeTally, grade: Exclude<Grade, 'E'>): number {
  switch (grade) {
    case 'A':
      return scope.A;
    case 'B':
      return scope.A + scope.B;
    case 'C':
      return scope.A + scope.B + scope.C;
    case 'D':
      return scope.A + scope.B + scope.C + scope.D;
  }
}
