import type { Problem } from './source.ts';

/** More of the same kind help nobody; their number is told. */
const perKind = 50;

export type ProblemList = ReturnType<typeof createProblemList>;

/** Gathers problems in the order in which they are met. A kind with very many is cut short, and says so. */
export function createProblemList() {
  const problems: Problem[] = [];
  const counts = new Map<string, { readonly severity: Problem['severity']; count: number }>();
  const add = (problem: Problem, kind: string): void => {
    const { severity } = problem;
    const seen = counts.get(kind) ?? { severity, count: 0 };
    seen.count++;
    counts.set(kind, seen);
    if (seen.count <= perKind) problems.push(problem);
  };
  return {
    /** `kind` names what is counted together, in words that follow “还有 5 处”. */
    error: (kind: string, where: string, message: string) => add({ severity: 'error', where, message }, kind),
    /** An error about several clauses together. */
    errorOfSeveral: (kind: string, where: string, message: string) =>
      add({ severity: 'error', where, message, isOfSeveral: true }, kind),
    warning: (kind: string, where: string, message: string) => add({ severity: 'warning', where, message }, kind),
    list: (): readonly Problem[] => [
      ...problems,
      ...[...counts].flatMap(([kind, { severity, count }]) =>
        count > perKind ? [{ severity, where: '', message: `还有 ${count - perKind} 处${kind}未列出。` }] : [],
      ),
    ],
  };
}
