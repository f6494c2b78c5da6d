import { blank, cell, figure, formula, heightFor } from './cells.ts';
import { passCodes } from './result-codes.ts';
import { vetoed, whenReviewed } from './rule-table.ts';
import type { ScoredBy } from './scored-clauses.ts';
import type { Cell, Row } from './sheet-model.ts';
import { codeKey, sideColumn, visibleWidths, type ClauseTables, type Places, type Side } from './summary-frame.ts';

type Prerequisites = NonNullable<ClauseTables['prerequisites']>;

export const noViolation = '无违反';
/** A formula has 8,192 characters at most; the list of violations takes about fifty for each prerequisite. */
const mostListed = 120;
const none = '无';
const listWidth = visibleWidths.slice(2, 7).reduce((sum, width) => sum + width, 0);

/** 前置要求 among the rules: how many hold, how many are violated; chapters out of the rules veto too. */
export function vetoRow(
  prerequisites: readonly ScoredBy<'prerequisite'>[],
  table: Prerequisites,
  row: number,
  places: Places,
): Row {
  const outcomes = prerequisites.map(({ result }) => result.outcome);
  const own = {
    pass: outcomes.filter((outcome) => outcome === 'pass').length,
    fail: outcomes.filter((outcome) => outcome === 'fail').length,
    exempt: outcomes.filter((outcome) => outcome === 'n/a').length,
  };
  const cellsOf = (side: Side, { pass, fail, exempt }: typeof own): readonly Cell[] => {
    const count = (code: string) => `COUNTIFS(${table.range(codeKey[side])},"${code}")`;
    const violations = `${sideColumn(side, 3)}${row}`;
    return [
      figure(count(passCodes.pass), pass),
      figure(`${prerequisites.length}-${count(passCodes['n/a'])}`, prerequisites.length - exempt),
      blank(),
      figure(count(passCodes.fail), fail),
      cell(
        'strong',
        whenReviewed(`IF(${violations}>0,"${vetoed}","${noViolation}")`, fail > 0 ? vetoed : noViolation, side, places),
      ),
    ];
  };
  return {
    cells: [
      cell('label', '前置要求（违反数列在“还差”）'),
      cell('figure', '全部无违反'),
      ...cellsOf('own', own),
      ...cellsOf('theirs', { pass: 0, fail: 0, exempt: 0 }),
    ],
  };
}

/** Which prerequisites are violated, by their codes, live. Undefined when there are too many for one formula. */
export function violatedRow(
  prerequisites: readonly ScoredBy<'prerequisite'>[],
  table: Prerequisites,
  vetoAt: number,
): Row | undefined {
  if (prerequisites.length > mostListed) return undefined;
  const listed = (side: Side, result: string): Cell =>
    cell(
      'value',
      formula(
        `IF(${sideColumn(side, 3)}${vetoAt}=0,"${none}",${prerequisites
          .map((_scored, index) => {
            const at = (key: 'code' | 'ownCode' | 'theirCode') => `${table.sheet}!${table.at(key, index)}`;
            return `IF(${at(codeKey[side])}="${passCodes.fail}",${at('code')}&"  ","")`;
          })
          .join('&')})`,
        result,
      ),
    );
  const list = prerequisites
    .flatMap(({ clause, result }) => (result.outcome === 'fail' ? `${clause.code}  ` : []))
    .join('');
  return {
    cells: [
      cell('label', '违反的前置要求'),
      blank(),
      listed('own', list || none),
      ...Array.from({ length: 4 }, () => blank()),
      listed('theirs', none),
      ...Array.from({ length: 4 }, () => blank()),
    ],
    height: Math.max(24, heightFor(list, listWidth)),
  };
}
