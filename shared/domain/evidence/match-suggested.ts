/** Words that stand in nearly every title and say nothing about which document it is. */
const filler = /复印件|原件|扫描件|材料|资料|相关|及其|情况|（[^）]*）|\([^)]*\)|[《》“”"'、，,.。·\s与和及的\d年月]/gu;

/**
 * The suggested evidence of a clause for which nothing attached seems to stand. A title stands for a suggestion when
 * it shares enough of its characters in pairs: 培训签到表 for 手卫生培训签到与考核. A prompt for the eye, never a rule.
 */
export function missingSuggestions(suggested: readonly string[], titles: readonly string[]): readonly string[] {
  const attached = titles.map(pairsOf);
  return suggested.filter((suggestion) => {
    const wanted = pairsOf(suggestion);
    return !attached.some((pairs) => overlap(wanted, pairs) >= 0.5);
  });
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text.replace(filler, '')];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

/** Share of the smaller set that both have. */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return 0;
  return [...left].filter((pair) => right.has(pair)).length / smaller;
}
