import type { DraftCorrections, DraftTable, StandardDraft } from '../../../shared/contract/standard-draft.ts';
import { orderProblems } from './problem-order.ts';

/** The parts of a source table, from top to bottom. */
export const regionsOf = ({ tables }: Pick<StandardDraft, 'tables'>, table: number): readonly DraftTable[] =>
  tables.filter(({ tableIndex }) => tableIndex === table);

/** Where to begin looking: the first table that something was made of. */
export const firstTable = ({
  tables,
  problems,
  places,
}: Pick<StandardDraft, 'tables' | 'problems' | 'places'>): number =>
  tables.find(({ used }) => used)?.tableIndex ??
  orderProblems(problems).find(({ place }) => place)?.place?.table ??
  Object.values(places).find(({ clause }) => clause)?.clause?.table ??
  0;

/** Read in whole: its faults are put right in the file, there are no columns to name. */
export const isWhole = ({ tables, format }: Pick<StandardDraft, 'tables' | 'format'>): boolean =>
  tables.length === 0 && (format === 'yaml' || format === 'xlsx');

/** What is to be done about the faults of such a file. */
export const mendWords = ({ format }: Pick<StandardDraft, 'format'>): string =>
  `${format === 'yaml' ? '在文本编辑器' : '在 Excel '}里改好保存，再选一次这个文件`;

/** The part that a row belongs to; rows above the first header belong to the first. */
export const regionAt = (regions: readonly DraftTable[], row: number): DraftTable | undefined =>
  regions.findLast(({ headerRow }) => headerRow !== undefined && headerRow <= row) ?? regions[0];

/** Only the header of a table's first part can be told; the others are found below it. */
export const takesHeader = ({ id, tableIndex }: DraftTable): boolean => id === String(tableIndex);

/** As the user has it by now, also while the file is being understood again. */
export function asCorrected(region: DraftTable, { tables }: DraftCorrections): DraftTable {
  const said = tables?.[region.id];
  if (!said) return region;
  const columns = region.columns.map((column) => ({ ...column, role: said.roles?.[column.column] ?? column.role }));
  return { ...region, used: said.use ?? region.used, method: said.method ?? region.method, columns };
}

/** 2 → `C`; in a document `3`. */
export function columnLabel(column: number, format: StandardDraft['format']): string {
  if (format === 'docx') return String(column + 1);
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `C12`, or `第 12 行第 3 列`. */
export const cellLabel = (row: number, column: number, format: StandardDraft['format']): string =>
  format === 'docx' ? `第 ${row} 行第 ${column + 1} 列` : `${columnLabel(column, format)}${row}`;
