import type { PackFault } from '../../../shared/contract/own-standard.ts';
import { indexOf, type Key, type WorkPack } from './edit/work-pack.ts';

/** Where in the editor something is: a chapter, section or clause, the head of the standard, or its targets. */
export type Spot = Key | 'head' | 'targets';

export interface LocatedFault {
  readonly spot: Spot;
  readonly message: string;
}

/** The format's names as the form calls them. */
const names: readonly (readonly [name: RegExp, word: string])[] = [
  [/requirements\.yes/gu, '要点'],
  [/requirements\.([CBA])/gu, '$1 级要点'],
  [/indicator\.numerator/gu, '分子'],
  [/indicator\.denominator/gu, '分母'],
  [/indicator\.unit/gu, '单位'],
  [/indicator\.target/gu, '目标值'],
  [/indicator\.formula/gu, '公式'],
  [/indicator/gu, '指标定义'],
  [/totalPoints/gu, '总分'],
  [/scoring\.parts/gu, '总分折算'],
  [/rules 第 (\d+) 项/gu, '第 $1 条规则'],
  [/rules/gu, '规则'],
  [/atLeast/gu, '要求'],
  [/programme/gu, '项目'],
  [/edition/gu, '版本'],
  [/issuer/gu, '发布机关'],
  [/appliesTo/gu, '适用机构'],
  [/departments/gu, '科室'],
  [/deductions/gu, '扣分标准'],
  [/evidence/gu, '建议佐证'],
  [/checks/gu, '检查方法'],
  [/points/gu, '满分'],
  [/targets/gu, '目标'],
  [/chapters/gu, '章'],
  [/ 的 (?:sections|clauses) (没有[节条])/gu, ' $1'],
  [/scope|score/gu, '范围'],
  [/weight/gu, '权重'],
  [/title/gu, '标题'],
  [/label/gu, '名称'],
  [/code/gu, '编号'],
  [/grade/gu, '等级'],
  [/note/gu, '说明'],
];
/** What stands in quotes is the user's. */
const inOwnWords = (message: string): string =>
  message
    .split(/(“[^”]*”)/u)
    .map((part, at) => (at % 2 === 1 ? part : names.reduce((text, [name, word]) => text.replace(name, word), part)))
    .join('')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

/** Codes stand before a space; what follows is ours. */
const named = (message: string, pattern: RegExp): string | undefined => pattern.exec(message)?.[1];

export function locateFaults(work: WorkPack, faults: readonly PackFault[]): readonly LocatedFault[] {
  const { clauses, sections, chapters } = indexOf(work);
  const firstOf = (nodes: Iterable<{ readonly key: Key; readonly code: string }>) => {
    const keys = new Map<string, Key>();
    for (const { key, code } of nodes) if (!keys.has(code)) keys.set(code, key);
    return keys;
  };
  const keys = {
    clause: firstOf([...clauses.values()].map(({ clause }) => clause)),
    section: firstOf([...sections.values()].map(({ section }) => section)),
    chapter: firstOf(chapters.values()),
  };
  const spotOf = ({ code, message }: PackFault): Spot => {
    if (code !== undefined) return keys.clause.get(code) ?? 'head';
    const section = named(message, /^节(?:编号)? (\S+) /u);
    const chapter = named(message, /^章(?:编号)? (\S+) /u);
    if (section !== undefined) return keys.section.get(section) ?? 'head';
    if (chapter !== undefined) return keys.chapter.get(chapter) ?? 'head';
    return /^(?:目标|范围|scoring|targets|scopes)/u.test(message) ? 'targets' : 'head';
  };
  return faults.map((fault) => ({ spot: spotOf(fault), message: inOwnWords(fault.message) }));
}
