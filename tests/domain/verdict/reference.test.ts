import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { parsePack, readPackBytes } from '../../../electron/backend/standard/read-pack-file.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { isCounted } from '../../../shared/domain/round/clause-state.ts';
import { resultOf } from '../../../shared/domain/result/clause-result.ts';
import { scoreOf } from '../../../shared/domain/verdict/score.ts';
import { moveInTally, type Tally } from '../../../shared/domain/verdict/tally.ts';
import type { Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { repoRoot } from '../../support/backend.ts';
import { mixedPack } from '../../support/mixed-pack.ts';
import {
  Dice,
  placedClauses,
  randomInput,
  randomInputs,
  randomRules,
  randomScoring,
  randomTemper,
  rulesOf,
} from '../../support/random-round.ts';
import { referenceVerdict, shownExact, type RawRule, type ReferenceVerdict } from '../../support/reference-verdict.ts';
import {
  countAnew,
  counted,
  exactText,
  inputOf,
  judgeRound,
  roundOf,
  ruleOf,
  scoringOf,
  type Round,
} from '../../support/verdict-engine.ts';

/** Two independent readings of the specification must agree on every figure of every verdict. */

const folder = path.join(repoRoot, 'resources/standards');
const builtIn = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => parsePack(readPackBytes(folder, file).bytes, file));
const packs = [...builtIn, mixedPack('points'), mixedPack('parts')];

/** Rounds a pack, 10,000 altogether: small packs get more, as a large one takes as long as fifty of them. */
const wantedRounds = 10_000;
const weightOf = (pack: Pack): number => 1 / (20 + placedClauses(pack).length);
const weights = packs.reduce((sum, pack) => sum + weightOf(pack), 0);
const roundsOf = (pack: Pack): number => Math.ceil((wantedRounds * weightOf(pack)) / weights);

test('全部标准包，总共至少 1 万个随机轮次', () => {
  expect(builtIn).toHaveLength(55);
  expect(packs.reduce((sum, pack) => sum + roundsOf(pack), 0)).toBeGreaterThanOrEqual(wantedRounds);
});

describe('与照规则原文另写的判定逐项一致', () => {
  test.each(packs.map((pack) => [pack.id, pack] as const))('%s', (_id, builtInPack) => {
    const builtInStandard = toStandard(builtInPack, createHash('sha256').update(builtInPack.id).digest('hex'));
    const clauses = placedClauses(builtInPack);
    for (let seed = 0; seed < roundsOf(builtInPack); seed++) {
      const dice = new Dice(seed);
      const temper = randomTemper(dice);
      const inputs = randomInputs(clauses, temper, dice);
      const scoring = builtInPack.scoring && dice.chance(0.5) ? randomScoring(builtInPack, dice) : undefined;
      const pack = scoring ? { ...builtInPack, scoring } : builtInPack;
      const standard = scoring ? { ...builtInStandard, scoring: scoringOf(scoring) } : builtInStandard;
      const rules = withExactHits(
        seed % 2 === 0 ? rulesOf(dice.pick(pack.targets)) : randomRules(pack, dice),
        dice,
        (drawn) => referenceVerdict(pack, inputs, drawn),
      );
      const round = roundOf(standard, inputs);
      const tally = countAnew(round);
      const where = `${pack.id} seed ${seed}`;
      compare(where, rules, referenceVerdict(pack, inputs, rules), round, tally);

      for (let moves = 1 + dice.below(6); moves > 0; moves--) {
        const placed = dice.pick(clauses);
        const clause = round.clauses.find(({ code }) => code === placed.clause.code);
        if (!clause) throw new Error(`no clause ${placed.clause.code}`);
        const raw = randomInput(placed, randomTemper(dice), dice);
        const before = counted(round, clause);
        const now = resultOf(clause, inputOf(clause, raw));
        if (isCounted(clause)) moveInTally(tally, before, now);
        inputs.set(clause.code, raw);
        round.results.set(clause.code, now);
      }
      if (written(tally) !== written(countAnew(round))) {
        expect(tally, `${where}: moved and counted anew differ`).toEqual(countAnew(round));
      }
      if (seed % 4 === 0) compare(`${where} moved`, rules, referenceVerdict(pack, inputs, rules), round, tally);
    }
  });
});

/** Some of the rules with the very threshold that is reached, or one just above it. */
function withExactHits(
  rules: readonly RawRule[],
  dice: Dice,
  measure: (rules: readonly RawRule[]) => ReferenceVerdict,
): readonly RawRule[] {
  const before = measure(rules);
  return rules.map((rule, index): RawRule => {
    const found = before.rules[index];
    if (!found?.applicable || dice.chance(0.5)) return rule;
    const above = dice.chance(0.5) ? 1 : 0;
    if ('score' in rule) {
      const [top = '0', bottom = '1'] = (found.score ?? '0').split('/');
      const atLeast = above ? `${BigInt(top) * 100n + 1n}/${BigInt(bottom) * 100n}` : `${top}/${bottom}`;
      return rule.of === 'points' && fits(atLeast, 15) ? { ...rule, atLeast } : rule;
    }
    const { count = 0, denominator = 1 } = found;
    const atLeast = `${count * 100 + above}/${denominator * 100}`;
    return count < denominator && fits(atLeast, 9) ? { ...rule, atLeast } : rule;
  });
}

const fits = (fraction: string, digits: number): boolean => fraction.split('/').every((part) => part.length <= digits);

function compare(where: string, rules: readonly RawRule[], wanted: ReferenceVerdict, round: Round, tally: Tally): void {
  const found = judgeRound(round, rules.map(ruleOf), tally);
  const { totalPoints, scoring } = round.standard;
  for (const [index, rule] of rules.entries()) {
    const differing = `${where} rule ${index + 1} ${JSON.stringify(rule)}`;
    same(differing, facetsOf(found.rules[index]), expectedFacets(wanted.rules[index]));
    if ('score' in rule) {
      const score = scoreOf(rule.score, tally, { totalPoints, scoring });
      same(`${differing} exact`, score && exactText(score.earned), wanted.rules[index]?.score);
      same(`${differing} exact full`, score && exactText(score.full), wanted.rules[index]?.full);
    }
  }
  const { reached, vetoes, unscored } = wanted;
  same(
    where,
    { reached: found.reached, vetoes: found.vetoes, unscored: found.unscored, total: found.total?.score },
    { reached, vetoes, unscored, total: wanted.total && shownExact(wanted.total, 2) },
  );
}

function facetsOf(rule: Verdict['rules'][number] | undefined): unknown {
  if (!rule) return undefined;
  const { applicable, holds, percent, forecast, missing } = rule;
  if (rule.kind !== 'score') {
    return { applicable, holds, percent, forecast, missing, count: rule.count, denominator: rule.denominator };
  }
  return { applicable, holds, percent, forecast, missing, score: rule.score, wanted: Number(rule.wanted) };
}

function expectedFacets(rule: ReferenceVerdict['rules'][number] | undefined): unknown {
  if (!rule) return undefined;
  const { applicable, holds, percent, forecast, missing, count, denominator, score, wanted } = rule;
  if (typeof missing === 'number') return { applicable, holds, percent, forecast, missing, count, denominator };
  return {
    applicable,
    holds,
    percent,
    forecast,
    missing: missing === '0' ? '0' : shownExact(missing, 2, 'raised'),
    score: shownExact(score ?? '0', 2),
    wanted: Number(shownExact(wanted ?? '0', 2, 'raised')),
  };
}

/** Cheap when equal: `expect` alone would take most of the time. */
function same(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found, what).toEqual(wanted);
}

const written = (tally: Tally): string =>
  JSON.stringify([...tally.scopes], (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
