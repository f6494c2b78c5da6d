import { multiply, whole } from '../../../shared/domain/number/rational.ts';
import { denominatorOf, emptyScope, type ScopeTally } from '../../../shared/domain/verdict/tally.ts';
import { blank, figure } from './cells.ts';
import { gradeDenominator } from './grade-table.ts';
import { indicatorCell, indicatorKinds, indicatorsIn } from './indicator-table.ts';
import { checksWith } from './passing-table.ts';
import { passCodes } from './result-codes.ts';
import { billion, type PartPlan, type ScorePlan } from './score-plan.ts';
import { scoreAndShare, type ScoreAt, type ScoreCells } from './score-table.ts';
import { codeKey, hiddenAt, sideColumn, type ClauseTables, type Places, type Side } from './summary-frame.ts';
import { countIn, sumIn, sumOver } from './summary-scopes.ts';

export const partMeasures = ['适用条款', '折合条款', '得分', '得分率', '未评'] as const;

const gradesBest = ['A', 'B', 'C', 'D'] as const;
const gradeColumn = { A: 'C', B: 'D', C: 'E', D: 'F' } as const;

/** A row of a total that is put together from weighted parts: one part, or several of them. */
export function partCells(at: ScoreAt, tables: ClauseTables, places: Places): ScoreCells {
  const { plan, side, row, scored } = at;
  const members = scored.parts.map((index) => memberAt(at, index, places));
  const clauses = members.map((member) => member.clauses);
  const combined = combine(members, plan);
  /** Its own row: the others only refer to it. */
  const single = members.length === 1 && scored.name !== 'total' ? plan.parts[scored.parts[0] ?? -1] : undefined;
  const formulas = single && partFormulas(single, plan, side, tables, places);
  const counts = at.tally.scopes.get(scored.scope.name) ?? emptyScope();
  return {
    shown: [
      figure(
        formulas ? hiddenAt(side, 'clauses', row) : clauses.join('+'),
        sum(members.map(({ counted }) => counted.clauses)),
      ),
      formulas
        ? figure(
            `INT(${hiddenAt(side, 'worth', row)}*100/${plan.worthUnits})/100`,
            Math.floor((sum(members.map(({ counted }) => counted.worth)) * 100) / plan.worthUnits) / 100,
          )
        : blank('figure'),
      ...scoreAndShare(at),
      formulas ? figure(formulas.open, at.open) : figure(members.map(({ open }) => open).join('+'), at.open),
    ],
    hidden: [
      figure(combined.earned, combined.results.earned),
      figure(combined.full, combined.results.full),
      ...(formulas && single
        ? [
            figure(formulas.worth, worthOf(single, counts, plan)),
            figure(formulas.clauses, clausesIn(counts)),
            figure(
              `IF(${hiddenAt(side, 'clauses', row)}=0,0,${single.weight})`,
              clausesIn(counts) === 0 ? 0 : single.weight,
            ),
          ]
        : []),
    ],
  };
}

interface Member {
  readonly worth: string;
  readonly clauses: string;
  readonly weight: string;
  readonly open: string;
  /** What the three cells hold at export. */
  readonly counted: { readonly worth: number; readonly clauses: number; readonly weight: number };
}

/** The cells of one part, wherever its own row stands. */
function memberAt({ plan, side, tally }: ScoreAt, index: number, places: Places): Member {
  const part = plan.parts[index];
  if (!part) throw new Error(`no part ${index}`);
  const row = places.firstPart + index;
  const counts = tally.scopes.get(part.scope.name) ?? emptyScope();
  const clauses = clausesIn(counts);
  return {
    worth: hiddenAt(side, 'worth', row),
    clauses: hiddenAt(side, 'clauses', row),
    weight: hiddenAt(side, 'weight', row),
    open: `${sideColumn(side, 4)}${row}`,
    counted: { worth: worthOf(part, counts, plan), clauses, weight: clauses === 0 ? 0 : part.weight },
  };
}

/**
 * earned ÷ full is Σ weight × rate ÷ Σ weight, where a rate is worth ÷ clauses: brought to whole numbers by multiplying
 * with every part's number of clauses. A part without an applicable clause has no weight.
 */
function combine(members: readonly Member[], { worthUnits, exact }: ScorePlan) {
  const [only] = members;
  if (only && members.length === 1) {
    return {
      earned: only.worth,
      full: `${only.clauses}*${worthUnits}`,
      results: { earned: only.counted.worth, full: only.counted.clauses * worthUnits },
    };
  }
  const atLeastOne = ({ clauses }: Member) => `MAX(1,${clauses})`;
  const weights = members.map(({ weight }) => weight).join('+');
  const others = (member: Member) => members.filter((other) => other !== member);
  const numbers = members.map(({ counted }) => ({ ...counted, divisor: Math.max(1, counted.clauses) }));
  const product = numbers.reduce((found, { divisor }) => found * divisor, 1);
  const weight = sum(numbers.map((part) => part.weight));
  const earned = sum(numbers.map((part) => (part.weight * part.worth * product) / part.divisor));
  if (!exact) {
    const rates = members.map((member) => `${member.weight}*${member.worth}/${atLeastOne(member)}`).join('+');
    return {
      earned: `IF(${weights}=0,0,ROUND((${rates})/(${worthUnits}*(${weights}))*${billion},0))`,
      full: `IF(${weights}=0,0,${billion})`,
      results: {
        earned: weight === 0 ? 0 : Math.round((earned / product / (worthUnits * weight)) * billion),
        full: weight === 0 ? 0 : billion,
      },
    };
  }
  return {
    earned: members
      .map((member) => [member.weight, member.worth, ...others(member).map(atLeastOne)].join('*'))
      .join('+'),
    full: `${worthUnits}*(${weights})*${members.map(atLeastOne).join('*')}`,
    results: { earned, full: worthUnits * weight * product },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const clausesIn = (counts: ScopeTally): number =>
  denominatorOf(counts) + indicatorsIn(counts) + counts.checks + counts.pointsClauses;

function worthOf({ worth }: PartPlan, counts: ScopeTally, { worthUnits }: ScorePlan): number {
  const { met, improved, worse, missing } = worth;
  const shares = multiply(counts.shares, whole(worthUnits));
  return (
    sum(gradesBest.map((grade) => counts[grade] * worth[grade])) +
    counts.met * met +
    counts.improved * improved +
    counts.worse * worse +
    counts.missing * missing +
    (counts.monitored + counts.checksPassed) * worthUnits +
    Math.round(Number(shares.numerator) / Number(shares.denominator))
  );
}

/** Over the tables of grades and indicators, and over the sheets for the rarer methods. */
function partFormulas(
  { scope, worth }: PartPlan,
  { worthUnits }: ScorePlan,
  side: Side,
  tables: ClauseTables,
  places: Places,
) {
  const { points } = tables;
  const grades = places.grades[side](scope.name);
  const indicators = places.indicators(scope.name);
  const checks = (code: (typeof passCodes)[keyof typeof passCodes]) => checksWith(tables, scope, side, code);
  const shares = side === 'own' ? 'ownShare' : 'theirShare';
  const worths = { ...worth, monitored: worthUnits };
  const perIndicator = (term: (address: string, kind: (typeof indicatorKinds)[number]) => string) =>
    indicators === undefined ? [] : indicatorKinds.map((kind) => term(indicatorCell(indicators, side, kind), kind));
  return {
    worth: sumOver([
      ...(grades === undefined ? [] : gradesBest.map((grade) => `${gradeColumn[grade]}${grades}*${worth[grade]}`)),
      ...perIndicator((address, kind) => `${address}*${worths[kind]}`),
      ...checks(passCodes.pass).map((term) => `${worthUnits}*(${term})`),
      ...(points ? [sumIn(points, shares, scope)] : []),
    ]),
    clauses: sumOver([
      ...(grades === undefined ? [] : [gradeDenominator(grades)]),
      ...perIndicator((address) => address),
      ...[passCodes.pass, passCodes.fail, passCodes.open].flatMap(checks),
      ...(points ? [`${countIn(points, scope)}-(${countIn(points, scope, [[codeKey[side], passCodes['n/a']]])})`] : []),
    ]),
    open: sumOver([
      ...(grades === undefined ? [] : [`H${grades}`]),
      ...(indicators === undefined ? [] : [indicatorCell(indicators, side, 'missing')]),
      ...checks(passCodes.open),
      ...(points ? [countIn(points, scope, [[codeKey[side], passCodes.open]])] : []),
    ]),
  };
}
