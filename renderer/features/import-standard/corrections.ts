import type { ColumnRole, DraftCorrections } from '../../../shared/contract/standard-draft.ts';
import type { Method } from '../../../shared/domain/standard/standard.ts';

export type TableCorrection = NonNullable<DraftCorrections['tables']>[string];
export type MetaCorrection = NonNullable<DraftCorrections['meta']>;

/** What the user says against what was understood, with the way back and forth. */
export interface CorrectionHistory {
  readonly past: readonly DraftCorrections[];
  readonly present: DraftCorrections;
  readonly future: readonly DraftCorrections[];
}

export const noCorrections: CorrectionHistory = { past: [], present: {}, future: [] };

/** One step more; saying the same again is none. */
export const amend = (history: CorrectionHistory, next: DraftCorrections): CorrectionHistory =>
  isSame(history.present, next) ? history : { past: [...history.past, history.present], present: next, future: [] };

export function undo({ past, present, future }: CorrectionHistory): CorrectionHistory | undefined {
  const before = past.at(-1);
  return before && { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo({ past, present, future }: CorrectionHistory): CorrectionHistory | undefined {
  const [next, ...rest] = future;
  return next && { past: [...past, present], present: next, future: rest };
}

export const hasCorrections = ({ present }: CorrectionHistory): boolean => !isSame(present, {});

export const withRole = (corrections: DraftCorrections, table: string, column: number, role: ColumnRole) =>
  withTable(corrections, table, { roles: { ...corrections.tables?.[table]?.roles, [column]: role } });

/** Another header means other columns: what was said of the columns before is forgotten. */
export const withHeader = (corrections: DraftCorrections, table: string, headerRow: number): DraftCorrections => ({
  ...corrections,
  tables: { ...corrections.tables, [table]: { ...without(corrections.tables?.[table], 'roles'), headerRow } },
});

export const withUse = (corrections: DraftCorrections, table: string, use: boolean) =>
  withTable(corrections, table, { use });

export const withMethod = (corrections: DraftCorrections, table: string, method: Method) =>
  withTable(corrections, table, { method });

export const withTriangle = (corrections: DraftCorrections, triangle: 'core' | 'optional'): DraftCorrections => ({
  ...corrections,
  triangle,
});

/** An emptied field goes back to what the file says. */
export function withMeta(corrections: DraftCorrections, field: keyof MetaCorrection, text: string): DraftCorrections {
  const value = text.trim();
  const meta = without(corrections.meta, field);
  const next = value === '' ? meta : { ...meta, [field]: value };
  return Object.keys(next).length > 0 ? { ...corrections, meta: next } : without(corrections, 'meta');
}

const withTable = (corrections: DraftCorrections, table: string, part: TableCorrection): DraftCorrections => ({
  ...corrections,
  tables: { ...corrections.tables, [table]: { ...corrections.tables?.[table], ...part } },
});

function without<Whole extends object, Key extends keyof Whole>(whole: Whole | undefined, key: Key): Omit<Whole, Key> {
  const { [key]: _left, ...rest } = (whole ?? {}) as Whole;
  return rest;
}

/** The order in which things were said does not matter. */
const isSame = (left: unknown, right: unknown): boolean => sorted(left) === sorted(right);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
