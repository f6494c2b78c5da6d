import { add, compare, exactly, multiply, one, parseRational, zero, type Rational } from '../number/rational.ts';
import { clausesOf, type Rule, type Standard } from '../standard/standard.ts';
import { isInScope } from './gap.ts';
import { parseShare } from '../number/share.ts';

export type RuleFault =
  | 'no-rules'
  | 'unknown-scope'
  | 'no-clauses'
  | 'not-exact'
  | 'above-one'
  | 'above-full'
  | 'no-score'
  | 'no-part'
  | 'repeated';

/** What is wrong with one rule, by its place in the list; -1 is the list itself. */
export interface RuleProblem {
  readonly at: number;
  readonly fault: RuleFault;
}

type Ruled = Pick<Standard, 'scopes' | 'chapters' | 'totalPoints' | 'scoring'>;

/** Whether a target can be measured by these rules; what cannot is named, so that an edited rule is refused with a reason. */
export function checkRules(rules: readonly Rule[], standard: Ruled): readonly RuleProblem[] {
  if (rules.length === 0) return [{ at: -1, fault: 'no-rules' }];
  const keys = rules.map((rule) => `${rule.kind} ${rule.scope} ${rule.kind === 'grade' ? rule.grade : ''}`);
  return rules.flatMap((rule, at) => {
    const fault = faultOf(rule, standard) ?? (keys.indexOf(keys[at] ?? '') < at ? 'repeated' : undefined);
    return fault ? [{ at, fault }] : [];
  });
}

function faultOf(rule: Rule, standard: Ruled): RuleFault | undefined {
  if (!isKnownScope(rule, standard)) return 'unknown-scope';
  const counted = clausesOf(standard).filter(
    (clause) => clause.counts && isInScope(clause, rule.scope, standard.scopes),
  );
  if (rule.kind !== 'score') {
    if (!counted.some(({ method }) => (method === 'graded') === (rule.kind === 'grade'))) return 'no-clauses';
    if (!parseShare(rule.atLeast) || !parseRational(rule.atLeast)) return 'not-exact';
    return compare(exactly(rule.atLeast), one) > 0 ? 'above-one' : undefined;
  }
  const { scoring, totalPoints } = standard;
  if (scoring === undefined && totalPoints === undefined) return 'no-score';
  if (scoring) {
    if (rule.scope !== 'total' && !scoring.parts.some(({ scope }) => scope === rule.scope)) return 'no-part';
  } else if (!counted.some(({ method }) => method === 'points')) return 'no-clauses';
  const atLeast = parseRational(rule.atLeast);
  if (!atLeast || compare(atLeast, zero) < 0) return 'not-exact';
  if (rule.of === 'share') return compare(atLeast, one) > 0 ? 'above-one' : undefined;
  return compare(atLeast, fullScoreOf(rule.scope, standard)) > 0 ? 'above-full' : undefined;
}

const isKnownScope = ({ kind, scope }: Rule, { scopes, chapters }: Ruled): boolean =>
  scope === 'all' ||
  scope === 'core' ||
  (kind === 'score' && scope === 'total') ||
  (scope.startsWith('chapter:') && chapters.some(({ code }) => scope === `chapter:${code}`)) ||
  scopes.some(({ id }) => id === scope);

/** The full score of the whole standard or of a scope, whatever does not apply. */
function fullScoreOf(scope: string, standard: Ruled): Rational {
  const { scoring, totalPoints } = standard;
  if (scoring) {
    const weights = scoring.parts.filter((part) => scope === 'total' || part.scope === scope);
    return multiply(
      exactly(scoring.full),
      weights.reduce((sum, { weight }) => add(sum, exactly(weight)), zero),
    );
  }
  if (scope === 'total' && totalPoints !== undefined) return exactly(totalPoints);
  return clausesOf(standard)
    .filter((clause) => clause.counts && isInScope(clause, scope, standard.scopes))
    .reduce((sum, { fullScore }) => (fullScore === undefined ? sum : add(sum, exactly(fullScore))), zero);
}
