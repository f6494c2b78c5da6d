/** How often each pair of neighbouring characters occurs in a text; punctuation, spaces and width do not count. */
export interface Profile {
  readonly pairs: ReadonlyMap<string, number>;
  readonly size: number;
}

export function profileOf(text: string): Profile {
  const bare = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const pairs = new Map<string, number>();
  // A single character is a pair with nothing, so that one-character texts can be compared at all.
  const size = Math.max(bare.length - 1, Math.min(bare.length, 1));
  for (let at = 0; at < size; at++) {
    const pair = `${bare[at]}${bare[at + 1] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, size };
}

/** Dice coefficient, 0 … 1: twice what both have, over what each has. Two empty texts are the same. */
export function similarity(left: Profile, right: Profile): number {
  const total = left.size + right.size;
  if (total === 0) return 1;
  const [small, large] = left.pairs.size <= right.pairs.size ? [left, right] : [right, left];
  let common = 0;
  for (const [pair, count] of small.pairs) common += Math.min(count, large.pairs.get(pair) ?? 0);
  return (2 * common) / total;
}
