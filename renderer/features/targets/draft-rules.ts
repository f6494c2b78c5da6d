import type { GradeRule, Rule, Scope, Standard } from '../../../shared/domain/standard/standard.ts';
import { checkRules, type RuleFault } from '../../../shared/domain/verdict/check-rules.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { ruleKey, thresholdWords } from '../../app/rule-words.ts';
import { titleBeside } from '../checklist/short-title.ts';
import { judgeOn, type Ground } from './ground.ts';
import { readThreshold } from './read-threshold.ts';

/** A rule as it is being edited: the threshold as typed, the grade kept while another kind is tried. */
export interface DraftRule {
  /** Stays with the rule while it is moved. */
  readonly key: number;
  readonly kind: Rule['kind'];
  readonly scope: string;
  readonly grade: GradeRule['grade'];
  readonly typed: string;
}

export const draftOf = (rules: readonly Rule[]): readonly DraftRule[] =>
  rules.map((rule, key) => ({
    key,
    kind: rule.kind,
    scope: rule.scope,
    grade: rule.kind === 'grade' ? rule.grade : 'B',
    typed: thresholdWords(rule),
  }));

/** The rule that the draft stands for. What cannot be read stays as typed, for checkRules to refuse. */
export function ruleOf({ kind, scope, grade, typed }: DraftRule): Rule {
  const read = readThreshold(typed, kind);
  const atLeast = read?.atLeast ?? typed.trim();
  switch (kind) {
    case 'grade':
      return { kind, scope, grade, atLeast };
    case 'passing':
      return { kind, scope, atLeast };
    case 'score':
      return { kind, scope, of: read?.of ?? 'points', atLeast };
  }
}

export interface CheckedRule {
  readonly rule: Rule;
  readonly fault: RuleFault | undefined;
  /** Undefined while the rule cannot be measured. */
  readonly result: RuleResult | undefined;
  /** What the standard asks for, where it has such a rule and this one asks for something else. */
  readonly builtIn: Rule | undefined;
}

/**
 * Every rule of a draft with what is wrong with it, or how it would be judged: on `trial`, where the total is put
 * together as it is being edited. What may be saved is decided by the standard as it is.
 */
export function checkDraft(
  draft: readonly DraftRule[],
  builtIn: readonly Rule[],
  ground: Ground,
  trial: Ground = ground,
): { readonly rules: readonly CheckedRule[]; readonly isEmpty: boolean; readonly isSound: boolean } {
  const rules = draft.map(ruleOf);
  const problems = checkRules(rules, ground.standard);
  return {
    isEmpty: rules.length === 0,
    isSound: problems.length === 0,
    rules: rules.map((rule, at) => {
      const fault = problems.find((problem) => problem.at === at)?.fault;
      const own = builtIn.find((each) => ruleKey(each) === ruleKey(rule));
      return {
        rule,
        fault,
        result: fault ? undefined : judgeOn(trial, [rule]).rules[0],
        builtIn: own && thresholdWords(own) !== thresholdWords(rule) ? own : undefined,
      };
    }),
  };
}

export const isSameRules = (left: readonly Rule[], right: readonly Rule[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

export interface ScopeChoice {
  readonly scope: string;
  readonly label: string;
}

/** The scopes a rule of this kind may have. A total that is put together from parts knows only those. */
export function scopeChoices(
  { scopes, chapters, scoring }: Pick<Standard, 'scopes' | 'chapters' | 'scoring'>,
  kind: Rule['kind'],
): readonly ScopeChoice[] {
  const named = scopes.map(({ id, label }: Scope) => ({ scope: id, label }));
  if (kind === 'score' && scoring) {
    const isPart = ({ scope }: ScopeChoice) => scoring.parts.some((part) => part.scope === scope);
    return [{ scope: 'total', label: '总分' }, ...named.filter(isPart)];
  }
  return [
    kind === 'score' ? { scope: 'total', label: '总分' } : { scope: 'all', label: '全部条款' },
    { scope: 'core', label: '核心条款' },
    ...named,
    ...chapters
      .filter(({ excludedFromRules }) => !excludedFromRules)
      .map(({ code, title }) => ({ scope: `chapter:${code}`, label: `第 ${code} 章 ${titleBeside(code, title)}` })),
  ];
}

/** The same rule as another kind; a scope that this kind does not know becomes the whole standard. */
export function asKind(draft: DraftRule, kind: Rule['kind'], standard: Standard): DraftRule {
  const known = scopeChoices(standard, kind);
  const scope = known.some((choice) => choice.scope === draft.scope) ? draft.scope : (known[0]?.scope ?? 'all');
  return { ...draft, kind, scope };
}

/** What a new rule starts as: of the kind of the last one. */
export function newRule(draft: readonly DraftRule[], standard: Standard): DraftRule {
  const key = Math.max(-1, ...draft.map((each) => each.key)) + 1;
  const like = draft.at(-1);
  const base: DraftRule = { key, kind: like?.kind ?? 'grade', scope: 'all', grade: 'B', typed: '' };
  return asKind(base, base.kind, standard);
}

/** The draft with one rule moved a place up or down. */
export function moveRule(draft: readonly DraftRule[], at: number, by: 1 | -1): readonly DraftRule[] {
  const [moved, other] = [draft[at], draft[at + by]];
  if (!moved || !other) return draft;
  return draft.map((each, index) => (index === at ? other : index === at + by ? moved : each));
}
