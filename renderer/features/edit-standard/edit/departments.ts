import { indexOf, isBlank, type WorkPack } from './work-pack.ts';

/** Departments that clauses name already, the most used first. */
export function departmentsOf(work: WorkPack): readonly string[] {
  const uses = new Map<string, number>();
  for (const { clause } of indexOf(work).clauses.values()) {
    for (const name of clause.departments) if (!isBlank(name)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return [...uses].toSorted(([, left], [, right]) => right - left).map(([name]) => name);
}

/** Names as they are written in one line: `护理部、院感科`. */
export const readNames = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、，,;；/\n]+/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];
