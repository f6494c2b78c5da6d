import { compare, one, type Rational } from '../number/rational.ts';
import type { IndicatorDefinition } from '../standard/standard.ts';

type Quantities = Pick<IndicatorDefinition, 'numerator' | 'denominator' | 'unit'>;

/** `本期费用－上期费用`, but not `0－6 岁`. */
const minus = /(?<!\d)[－−]|减去|之差|(?<=\p{Script=Han})-(?=\p{Script=Han})/u;

/** `次均费用增幅`, `较上年增加人次`, `收支结余`; not `体重增长达标例数`, which counts who grew well. */
const movement =
  /(?:差[额值]|增幅|降幅|增长|增加|增减|净增|同比|环比|变化|变动|结余|盈余|盈亏|亏损)(?:率|数|量|值|额|幅度|百分点|人次|人数)?$/u;

const brackets = /（[^（）]*）|\([^()]*\)/gu;

/**
 * Whether a numerator may be below zero: only where the standard's words make it a difference or a movement. Whatever
 * counts cases, people, days or money is never negative, and a denominator never is.
 */
export const canBeNegative = ({ numerator }: Pick<Quantities, 'numerator'>): boolean =>
  minus.test(numerator) || movement.test(numerator.replaceAll(brackets, '').trim());

/** What is measured against, where it is no whole that the numerator is a part of: capacity, plan, quota, what was. */
const yardstick =
  /开放.*床日|核定|(?<!非)计划(?!生育)|任务|预算|定额|应(?:完成|巡查|开展|到位|留用|拨付)|上期|上年|去年|人均|次均/u;

/** Whether the numerator is a part of the denominator, so that the value cannot exceed 100 %. */
const isPartOfWhole = (definition: Quantities): boolean =>
  /^[%‰]$/u.test(definition.unit) &&
  definition.denominator !== null &&
  !canBeNegative(definition) &&
  !definition.numerator.includes('负债') &&
  !yardstick.test(definition.denominator);

/** More than the whole: a slip, most often numerator and denominator swapped. */
export const exceedsWhole = (definition: Quantities, value: Rational): boolean =>
  isPartOfWhole(definition) && compare(value, one) > 0;
