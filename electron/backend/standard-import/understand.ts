import type { StandardDraft } from '../../../shared/contract/standard-draft.ts';
import { detectStandard, type Corrections } from './detect/detect-standard.ts';
import { placeFinder, type Source } from './source.ts';

/** A file as a standard: what the detection found, each thing with its place among the file's tables. */
export type Understood = Omit<StandardDraft, 'draftId' | 'fileName'>;

/** Pure, and the same for the same file and corrections. */
export function understand(source: Source, corrections: Corrections = {}): Understood {
  const { pack, tables, sources, problems } = detectStandard(source, corrections);
  const ofFile = source.kind === 'pack' ? [] : source.tables;
  const find = placeFinder(ofFile);
  return {
    format: source.kind === 'pack' ? 'yaml' : source.format,
    sources: ofFile.map(({ name, hidden, rows }) => ({
      name,
      hidden,
      rows: rows.length,
      columns: rows.reduce((most, { cells }) => Math.max(most, (cells.at(-1)?.column ?? -1) + 1), 0),
    })),
    tables,
    pack,
    places: Object.fromEntries(
      Object.entries(sources).map(([code, { where, points }]) => [
        code,
        { clause: find(where), points: points.map(find) },
      ]),
    ),
    problems: problems.map((problem) => ({ ...problem, place: find(problem.where) })),
  };
}
