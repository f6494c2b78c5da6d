import type { PackRule, PackTarget } from '../../../../shared/contract/pack-schema.ts';
import type { Rule } from '../../../../shared/domain/standard/standard.ts';
import { having } from './change-tree.ts';
import { indexOf, methodOf, type WorkPack } from './work-pack.ts';

export type RuleKind = Rule['kind'];
export const ruleKind = (rule: PackRule): RuleKind =>
  'score' in rule ? 'score' : rule.grade === 'yes' ? 'passing' : 'grade';
export const ruleScope = (rule: PackRule): string => ('score' in rule ? rule.score : rule.scope);

export const setTarget = (work: WorkPack, at: number, fields: Partial<PackTarget>): WorkPack => {
  const target = work.targets[at];
  const changed = target && having(target, fields);
  return !changed || changed === target ? work : { ...work, targets: work.targets.with(at, changed) };
};

const changeRules = (work: WorkPack, at: number, change: (rules: PackRule[]) => PackRule[]): WorkPack =>
  setTarget(work, at, { rules: change(work.targets[at]?.rules ?? []) });

export const setRule = (work: WorkPack, at: number, index: number, rule: PackRule): WorkPack =>
  changeRules(work, at, (rules) => rules.with(index, rule));
export const removeRule = (work: WorkPack, at: number, index: number): WorkPack =>
  changeRules(work, at, (rules) => rules.toSpliced(index, 1));
export const addRule = (work: WorkPack, at: number): WorkPack =>
  changeRules(work, at, (rules) => [...rules, rules.at(-1) ?? firstRule(work)]);

/** A rule that this standard can be measured by. */
function firstRule(work: WorkPack): PackRule {
  const places = [...indexOf(work).clauses.values()];
  const methods = new Set(places.map((place) => methodOf(work, place)));
  return methods.has('graded')
    ? { scope: 'all', grade: 'C', atLeast: 0.9 }
    : { scope: 'all', grade: 'yes', atLeast: 0.9 };
}

export function addTarget(work: WorkPack): WorkPack {
  const taken = new Set(work.targets.map(({ id }) => id));
  let number = work.targets.length + 1;
  while (taken.has(`target-${number}`)) number++;
  const target = { id: `target-${number}`, label: `目标 ${number}`, rules: [firstRule(work)] };
  return { ...work, targets: [...work.targets, target] };
}

export const removeTarget = (work: WorkPack, at: number): WorkPack => ({
  ...work,
  targets: work.targets.toSpliced(at, 1),
});

/** The rule as another kind, over the same clauses and with the same figure where that makes sense. */
export function asRuleKind(rule: PackRule, kind: RuleKind): PackRule {
  const scope = ruleScope(rule) === 'total' ? 'all' : ruleScope(rule);
  const share = Number(rule.atLeast) <= 1 ? rule.atLeast : 0.9;
  const { confidence, note } = rule;
  const remarks = { ...(confidence && { confidence }), ...(note !== undefined && { note }) };
  switch (kind) {
    case 'grade':
      return { scope, grade: 'C', atLeast: share, ...remarks };
    case 'passing':
      return { scope, grade: 'yes', atLeast: share, ...remarks };
    case 'score':
      return { score: scope === 'all' ? 'total' : scope, atLeast: share, of: 'share', ...remarks };
  }
}

/** A threshold as the format holds it: a number where that is exact, else the text. */
export function packFigure(text: string): number | string {
  const value = Number(text);
  return text.includes('/') || String(value) !== text ? text : value;
}

/** `chapter:` scopes and named ones, of chapters that may be in rules. */
export function scopeChoices(
  work: WorkPack,
  kind: RuleKind,
): readonly { readonly scope: string; readonly label: string }[] {
  return [
    kind === 'score' ? { scope: 'total', label: '总分' } : { scope: 'all', label: '全部条款' },
    ...(kind === 'score' ? [] : [{ scope: 'core', label: '核心条款' }]),
    ...(work.scopes ?? []).map(({ id, label }) => ({ scope: id, label })),
    ...work.chapters
      .filter(({ excludeFromRules }) => excludeFromRules !== true)
      .map(({ code, title }) => ({ scope: `chapter:${code}`, label: `第 ${code} 章 ${title}` })),
  ];
}

/** A named group of chapters with a chapter taken in or out; the order of the standard. */
export function setScopeChapter(work: WorkPack, at: number, code: string, isIn: boolean): WorkPack {
  const scope = work.scopes?.[at];
  if (!work.scopes || !scope) return work;
  const rest = scope.chapters.filter((each) => each !== code);
  const order = work.chapters.map((chapter) => chapter.code);
  const chapters = isIn ? [...rest, code].toSorted((left, right) => order.indexOf(left) - order.indexOf(right)) : rest;
  return { ...work, scopes: work.scopes.with(at, { ...scope, chapters }) };
}
