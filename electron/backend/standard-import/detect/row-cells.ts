import type { SourceRow } from '../source.ts';

/** Cells of a row that begin there, not those that a merged range spreads over. */
export const ownCells = ({ cells }: SourceRow) => cells.filter(({ from }) => from === undefined);
