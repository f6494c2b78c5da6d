import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { findWords } from '../../../shared/text/find-words.ts';
import { roundsUsing } from '../library/library-rows.ts';

export interface OtherStandard {
  readonly standard: StandardSummary;
  /** Confirmed links with the standard at hand. */
  readonly confirmed: number;
  readonly rounds: number;
}

export interface OtherGroup {
  readonly name: string;
  readonly standards: readonly OtherStandard[];
}

/** What the standard at hand can be linked with: those that rounds use, those with links, those of its programme, the rest. */
export function otherStandards(
  standards: readonly StandardSummary[],
  packId: string,
  facts: { readonly rounds: readonly RoundSummary[]; readonly confirmed: ReadonlyMap<string, number> },
  words: string,
): readonly OtherGroup[] {
  const own = standards.find(({ id }) => id === packId);
  const programme = programmeOf(own);
  const others = standards
    .filter(({ id, title, programme: of }) => id !== packId && hasWords(`${title}\n${of}`, words))
    .map((standard): OtherStandard => ({
      standard,
      confirmed: facts.confirmed.get(standard.id) ?? 0,
      rounds: roundsUsing(facts.rounds, standard.id).length,
    }));
  const groups = new Map<string, OtherStandard[]>(
    ['评估轮次用到的', '已有关联的', '同一项目的', '其他标准'].map((name) => [name, []]),
  );
  for (const other of others) {
    const name =
      other.rounds > 0
        ? '评估轮次用到的'
        : other.confirmed > 0
          ? '已有关联的'
          : programmeOf(other.standard) === programme
            ? '同一项目的'
            : '其他标准';
    groups.get(name)?.push(other);
  }
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => ({
      name,
      standards: members.toSorted((left, right) => right.confirmed - left.confirmed),
    }));
}

const programmeOf = (standard: StandardSummary | undefined) => standard?.programme.split('·', 1)[0];
const hasWords = (text: string, words: string) => words.trim() === '' || findWords(text, words.trim()).length > 0;

/** The one to begin with: what another round uses. */
export const firstOther = (groups: readonly OtherGroup[]): string | undefined => {
  const first = groups[0]?.standards[0];
  return first && (first.rounds > 0 || first.confirmed > 0) ? first.standard.id : undefined;
};
