import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useImport } from './import-context.ts';
import { countProblems, filterProblems, orderProblems, stepProblem } from './problem-order.ts';

/** The problems as they are listed, and the way to one of them. */
export function useProblems() {
  const { view, draft, index } = useImport();
  const filter = useStore(view, (state) => state.filter);
  const ordered = useMemo(() => orderProblems(draft.problems), [draft]);
  const problems = useMemo(() => filterProblems(ordered, filter), [ordered, filter]);
  const counts = useMemo(() => countProblems(ordered), [ordered]);
  const choose = (at: number) => view.getState().chooseProblem(at, problems[at]?.place, index);
  const step = (by: 1 | -1) => {
    const next = stepProblem(view.getState().problem, by, problems.length);
    if (next !== undefined) choose(next);
  };
  return { problems, counts, filter, choose, step };
}
