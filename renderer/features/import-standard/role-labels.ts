import type { ColumnRole } from '../../../shared/contract/standard-draft.ts';

export const roleLabels: Readonly<Record<ColumnRole, string>> = {
  part: '部分',
  chapter: '章',
  section: '节',
  code: '条款编号',
  title: '条款名称',
  points: '要点',
  C: 'C 级要点',
  B: 'B 级要点',
  A: 'A 级要点',
  tier: '要点等级',
  score: '分值',
  deductions: '扣分标准',
  core: '核心标记 ★',
  optional: '可选标记',
  veto: '否决标记',
  checks: '评审方法',
  departments: '责任科室',
  evidence: '佐证材料',
  numerator: '分子',
  denominator: '分母',
  unit: '单位',
  direction: '指标导向',
  period: '统计周期',
  target: '目标值',
  formula: '计算公式',
  note: '备注',
  ignore: '不导入',
};

/** As they stand in the menu of a column. */
export const roleGroups: readonly { readonly label: string; readonly roles: readonly ColumnRole[] }[] = [
  { label: '结构', roles: ['part', 'chapter', 'section', 'code', 'title', 'core', 'optional', 'veto'] },
  { label: '要点', roles: ['points', 'C', 'B', 'A', 'tier'] },
  { label: '评审', roles: ['checks', 'evidence', 'departments', 'note'] },
  { label: '分值', roles: ['score', 'deductions'] },
  {
    label: '指标',
    roles: ['numerator', 'denominator', 'unit', 'direction', 'period', 'target', 'formula'],
  },
  { label: '其他', roles: ['ignore'] },
];

/** The role that a menu's value names. */
export const columnRoleOf = (value: string): ColumnRole | undefined =>
  roleGroups.flatMap(({ roles }) => roles).find((role) => role === value);
