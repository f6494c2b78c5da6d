import type { DraftProblem, SourcePlace } from '../../../shared/contract/standard-draft.ts';

export type ProblemFilter = 'all' | DraftProblem['severity'];

export interface ProblemCounts {
  readonly all: number;
  readonly error: number;
  readonly warning: number;
}

/** Errors first; then in the order of the file, what is about the whole of it in front. */
export const orderProblems = (problems: readonly DraftProblem[]): readonly DraftProblem[] =>
  problems.toSorted(
    (left, right) =>
      Number(left.severity === 'warning') - Number(right.severity === 'warning') ||
      (left.place?.table ?? -1) - (right.place?.table ?? -1) ||
      (left.place?.row ?? 0) - (right.place?.row ?? 0) ||
      (left.place?.column ?? -1) - (right.place?.column ?? -1),
  );

export const filterProblems = (problems: readonly DraftProblem[], filter: ProblemFilter): readonly DraftProblem[] =>
  filter === 'all' ? problems : problems.filter(({ severity }) => severity === filter);

export function countProblems(problems: readonly DraftProblem[]): ProblemCounts {
  const error = problems.filter(({ severity }) => severity === 'error').length;
  return { all: problems.length, error, warning: problems.length - error };
}

/** The next or previous one, round and round; from nowhere the first or the last. */
export function stepProblem(at: number | undefined, by: 1 | -1, count: number): number | undefined {
  if (count === 0) return undefined;
  if (at === undefined || at >= count) return by === 1 ? 0 : count - 1;
  return (at + by + count) % count;
}

/** The worst that is said of each clause. */
export function severityByClause(
  problems: readonly DraftProblem[],
  clauseOf: (place: SourcePlace) => string | undefined,
): ReadonlyMap<string, DraftProblem['severity']> {
  const found = new Map<string, DraftProblem['severity']>();
  for (const { severity, place } of problems) {
    const code = place && clauseOf(place);
    if (code !== undefined && found.get(code) !== 'error') found.set(code, severity);
  }
  return found;
}
