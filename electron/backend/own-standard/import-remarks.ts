import type { ImportRemark } from '../../../shared/contract/own-standard.ts';
import type { DraftProblem, SourcePlace, StandardDraft } from '../../../shared/contract/standard-draft.ts';

type Draft = Pick<StandardDraft, 'places' | 'problems'>;

/** The errors of an import as they go into the editor, each with the clause it is about, if it is about one. */
export function remarksOf({ places, problems }: Draft): readonly ImportRemark[] {
  const clauseAt = clauseFinder(places);
  return problems
    .filter(({ severity }) => severity === 'error')
    .toSorted(byPlace)
    .map(({ place, where, message, isOfSeveral }) => ({
      code: place && clauseAt(place, isOfSeveral),
      isGone: false,
      where,
      message: forTheEditor(message),
      isSettled: false,
    }));
}

/** How to mend the file is no advice to somebody who mends what was read out of it; what to mend is. */
const forTheEditor = (message: string): string =>
  message.replace(/(?<=。)(?:(?<what>请改正[^。，]*)后再导入。|请[^。]*再导入。)$/u, (_advice, what?: string) =>
    what === undefined ? '' : `${what}。`,
  );

/** In the order of the file; what is about the whole of it comes last. */
function byPlace({ place: left }: DraftProblem, { place: right }: DraftProblem): number {
  if (!left || !right) return Number(!left) - Number(!right);
  return left.table - right.table || left.row - right.row || (left.column ?? 0) - (right.column ?? 0);
}

/**
 * The clause that was made of a cell, or of its row; else the last one above it in the same table, but for what is about
 * several: a total belongs to none of the clauses that it adds up.
 */
function clauseFinder(places: Draft['places']): (place: SourcePlace, isOfSeveral?: boolean) => string | undefined {
  const made = Object.entries(places)
    .flatMap(([code, { clause, points }]) => [clause, ...points].flatMap((place) => (place ? [{ code, place }] : [])))
    // Stable: of one row, clauses before points.
    .toSorted((left, right) => left.place.row - right.place.row);
  return ({ table, row, column }, isOfSeveral = false) => {
    const above = made.filter(({ place }) => place.table === table && place.row <= row);
    const here = above.filter(({ place }) => place.row === row);
    const nearest =
      here.find(({ place }) => place.column === column) ?? here[0] ?? (isOfSeveral ? undefined : above.at(-1));
    return nearest?.code;
  };
}

/** By the codes that their clauses have now; null where the clause is not there any more. */
export const renumbered = (
  remarks: readonly ImportRemark[],
  codes: readonly (string | null)[],
): readonly ImportRemark[] =>
  remarks.map((remark, index) => {
    const code = codes[index];
    // A remark about no clause has none to lose.
    if (code === undefined || remark.code === undefined) return remark;
    return { ...remark, code: code ?? remark.code, isGone: code === null };
  });

export const settled = (remarks: readonly ImportRemark[], index: number, isSettled: boolean): readonly ImportRemark[] =>
  remarks.map((remark, at) => (at === index ? { ...remark, isSettled } : remark));
