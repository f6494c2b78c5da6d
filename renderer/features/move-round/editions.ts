import type { StandardSummary } from '../../../shared/contract/standard.ts';

export interface EditionGroup {
  readonly name: string;
  readonly standards: readonly StandardSummary[];
}

/** What an import calls the programme of a standard that names none: it says nothing about what belongs together. */
const noProgramme = '自有标准';

/**
 * The standards that a round can move to: its own first, before it the institution's copy of it, which is why somebody
 * came; then its programme's, then those of the institution.
 */
export function editionGroups(standards: readonly StandardSummary[], packId: string): readonly EditionGroup[] {
  const current = standards.find(({ id }) => id === packId);
  const copy = standards.filter(({ id, own }) => own && id === `own-${packId}`);
  const others = standards.filter((each) => each !== current && !copy.includes(each));
  const isOfProgramme = ({ programme }: StandardSummary) =>
    programme === current?.programme && programme !== noProgramme;
  return [
    { name: '本轮所用标准的最新版', standards: current ? [...copy, current] : copy },
    { name: '同一项目的其他标准', standards: others.filter(isOfProgramme) },
    { name: '其他本院标准', standards: others.filter((each) => !isOfProgramme(each) && each.own) },
  ].filter((group) => group.standards.length > 0);
}
