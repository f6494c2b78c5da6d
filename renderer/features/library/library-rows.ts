import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { StandardHit, StandardSummary } from '../../../shared/contract/standard.ts';
import { fitsInstitution, type InstitutionType } from '../../../shared/domain/institution.ts';
import type { Method } from '../../../shared/domain/standard/standard.ts';

export interface LibraryFilter {
  /** Undefined is all. */
  readonly institution: InstitutionType | undefined;
  readonly method: Method | undefined;
}

export const filterStandards = (
  standards: readonly StandardSummary[],
  { institution, method }: LibraryFilter,
): readonly StandardSummary[] =>
  standards.filter(
    ({ appliesTo, clauses }) =>
      (institution === undefined || fitsInstitution(appliesTo, institution)) &&
      (method === undefined || (clauses[method] ?? 0) > 0),
  );

export interface TableRow {
  readonly standard: StandardSummary;
  /** Whether the programme stands in this row; below it, it goes without saying. */
  readonly startsProgramme: boolean;
}

const collator = new Intl.Collator('zh-CN');

/** The institution's own standards first, then programmes in the order of a Chinese dictionary, in each its standards by title. */
export function groupByProgramme(standards: readonly StandardSummary[]): readonly TableRow[] {
  const sorted = standards.toSorted(
    (left, right) =>
      Number(right.own ?? false) - Number(left.own ?? false) ||
      collator.compare(left.programme, right.programme) ||
      collator.compare(left.title, right.title) ||
      left.id.localeCompare(right.id),
  );
  return sorted.map((standard, index) => ({
    standard,
    startsProgramme: sorted[index - 1]?.programme !== standard.programme || sorted[index - 1]?.own !== standard.own,
  }));
}

/** The rounds of the workspace that were made of a pack, whatever its content was then. */
export const roundsUsing = (rounds: readonly RoundSummary[], packId: string): readonly RoundSummary[] =>
  rounds.filter(({ standardId }) => standardId.startsWith(`${packId}@`));

export type ResultRow =
  | { readonly kind: 'standard'; readonly packId: string; readonly standard: StandardSummary }
  | { readonly kind: 'group'; readonly packId: string; readonly title: string; readonly count: number }
  | { readonly kind: 'hit'; readonly packId: string; readonly hit: StandardHit };

/** What a search found: standards by name, then clauses under their standard, in the order in which those were found. */
export function resultRows(
  standards: readonly StandardSummary[],
  found: { readonly standards: readonly string[]; readonly hits: readonly StandardHit[] },
): readonly ResultRow[] {
  const groups = new Map<string, StandardHit[]>();
  for (const hit of found.hits) {
    const group = groups.get(hit.packId);
    if (group) group.push(hit);
    else groups.set(hit.packId, [hit]);
  }
  return [
    ...found.standards.flatMap((packId): readonly ResultRow[] => {
      const standard = standards.find(({ id }) => id === packId);
      return standard ? [{ kind: 'standard', packId, standard }] : [];
    }),
    ...[...groups].flatMap(([packId, hits]): readonly ResultRow[] => [
      { kind: 'group', packId, title: hits[0]?.standardTitle ?? packId, count: hits.length },
      ...hits.map((hit): ResultRow => ({ kind: 'hit', packId, hit })),
    ]),
  ];
}

/** The row that a key leads to; headings are passed over. Undefined when the key moves nothing. */
export function stepTo(
  key: string,
  from: number,
  count: number,
  isStop: (index: number) => boolean = () => true,
): number | undefined {
  const page = 12;
  const [start, by] = startOf(key, from, count, page);
  if (by === 0) return undefined;
  for (let at = start; at >= 0 && at < count; at += by) if (isStop(at)) return at;
  for (let at = start; at >= 0 && at < count; at -= by) if (isStop(at)) return at;
  return undefined;
}

function startOf(key: string, from: number, count: number, page: number): readonly [number, -1 | 0 | 1] {
  switch (key) {
    case 'ArrowDown':
      return [Math.min(from + 1, count - 1), 1];
    case 'ArrowUp':
      return [Math.max(from - 1, 0), -1];
    case 'PageDown':
      return [Math.min(from + page, count - 1), 1];
    case 'PageUp':
      return [Math.max(from - page, 0), -1];
    case 'Home':
      return [0, 1];
    case 'End':
      return [count - 1, -1];
    default:
      return [from, 0];
  }
}
