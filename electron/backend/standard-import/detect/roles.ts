import type { ColumnRole } from '../../../../shared/contract/standard-draft.ts';
import { keyOf } from './text.ts';

export type Role = ColumnRole;

/** Words of headers, the first that fits. A word with two roles takes the second when the first is taken. */
const lexicon: readonly (readonly [RegExp, Role, Role?])[] = [
  [
    /^(?:自评|自查|初评|复评|专家|评审组|考核|实际|实)?(?:得分|实得分|评分|打分)(?:情况)?$|^扣分$|^扣分(?:原因|理由|情况|说明)$/u,
    'ignore',
  ],
  [
    /^(?:自评|自查|评审|检查|考核)(?:结果|结论|情况|记录|等级|意见|人|时间|日期)$|^(?:存在)?问题|整改|^完成情况$|^结果$|^判定(?:结果)?$/u,
    'ignore',
  ],
  // Beside a column of chapters it is one of parts, else the outermost that there is.
  [/^(?:所属)?(?:部分|篇)(?:名称)?$/u, 'chapter', 'part'],
  [/^(?:章节?|一级指标|一级目录|一级条目|章名称?|章标题|所属章|领域|维度|大类|模块|板块)$/u, 'chapter'],
  [/^(?:节|小节|二级指标|二级目录|二级条目|节名称?|节标题|所属节|小类)$/u, 'section'],
  [/^(?:项目|类别|分类|评审项目|评价项目|考核项目|检查项目|评分项目|项目名称|项目类别)$/u, 'section', 'chapter'],
  [/^(?:序号|序|NO\.?|№)$/u, 'code', 'ignore'],
  [/^(?:条款|指标|标准|条文|评审条款|项目|三级指标)?(?:编号|编码|代码|号|条款号)$|^条款序号$/u, 'code'],
  [
    /^[【[(]?C[】\])]?(?:级|款|条款|档)?(?:要点|要求|标准|内容)?$|^合格(?:\(?C\)?)?(?:标准|要求|要点)?$|^C[(]合格[)]$|^C[:(].*$/u,
    'C',
  ],
  [
    /^[【[(]?B[】\])]?(?:级|款|条款|档)?(?:要点|要求|标准|内容)?$|^良好(?:\(?B\)?)?(?:标准|要求|要点)?$|^B[(]良好[)]$|^B[:(].*$/u,
    'B',
  ],
  [
    /^[【[(]?A[】\])]?(?:级|款|条款|档)?(?:要点|要求|标准|内容)?$|^优秀(?:\(?A\)?)?(?:标准|要求|要点)?$|^A[(]优秀[)]$|^A[:(].*$/u,
    'A',
  ],
  [/^(?:级别|等级|档次|要点等级|条款等级|评审等级|层级)$/u, 'tier'],
  [/^(?:标准)?(?:分值|分数|满分|赋分|权重分|标准分值?|基本分|总分值?|配分|应得分)$/u, 'score'],
  [
    /扣分|评分(?:标准|细则|办法|方法|说明|依据|规则)|计分|赋分(?:标准|办法|说明)|得分(?:标准|办法)|评分要点与办法/u,
    'deductions',
  ],
  [/^(?:是否)?核心(?:条款|指标|项)?$|^★$|^重点(?:条款|项)?$|^核心标[记识]$/u, 'core'],
  [/^(?:是否)?可选(?:条款|项)?$|^△$/u, 'optional'],
  [
    /^是否(?:为|属于?)?(?:一票)?(?:否决|前置)|^(?:一票)?否决(?:项目?|条款|指标|标[记识])?$|^前置(?:项目?|条款|要求|条件|标[记识])?$/u,
    'veto',
  ],
  [/(?:评审|检查|考核|评价|审核|核查|查看|督查|评估|验收|评定)(?:方法|方式|办法|途径)|^方法$|^方式$/u, 'checks'],
  [/(?:牵头|责任|主责|配合|协助|主管|主办|承办|负责|迎检)(?:科室|部门|单位|处室)|^(?:科室|部门)$/u, 'departments'],
  [
    /佐证|支撑材料|备查|备检|资料清单|材料清单|所需(?:材料|资料)|证明材料|查阅资料|档案(?:资料|目录)|资料(?:目录|准备)|迎检资料/u,
    'evidence',
  ],
  [/^分子/u, 'numerator'],
  [/^分母/u, 'denominator'],
  [/^(?:计量|计算)?单位$/u, 'unit'],
  [/^(?:指标)?(?:方向|导向|趋势|指标导向|改进方向)$/u, 'direction'],
  [/^(?:指标)?(?:属性|类型)$/u, 'direction', 'ignore'],
  [/周期|频次|频率|统计时间|报送时间/u, 'period'],
  [/^(?:年度)?(?:目标|指标|参考|标准|达标|基准|期望)(?:值|要求值)$|^目标$|^目标参考值$/u, 'target'],
  [/公式|计算(?:方法|方式|办法)|指标定义|统计口径/u, 'formula'],
  [/否决(?:事项|情形|情况|内容|行为|条件)$/u, 'title', 'points'],
  [
    /^(?:条款|标准|指标|条文|要素)(?:名称|内容)?$|^(?:名称|评审条款|评价指标|考核指标|指标名称|三级指标|三级条目|四级指标|监测指标|质控指标)$/u,
    'title',
    'points',
  ],
  [/要点|细则|具体要求|标准要求|基本要求|条款要求|评审要求|^要求$|^四级指标$|^主要内容$/u, 'points', 'title'],
  [
    /(?:评审|评价|考核|检查|评估|建设|验收|督查|达标|工作)(?:标准|内容|指标|事项|要素)|^内容$|^检查项$|^自查内容$/u,
    'title',
    'points',
  ],
  [/^(?:备注|说明|注|填表说明|相关说明)$/u, 'note'],
];

interface Wanted {
  readonly first: Role;
  readonly second?: Role | undefined;
}

/** What a header cell asks for; undefined when it is no header word. */
export function roleOfHeader(text: string): Wanted | undefined {
  if (text.length > 40 || /^\s*\d/u.test(text)) return undefined;
  let found = known.get(text);
  if (found === undefined) {
    found = lookUp(keyOf(text));
    if (known.size >= mostKnown) known.clear();
    known.set(text, found);
  }
  return found ?? undefined;
}

/** Every cell of every row is asked, and most are short words that come again: 医务科, 查阅资料. */
const known = new Map<string, Wanted | null>();
const mostKnown = 5000;

function lookUp(key: string): Wanted | null {
  if (key === '' || key.length > 20) return null;
  const short = key.replace(/[(（][^()（）]*[)）]/gu, '').replace(/[:：*★]+$/u, '');
  for (const candidate of [key, short]) {
    for (const [pattern, first, second] of lexicon) if (pattern.test(candidate)) return { first, second };
  }
  return null;
}

/** What says how figures are measured. */
export const measureRoles = [
  'numerator',
  'denominator',
  'unit',
  'direction',
  'period',
  'target',
  'formula',
] as const satisfies readonly Role[];
export type MeasureRole = (typeof measureRoles)[number];

/** Roles that only one column can have; a second column goes on as its second choice, or is left out. */
const single: ReadonlySet<Role> = new Set([
  'part',
  'chapter',
  'section',
  'code',
  'title',
  'points',
  'C',
  'B',
  'A',
  'tier',
  'score',
  'core',
  'optional',
  'veto',
  ...measureRoles,
] satisfies Role[]);

/** The role of each header cell, by column. */
export function assignRoles(headers: ReadonlyMap<number, string>): ReadonlyMap<number, Role> {
  const wanted = [...headers].map(([column, text]) => ({ column, wish: roleOfHeader(text) }));
  const found = new Map<number, Role>();
  const taken = new Set<Role>();
  // A word that can mean one thing only goes first: 编号 before 序号, 条款名称 before 评审标准.
  const sure = (wish: Wanted | undefined) => (wish?.second === undefined ? 0 : 1);
  for (const { column, wish } of wanted.toSorted((left, right) => sure(left.wish) - sure(right.wish))) {
    if (!wish) continue;
    const role = [wish.first, wish.second].find((one) => one !== undefined && !(single.has(one) && taken.has(one)));
    found.set(column, role ?? 'ignore');
    if (role) taken.add(role);
  }
  // 类别 and 项目 can both be either: the left one is further out.
  const columnOf = (role: Role) => [...found].find(([, one]) => one === role)?.[0];
  const [chapter, section] = [columnOf('chapter'), columnOf('section')];
  const isSecondChoice = wanted.some(({ column, wish }) => column === chapter && wish?.second === 'chapter');
  if (chapter !== undefined && section !== undefined && section < chapter && isSecondChoice) {
    found.set(section, 'chapter').set(chapter, 'section');
  }
  return found;
}
