/** How often each pair of neighbouring characters occurs in a text; punctuation, spaces and width do not count. */
export type Profile = ReadonlyMap<string, number>;

export function profileOf(text: string): Profile {
  const bare = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const pairs = new Map<string, number>();
  // A single character is a pair with nothing, so that one-character texts can be compared at all.
  for (let at = 0; at < Math.max(bare.length - 1, Math.min(bare.length, 1)); at++) {
    const pair = `${bare[at]}${bare[at + 1] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice coefficient, 0 … 1: twice what both have, over what each has. Two empty texts are the same. */
export function similarity(left: Profile, right: Profile): number {
  const total = sizeOf(left) + sizeOf(right);
  if (total === 0) return 1;
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let common = 0;
  for (const [pair, count] of small) common += Math.min(count, large.get(pair) ?? 0);
  return (2 * common) / total;
}

function sizeOf(profile: Profile): number {
  let size = 0;
  for (const count of profile.values()) size += count;
  return size;
}
