import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { findWords } from '../../../shared/text/find-words.ts';

export interface StandardGroup {
  readonly name: string;
  readonly standards: readonly StandardSummary[];
}

/** What most institutions come for. */
const firstProgrammes = ['等级医院评审', '优质服务基层行'];
const ownGroup = '本机构的标准';
const rest = '其他项目';

/** Standards with these words in title or programme, and those that the library finds by them: pinyin initials, synonyms. */
export const matching = (
  standards: readonly StandardSummary[],
  words: string,
  found: readonly string[] = [],
): readonly StandardSummary[] =>
  words.trim() === ''
    ? standards
    : standards.filter(
        ({ id, title, programme }) => found.includes(id) || findWords(`${title}\n${programme}`, words).length > 0,
      );

/**
 * Standards by programme, parts of one (急诊急救五大中心·卒中中心) together: the institution's own first, then those that
 * most come for, then the others as they were listed, and at last those that stand alone in their programme.
 */
export function groupStandards(standards: readonly StandardSummary[]): readonly StandardGroup[] {
  const groups = new Map<string, StandardSummary[]>();
  for (const standard of standards) {
    const name = standard.own ? ownGroup : (standard.programme.split('·', 1)[0] ?? '');
    const group = groups.get(name);
    if (group) group.push(standard);
    else groups.set(name, [standard]);
  }
  const named = [ownGroup, ...firstProgrammes].flatMap((name) => toGroup(name, groups.get(name)));
  const others = [...groups].filter(([name]) => name !== ownGroup && !firstProgrammes.includes(name));
  return [
    ...named,
    ...others.flatMap(([name, members]) => (members.length > 1 ? toGroup(name, members) : [])),
    ...toGroup(
      rest,
      others.flatMap(([, members]) => (members.length > 1 ? [] : members)),
    ),
  ];
}

const toGroup = (name: string, standards: readonly StandardSummary[] = []): readonly StandardGroup[] =>
  standards.length > 0 ? [{ name, standards }] : [];
