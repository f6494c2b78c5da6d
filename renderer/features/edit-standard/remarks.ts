import type { ImportRemark } from '../../../shared/contract/own-standard.ts';
import { codeOf } from './edit/recode.ts';
import { indexOf, type Key, type WorkPack } from './edit/work-pack.ts';
import type { LocatedFault, Spot } from './faults.ts';

/** A remark that follows its clause however it is numbered; without a key it is about none, or its clause is gone. */
export interface KeyedRemark extends ImportRemark {
  readonly key: Key | undefined;
}

export interface LocatedRemark extends ImportRemark {
  /** Names it in the work. */
  readonly index: number;
  /** Undefined where its clause is gone. */
  readonly spot: Spot | undefined;
}

export function keyRemarks(work: WorkPack, remarks: readonly ImportRemark[]): readonly KeyedRemark[] {
  const keys = new Map<string, Key>();
  for (const [key, { clause }] of indexOf(work).clauses) if (!keys.has(clause.code)) keys.set(clause.code, key);
  return remarks.map((remark) => ({
    ...remark,
    // Another clause may have taken the code since.
    key: remark.code === undefined || remark.isGone ? undefined : keys.get(remark.code),
  }));
}

/** How the clause of each is numbered by now; null when there is none. */
export const remarkCodes = (work: WorkPack, remarks: readonly KeyedRemark[]): (string | null)[] =>
  remarks.map(({ key }) => (key === undefined ? null : (codeOf(work, key) ?? null)));

/** Where they are by now: what was deleted a moment ago comes back with an undo. */
export function locateRemarks(work: WorkPack, remarks: readonly KeyedRemark[]): readonly LocatedRemark[] {
  return remarks.map(({ key, ...remark }, index) => {
    if (remark.code === undefined) return { ...remark, index, spot: 'head' };
    const code = key === undefined ? undefined : codeOf(work, key);
    return code === undefined
      ? { ...remark, index, isGone: true, spot: undefined }
      : { ...remark, index, isGone: false, code, spot: key };
  });
}

export const settledAt = (remarks: readonly KeyedRemark[], index: number, isSettled: boolean): readonly KeyedRemark[] =>
  remarks.map((remark, at) => (at === index ? { ...remark, isSettled } : remark));

export const countOpen = (remarks: readonly ImportRemark[]): number =>
  remarks.filter(({ isSettled }) => !isSettled).length;

/** How many there are at each spot. */
export function countAt(located: readonly { readonly spot: Spot | undefined }[]): ReadonlyMap<Spot, number> {
  const counts = new Map<Spot, number>();
  for (const { spot } of located) if (spot !== undefined) counts.set(spot, (counts.get(spot) ?? 0) + 1);
  return counts;
}

/** The spot before or after this one, in the order of the standard, at which something is to be dealt with. */
export function nextToMend(
  work: WorkPack,
  { faults, remarks }: { readonly faults: readonly LocatedFault[]; readonly remarks: readonly LocatedRemark[] },
  from: Spot,
  by: 1 | -1,
): Spot | undefined {
  const open = countAt([...faults, ...remarks.filter(({ isSettled }) => !isSettled)]);
  const order = spotsOf(work);
  const at = order.indexOf(from);
  const others = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
  return [...(by > 0 ? others : others.toReversed()), from].find((spot) => open.has(spot));
}

const spotsOf = ({ chapters }: WorkPack): readonly Spot[] => [
  'head',
  'targets',
  ...chapters.flatMap(({ key, sections }) => [
    key,
    ...sections.flatMap((section) => [section.key, ...section.clauses.map((clause) => clause.key)]),
  ]),
];
