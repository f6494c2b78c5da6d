import type { Fraction } from '../../../shared/domain/verdict/fraction.ts';
import { parseFraction } from '../../../shared/domain/verdict/fraction.ts';
import { emptyScope, type Tally } from '../../../shared/domain/verdict/tally.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { cell, columnLetters, formula } from './cells.ts';
import { notApplicable, shareOf } from './scope-table.ts';
import type { Cell, Formula } from './sheet-model.ts';

export const reached = '达到';
export const notReached = '未达到';
/** Reviewers have not begun: no grade of theirs anywhere. Says less than 未达到, and is not mistaken for it. */
export const awaited = '待评审';

/** Five columns of the rule table: 达到数, 适用数, 比例, 还差, 结论. */
export interface RuleColumns {
  /** The first of the five, counted from 1. */
  readonly column: number;
  readonly row: number;
  /** The row of the rule's scope in the table of counts. */
  readonly scopeRow: number;
  /** A condition under which nothing has been graded yet. */
  readonly awaitedWhen: string | undefined;
}

/** One rule, measured by live formulas over the table of counts, in whole numbers only. */
export function ruleCells(result: RuleResult, tally: Tally, at: RuleColumns): readonly Cell[] {
  const { row, scopeRow } = at;
  const letter = (offset: number) => `${columnLetters(at.column + offset)}${row}`;
  const [count, whole] = [letter(0), letter(1)];
  const atLeast = reduced(result.atLeast);
  const bestToWanted = { A: 'C', B: 'D', C: 'E', D: 'F' } as const; // columns of the counts A to D
  const scope = tally.get(result.scope) ?? emptyScope();
  const measured = `IF(${whole}=0,"${notApplicable}",IF(${count}*${atLeast.denominator}>=${atLeast.numerator}*${whole},"${reached}","${notReached}"))`;
  const verdict = !result.applicable ? notApplicable : result.holds ? reached : notReached;
  return [
    live(`SUM(C${scopeRow}:${bestToWanted[result.grade]}${scopeRow})`, result.count),
    live(`B${scopeRow}-G${scopeRow}`, result.denominator),
    cell('share', shareOf(count, whole, scope, result.grade)),
    live(
      `IF(${whole}=0,0,MAX(0,-INT(-(${atLeast.numerator}*${whole})/${atLeast.denominator})-${count}))`,
      result.missing,
    ),
    cell(
      'strong',
      at.awaitedWhen === undefined
        ? formula(measured, verdict)
        : formula(`IF(${at.awaitedWhen},"${awaited}",${measured})`, awaited),
    ),
  ];
}

/**
 * The verdict over all rules: every rule that applies must hold, and one at least must apply. Compared cell by cell,
 * because a count by condition matches parts of a cell in some programs, and 未达到 contains 达到.
 */
export function overallVerdict(cells: readonly string[], result: string, awaitedWhen: string | undefined): Formula {
  const any = (text: string) => `OR(${cells.map((address) => `${address}="${text}"`).join(',')})`;
  const measured =
    cells.length === 0
      ? `"${notReached}"`
      : `IF(${any(notReached)},"${notReached}",IF(${any(reached)},"${reached}","${notReached}"))`;
  return formula(awaitedWhen === undefined ? measured : `IF(${awaitedWhen},"${awaited}",${measured})`, result);
}

const live = (text: string, result: number): Cell => cell('figure', formula(text, result));

/** Small numbers keep the sheet's arithmetic exact: 10/10 is 1/1. */
function reduced(atLeast: string): Fraction {
  const share = parseFraction(atLeast);
  if (!share) throw new Error(`threshold ${atLeast} is not a share`);
  let [left, right] = [share.numerator, share.denominator];
  while (right > 0) [left, right] = [right, left % right];
  return { numerator: share.numerator / left, denominator: share.denominator / left };
}
