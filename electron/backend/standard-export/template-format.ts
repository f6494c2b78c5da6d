import type { Method } from '../../../shared/domain/standard/standard.ts';

/** What our template looks like: shared by the writer and the reader, so that neither can drift from the other. */

export const formatMark = { key: 'format', value: 'dabiao-standard/1' } as const;

export const sheetNames = {
  guide: '说明',
  head: '标准信息',
  clauses: '条款',
  points: '要点',
  indicators: '指标',
  targets: '目标',
} as const;

export const headColumns = { label: '项目', value: '值', key: '键（勿改）' } as const;

/** What the rows of the head are called, by key. */
export const headLabels: Readonly<Record<string, string>> = {
  id: '标准编号',
  title: '名称',
  programme: '类别',
  edition: '版本',
  issuer: '发布单位',
  document: '文号',
  appliesTo: '适用机构',
  confidence: '可信度',
  note: '说明',
  method: '评分方式',
  scale: '结果的名称',
  totalPoints: '总分',
  yesAtRate: '分值条款通过的得分率',
  scopes: '范围',
  scoring: '总分的组成',
  reference: '背景资料',
};

export const clauseColumns = {
  level: '层级',
  code: '编号',
  title: '名称',
  method: '评分方式',
  core: '核心',
  optional: '可选',
  points: '分值',
  deductions: '扣分标准',
  evidence: '佐证材料',
  checks: '检查方法',
  departments: '责任科室',
  veto: '一票否决',
  genericLevels: '通用要点',
  monitor: '持续监测',
  part: '部分',
  excludeFromRules: '不计入规则',
  confidence: '可信度',
  note: '说明',
  rest: '其他（勿改）',
} as const;
export type ClauseColumn = keyof typeof clauseColumns;

export const pointColumns = { code: '条款编号', tier: '级别', text: '要点' } as const;
export type PointColumn = keyof typeof pointColumns;

export const indicatorColumns = {
  code: '条款编号',
  numerator: '分子',
  denominator: '分母',
  unit: '单位',
  multiplier: '倍数',
  direction: '导向',
  target: '目标值',
  period: '周期',
  formula: '计算公式',
  confidence: '可信度',
  note: '说明',
} as const;
export type IndicatorColumn = keyof typeof indicatorColumns;

export const targetColumns = {
  id: '目标编号',
  label: '目标名称',
  scope: '范围',
  grade: '要求',
  atLeast: '至少',
  ruleConfidence: '规则可信度',
  ruleNote: '规则说明',
  confidence: '可信度',
  note: '说明',
} as const;
export type TargetColumn = keyof typeof targetColumns;

export const levels = { chapter: '章', section: '节', clause: '条款' } as const;

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const methodWords: Words<Method> = {
  graded: '等级',
  checklist: '符合性',
  points: '分值',
  prerequisite: '前置要求',
  indicator: '监测指标',
};
export const confidenceWords: Words<'high' | 'medium' | 'low'> = { high: '高', medium: '中', low: '低' };
export const directionWords: Words<'up' | 'down' | 'monitor'> = { up: '提高', down: '降低', monitor: '监测' };
export const periodWords: Words<'month' | 'quarter' | 'year'> = { month: '月', quarter: '季', year: '年' };
/** Of points; `none` stands for requirements without any tier. */
export const tierWords: Words<'C' | 'B' | 'A' | 'yes' | 'none'> = { C: 'C', B: 'B', A: 'A', yes: '是', none: '（空）' };
export const gradeWords: Words<'A' | 'B' | 'C' | 'D' | 'E' | 'yes' | 'score' | 'share'> = {
  A: 'A 及以上',
  B: 'B 及以上',
  C: 'C 及以上',
  D: 'D 及以上',
  E: 'E',
  yes: '通过',
  score: '得分',
  share: '得分率',
};

/** Values that are no text, written where texts stand. */
export const markers = { null: '（空）', list: '（空列表）', object: '（空对象）' } as const;
const markerTexts: readonly string[] = Object.values(markers);

/** A text that could be taken for a marker, or that Excel would change, begins with a backslash and is escaped. */
export const escapeText = (text: string): string =>
  markerTexts.includes(text) || text.startsWith('\\') || text.includes('\r')
    ? `\\${text.replaceAll('\\', '\\\\').replaceAll('\r', '\\r')}`
    : text;

export const unescapeText = (text: string): string => (text.startsWith('\\') ? unescapeAll(text.slice(1)) : text);

const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r' };
const unescapeAll = (text: string): string =>
  text.replace(/\\(.)/gsu, (_all, character: string) => unescaped[character] ?? character);

/** A list in one cell: a line each. Line ends inside an item are written `\n`. */
export const joinList = (items: readonly string[]): string =>
  items.length === 0
    ? markers.list
    : items
        .map((item) => item.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r'))
        .map((item, _at, all) => (all.length === 1 && markerTexts.includes(item) ? `\\${item}` : item))
        .join('\n');

export const splitList = (text: string): string[] => (text === markers.list ? [] : text.split('\n').map(unescapeAll));

const betweenNames = /[、，,;；/]/gu;

/** Departments: a line each; a character that parts names and stands inside one is escaped. */
export const joinNames = (names: readonly string[]): string =>
  joinList(names)
    .split('\n')
    .map((line) => line.replace(betweenNames, '\\$&'))
    .join('\n');

/** Names as people write them in one cell: `护理部、产科`, as the editor reads them. */
export const splitNames = (text: string): string[] =>
  text === markers.list
    ? []
    : text
        .split('\n')
        .flatMap((line) => line.match(/(?:\\(?:.|$)|[^\\、，,;；/])+/gsu) ?? [])
        .map((name) => unescapeAll(name).trim())
        .filter((name) => name !== '');
