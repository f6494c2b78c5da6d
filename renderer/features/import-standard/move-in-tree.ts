import type { TreeRow, Turned } from './tree-rows.ts';

export interface TreeMove {
  readonly to?: number | undefined;
  /** The row to unfold or fold. */
  readonly turn?: string | undefined;
}

const levels = { chapter: 0, section: 1, clause: 2, point: 3, fact: 3 } as const;
const pageRows = 12;

/** What a key does in the tree, as trees do everywhere; undefined when it does nothing. */
export function moveInTree(key: string, rows: readonly TreeRow[], at: number, turned: Turned): TreeMove | undefined {
  const row = rows[at];
  const to = (next: number): TreeMove => ({ to: Math.min(rows.length - 1, Math.max(0, next)) });
  if (key === 'ArrowDown') return to(at + 1);
  if (key === 'ArrowUp') return to(at - 1);
  if (key === 'PageDown') return to(at + pageRows);
  if (key === 'PageUp') return to(at - pageRows);
  if (key === 'Home') return to(0);
  if (key === 'End') return to(rows.length - 1);
  if (!row) return undefined;
  const canTurn = row.kind !== 'point' && row.kind !== 'fact';
  const isOpen = canTurn && (row.kind === 'clause' ? turned.has(row.key) : !turned.has(row.key));
  if (key === ' ' && canTurn) return { turn: row.key };
  if (key === 'ArrowRight' && canTurn) return isOpen ? to(at + 1) : { turn: row.key };
  if (key === 'ArrowLeft') {
    if (isOpen) return { turn: row.key };
    const above = rows.slice(0, at).findLastIndex((one) => levels[one.kind] < levels[row.kind]);
    return above < 0 ? undefined : to(above);
  }
  return undefined;
}
