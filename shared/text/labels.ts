import type { Grade, Mark } from '../domain/grade/grade.ts';
import type { ClauseStatus } from '../domain/round/clause-state.ts';
import type { Confidence, GradeRule, Method, PassingRule, Scope, ScoreRule } from '../domain/standard/standard.ts';
import type { Wanted } from '../domain/verdict/gap.ts';

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

/** A scope in words; empty for all clauses. */
export function scopeLabel(scope: string, scopes: readonly Scope[]): string {
  if (scope === 'all' || scope === 'total') return '';
  if (scope === 'core') return '核心';
  if (scope.startsWith('chapter:')) return `第 ${scope.replace(/^chapter:/, '')} 章`;
  return scopes.find(({ id }) => id === scope)?.label ?? scope;
}

/** A rule in words: “核心 B 及以上”, “条款通过”, “总分”, “第 1 章得分率”. */
export function ruleLabel(rule: RuleWords, scopes: readonly Scope[]): string {
  const where = scopeLabel(rule.scope, scopes);
  const what = ruleSubject(rule, where);
  const runsOn = where === '' || (/[\u3000-\u9fff\uff00-\uffef]$/.test(where) && /^[\u4e00-\u9fff]/.test(what));
  return runsOn ? `${where}${what}` : `${where} ${what}`;
}

type RuleWords =
  | Pick<GradeRule, 'kind' | 'scope' | 'grade'>
  | Pick<PassingRule, 'kind' | 'scope'>
  | Pick<ScoreRule, 'kind' | 'scope' | 'of'>;

function ruleSubject(rule: RuleWords, where: string): string {
  switch (rule.kind) {
    case 'grade':
      return rule.grade === 'A' ? 'A' : `${rule.grade} 及以上`;
    case 'passing':
      return '条款通过';
    case 'score':
      return rule.of === 'share' ? '得分率' : where === '' ? '总分' : '得分';
  }
}

/** To what a clause must be lifted, in words. */
export const wantedLabels: Readonly<Record<Wanted, string>> = {
  A: '提到 A',
  B: '提到 B',
  C: '提到 C',
  D: '评为 D',
  yes: '达到通过',
  full: '得满分',
};
