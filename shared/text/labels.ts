import type { Grade, Mark } from '../domain/grade/grade.ts';
import type { ClauseStatus } from '../domain/round/clause-state.ts';
import type { Confidence, Method, ProportionRule } from '../domain/standard/standard.ts';

export const gradeLabels: Readonly<Record<Grade, string>> = {
  A: '优秀',
  B: '良好',
  C: '合格',
  D: '不合格',
  E: '不适用',
};

export const markLabels: Readonly<Record<Mark, string>> = {
  met: '符合',
  partial: '部分符合',
  unmet: '不符合',
  'n/a': '不适用',
};

export const statusLabels: Readonly<Record<ClauseStatus, string>> = {
  draft: '草稿',
  submitted: '已提交',
  verified: '已核实',
  returned: '退回',
};

export const confidenceLabels: Readonly<Record<Confidence, string>> = {
  high: '可信度高',
  medium: '可信度中，请核对',
  low: '可信度低，须核对原文',
};

export const methodLabels: Readonly<Record<Method, string>> = {
  graded: '等级条款',
  checklist: '是否条款',
  points: '分值条款',
  prerequisite: '前置要求',
  indicator: '监测指标',
};

/** A rule in words: “核心条款 B 及以上”. */
export function ruleLabel(rule: Pick<ProportionRule, 'scope' | 'grade'>): string {
  const grade = rule.grade === 'A' ? 'A' : `${rule.grade} 及以上`;
  if (rule.scope === 'all') return grade;
  if (rule.scope === 'core') return `核心 ${grade}`;
  return `第 ${rule.scope.replace(/^chapter:/, '')} 章 ${grade}`;
}
