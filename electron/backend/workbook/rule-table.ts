import { brief } from '../../../shared/domain/number/rational.ts';
import { shareOf } from '../../../shared/domain/number/share.ts';
import type { RuleResult, ScoreRuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { cell, figure, formula, literal } from './cells.ts';
import { gradeCount, gradeDenominator } from './grade-table.ts';
import { passingCount, passingWhole } from './passing-table.ts';
import { asNumber } from './point-scale.ts';
import { factorsOf, isComparedExactly, type ScorePlan } from './score-plan.ts';
import { scoreFormula, times } from './score-table.ts';
import type { Cell, Formula } from './sheet-model.ts';
import { hiddenAt, notApplicable, rowIn, shareValue, sideColumn, type Places, type Side } from './summary-frame.ts';

export const reached = '达到';
export const notReached = '未达到';
/** Reviewers have not begun: no entry of theirs anywhere. Says less than 未达到, and is not mistaken for it. */
export const awaited = '待评审';
export const vetoed = '一票否决';

export interface RuleAt {
  readonly side: Side;
  readonly row: number;
  readonly places: Places;
  readonly plan: ScorePlan | undefined;
}

/** One rule in five cells (达到数, 适用数, 比例, 还差, 结论), measured by live formulas in whole numbers only. */
export function ruleCells(result: RuleResult, at: RuleAt): readonly Cell[] {
  return result.kind === 'score' ? scoreRuleCells(result, at) : proportionCells(result, at);
}

function proportionCells(result: Exclude<RuleResult, ScoreRuleResult>, at: RuleAt): readonly Cell[] {
  const { side, row, places } = at;
  const [count, whole] = [`${sideColumn(side, 0)}${row}`, `${sideColumn(side, 1)}${row}`];
  // Without a common divisor: small numbers keep the sheet's arithmetic exact.
  const { numerator, denominator } = shareOf(result.atLeast);
  const source =
    result.kind === 'grade' ? rowIn(places.grades[side], result.scope) : rowIn(places.passing, result.scope);
  return [
    figure(result.kind === 'grade' ? gradeCount(source, result.grade) : passingCount(source, side), result.count),
    figure(result.kind === 'grade' ? gradeDenominator(source) : passingWhole(source, side), result.denominator),
    cell('share', shareValue(count, whole, result.percent)),
    figure(`IF(${whole}=0,0,MAX(0,-INT(-(${numerator}*${whole})/${denominator})-${count}))`, result.missing),
    verdictCell(`${whole}=0`, `${count}*${denominator}>=${numerator}*${whole}`, result, at),
  ];
}

/** A score rule compares `earned ÷ full × full score ≥ wanted` without dividing, or to nine decimals. */
function scoreRuleCells(result: ScoreRuleResult, at: RuleAt): readonly Cell[] {
  const { side, places, plan } = at;
  const scored = plan?.rows.find(({ name }) => name === result.scope);
  if (!plan || !scored) throw new Error(`the summary has no score for ${result.scope}`);
  const source = rowIn(places.scores, result.scope);
  const [earned, full] = [hiddenAt(side, 'earned', source), hiddenAt(side, 'full', source)];
  const factors = factorsOf(scored.full, result);
  const exact = isComparedExactly(factors, plan);
  const wanted = Number(factors.wanted) / Number(factors.over);
  const hundredths = exact
    ? `(${factors.wanted}*${full}-${factors.full}*${earned})/${times(full, factors.over)}`
    : `ROUND(${wanted}-${earned}*${100 * asNumber(scored.full)}/${full},7)`;
  const holds = exact ? `${earned}*${factors.full}>=${factors.wanted}*${full}` : `${hundredths}<=0`;
  return [
    figure(`IF(${full}=0,0,${scoreFormula({ side, row: source }, scored.full)})`, Number(result.score)),
    figure(`IF(${full}=0,0,${brief(scored.full)})`, Number(result.full)),
    cell('share', shareValue(earned, full, result.percent)),
    figure(`IF(${full}=0,0,MAX(0,-INT(-${hundredths}))/100)`, Number(result.missing)),
    verdictCell(`${full}=0`, holds, result, at),
  ];
}

function verdictCell(
  nothing: string,
  holds: string,
  result: Pick<RuleResult, 'applicable' | 'holds'>,
  { side, places }: RuleAt,
): Cell {
  const measured = `IF(${nothing},"${notApplicable}",IF(${holds},"${reached}","${notReached}"))`;
  const verdict = !result.applicable ? notApplicable : result.holds ? reached : notReached;
  return cell('strong', whenReviewed(measured, verdict, side, places));
}

/** Reviewers' verdicts wait for their first entry. At export there is none. */
export const whenReviewed = (measured: string, result: string, side: Side, { reviewed }: Places): Formula =>
  side === 'own' ? formula(measured, result) : formula(`IF(${reviewed}=0,"${awaited}",${measured})`, awaited);

/**
 * The verdict over all rules: every rule that applies must hold, and one at least must apply; a violated prerequisite
 * goes before all of them. Compared cell by cell, because a count by condition matches parts of a cell in some programs,
 * and 未达到 contains 达到.
 */
export function overallFormula(cells: readonly string[], violations: string | undefined): string {
  const any = (text: string) => `OR(${cells.map((address) => `${address}=${literal(text)}`).join(',')})`;
  const measured =
    cells.length === 0
      ? literal(notReached)
      : `IF(${any(notReached)},"${notReached}",IF(${any(reached)},"${reached}","${notReached}"))`;
  return violations === undefined ? measured : `IF(${violations}>0,"${vetoed}",${measured})`;
}
