import { changesOf, type ClauseChange } from './clause-changes.ts';
import type { ClauseWording } from './clause-wording.ts';
import { profileOf, similarity, type Profile } from './similarity.ts';

export interface ClauseName {
  readonly code: string;
  readonly title: string;
}

/**
 * One clause in both editions. `same`: nothing changed; `reworded`: the code stayed, the text or what the result depends
 * on did not; `moved`: another code, the same text; `renamed`: another code and another text, yet alike.
 */
export interface ClausePair {
  readonly kind: 'same' | 'reworded' | 'moved' | 'renamed';
  readonly from: ClauseName;
  readonly to: ClauseName;
  /** Of title and points, 0 … 1. */
  readonly similarity: number;
  /** What is not the same, but for the code. */
  readonly changed: readonly ClauseChange[];
}

export interface EditionChanges {
  /** In the order of the new edition. */
  readonly kept: readonly ClausePair[];
  readonly added: readonly ClauseName[];
  readonly removed: readonly ClauseName[];
}

/** Above this, clauses of different codes are the same one; below the lower, those of one code are not. */
const alikeAt = 0.6;
const sameCodeAt = 0.25;

interface Candidate extends ClauseWording {
  readonly titleProfile: Profile;
  readonly profile: Profile;
  readonly wording: string;
}

/**
 * What became of every clause from one edition to the next: first by code, then by likeness of title and points, the
 * likest first. Which of the two is called the old one changes the names of the answers only.
 */
export function compareEditions(old: readonly ClauseWording[], next: readonly ClauseWording[]): EditionChanges {
  const before = old.map(toCandidate);
  const after = next.map(toCandidate);
  const partners = new Map<Candidate, Candidate>();
  const taken = new Set<Candidate>();
  const pair = (left: Candidate, right: Candidate) => {
    partners.set(right, left);
    taken.add(left).add(right);
  };
  const byCode = new Map(before.map((clause) => [clause.code, clause]));
  for (const right of after) {
    const left = byCode.get(right.code);
    if (left && !taken.has(left) && likeness(left, right) >= sameCodeAt) pair(left, right);
  }
  for (const { left, right } of alike(
    before.filter((one) => !taken.has(one)),
    after.filter((one) => !taken.has(one)),
  )) {
    if (!taken.has(left) && !taken.has(right)) pair(left, right);
  }
  return {
    kept: after.flatMap((right) => {
      const left = partners.get(right);
      return left ? [pairOf(left, right)] : [];
    }),
    added: after.filter((one) => !taken.has(one)).map(nameOf),
    removed: before.filter((one) => !taken.has(one)).map(nameOf),
  };
}

function toCandidate(clause: ClauseWording): Candidate {
  const points = clause.points.map(({ tier, text }) => `${tier} ${text}`).join('\n');
  return {
    ...clause,
    titleProfile: profileOf(clause.title),
    profile: profileOf(clause.points.map(({ text }) => text).join('')),
    wording: `${clause.title}\n${points}`,
  };
}

const nameOf = ({ code, title }: Candidate): ClauseName => ({ code, title });

/** Title and points count the same; a clause without points is told by its title. 0 when it cannot reach `atLeast`. */
function likeness(left: Candidate, right: Candidate, atLeast = 0): number {
  if (left.wording === right.wording) return 1;
  const titles = similarity(left.titleProfile, right.titleProfile);
  if ((titles + 1) / 2 < atLeast) return 0;
  if (left.profile.size === 0 && right.profile.size === 0) return titles;
  return (titles + similarity(left.profile, right.profile)) / 2;
}

function pairOf(left: Candidate, right: Candidate): ClausePair {
  const changed = changesOf(left, right);
  const isSameText = left.wording === right.wording;
  const kind =
    left.code === right.code
      ? isSameText && changed.length === 0
        ? 'same'
        : 'reworded'
      : isSameText
        ? 'moved'
        : 'renamed';
  return { kind, from: nameOf(left), to: nameOf(right), similarity: likeness(left, right), changed };
}

/** Pairs above the threshold, the likest first; ties in an order that does not know which side is which. */
function alike(before: readonly Candidate[], after: readonly Candidate[]) {
  const found = before.flatMap((left) =>
    after.flatMap((right) => {
      const score = likeness(left, right, alikeAt);
      const [first = '', second = ''] = [left.code, right.code].toSorted();
      return score >= alikeAt ? [{ left, right, score, first, second }] : [];
    }),
  );
  return found.toSorted(
    (one, other) =>
      other.score - one.score || compareText(one.first, other.first) || compareText(one.second, other.second),
  );
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
