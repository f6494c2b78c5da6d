/** The pack format's names as the editor's form calls them, in the order in which they are looked for. */
const names: readonly PackName[] = [
  [/requirements\.yes/gu, '要点'],
  [/requirements\.([CBA])/gu, '$1 级要点'],
  [/requirements/gu, '要点'],
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

export type PackName = readonly [name: RegExp, word: string];

/** A fault of a pack in the words of a form; `first`: names that this form has words of its own for. */
export const inFormWords = (message: string, first: readonly PackName[] = []): string =>
  message
    // What stands in quotes is the user's.
    .split(/(“[^”]*”)/u)
    .map((part, at) =>
      at % 2 === 1 ? part : [...first, ...names].reduce((text, [name, word]) => text.replace(name, word), part),
    )
    .join('')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
