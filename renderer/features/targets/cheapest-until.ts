import type { Rule } from '../../../shared/domain/standard/standard.ts';
import { cheapestLifts } from '../../../shared/domain/verdict/gap.ts';
import { moveInTally } from '../../../shared/domain/verdict/tally.ts';
import { liftedResult } from '../../../shared/domain/verdict/what-if.ts';
import { groundOf, judgeOn, type Ground, type Lifts, type Round, type RoundClause } from './ground.ts';

interface Step {
  readonly before: RoundClause;
  readonly after: RoundClause;
}

/**
 * What is ticked, and besides it the cheapest clauses until the rule holds; as many as there are when it never does.
 * A score may need the same clause lifted twice, from D to C and on to B.
 */
export function cheapestUntil(rule: Rule, round: Round, ticked: Lifts): Lifts {
  const ground = groundOf(round, ticked);
  const { gapRules } = ground;
  const lifts = new Map(ticked);
  let clauses: readonly RoundClause[] = ground.counted;
  while (!holds(rule, ground)) {
    const cheapest = cheapestLifts(rule, clauses, gapRules);
    const steps = cheapest.map(({ clause, wanted }): Step => {
      return { before: clause, after: { ...clause, result: liftedResult(clause.result, wanted, gapRules.yesAtRate) } };
    });
    const needed = takeUntilItHolds(rule, ground, steps);
    if (needed === 0) break;
    for (const { clause, wanted } of cheapest.slice(0, needed)) lifts.set(clause.id, wanted);
    const lifted = new Map(steps.slice(0, needed).map(({ before, after }) => [before, after]));
    clauses = clauses.map((clause) => lifted.get(clause) ?? clause);
  }
  return lifts;
}

const holds = (rule: Rule, ground: Ground): boolean => judgeOn(ground, [rule]).rules[0]?.holds !== false;

/**
 * Takes as few of the steps as make the rule hold, or all, and leaves the tally there. No lift makes a rule worse, so
 * halving finds them: judging a score after each of a thousand lifts is felt.
 */
function takeUntilItHolds(rule: Rule, ground: Ground, steps: readonly Step[]): number {
  let taken = 0;
  const take = (count: number) => {
    for (const { before, after } of steps.slice(taken, count)) moveInTally(ground.tally, before, after.result);
    for (const { before, after } of steps.slice(count, taken)) moveInTally(ground.tally, after, before.result);
    taken = count;
  };
  let [tooFew, enough] = [-1, steps.length];
  while (enough - tooFew > 1) {
    const middle = Math.ceil((tooFew + enough) / 2);
    take(middle);
    if (holds(rule, ground)) enough = middle;
    else tooFew = middle;
  }
  take(enough);
  return enough;
}
