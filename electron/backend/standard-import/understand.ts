import type { StandardDraft } from '../../../shared/contract/standard-draft.ts';
import { detectStandard, type Corrections } from './detect/detect-standard.ts';
import type { Wordings } from './detect/wording.ts';
import { placeFinder, type Source } from './source.ts';

/** A file as a standard: what the detection found, each thing with its place among the file's tables. */
export interface Understood extends Omit<StandardDraft, 'draftId' | 'fileName'> {
  /** By clause code, as the file writes it, for who lays it over a standard; not for the window. */
  readonly wordings: Wordings;
}

/** Pure, and the same for the same file and corrections. */
export function understand(source: Source, corrections: Corrections = {}): Understood {
  const { pack, tables, sources, wordings = {}, problems } = detectStandard(source, corrections);
  const ofFile = source.kind === 'pack' ? [] : source.tables;
  const find = placeFinder(ofFile);
  return {
    format: source.kind === 'pack' ? 'yaml' : source.format,
    sources: ofFile.map(({ name, hidden, rows, isText }) => ({
      name,
      ...(isText && { isText }),
      hidden,
      rows: rows.length,
      columns: rows.reduce((most, { cells }) => Math.max(most, (cells.at(-1)?.column ?? -1) + 1), 0),
    })),
    tables,
    pack,
    wordings,
    places: Object.fromEntries(
      Object.entries(sources).map(([code, { where, points }]) => [
        code,
        { clause: find(where), points: points.map(find) },
      ]),
    ),
    problems: problems.map((problem) => ({ ...problem, place: find(problem.where) })),
  };
}
