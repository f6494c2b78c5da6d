import path from 'node:path';
import { parsePack, readPackBytes } from '../../electron/backend/standard/read-pack-file.ts';
import { toStandard } from '../../electron/backend/standard/to-standard.ts';
import { resultOf, type ClauseResult } from '../../shared/domain/result/clause-result.ts';
import type { GradeRule } from '../../shared/domain/standard/standard.ts';
import { judge } from '../../shared/domain/verdict/verdict.ts';
import { exactly } from '../../shared/domain/number/rational.ts';
import { moveInTally, tallyClauses, type CountedClause } from '../../shared/domain/verdict/tally.ts';
import { Dice, placedClauses, randomInput, randomInputs } from '../support/random-round.ts';
import { gradedAs, inChapter } from '../support/results.ts';
import { countAnew, counted, inputOf, roundOf } from '../support/verdict-engine.ts';
import { interleave, median, ratio, report } from './measure.ts';

const repeats = 200;
let sink = 0;

const time = (work: (turn: number) => number) => () => {
  const start = performance.now();
  for (let turn = 0; turn < repeats; turn++) sink += work(turn);
  return (performance.now() - start) / repeats;
};
const microseconds = (values: readonly number[]): string => `${(median(values) * 1000).toFixed(1)} µs`;

/** The least that any verdict can do: look at every clause's result once. */
function barePass(results: readonly ClauseResult[]): number {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const key =
      result.method === 'graded'
        ? (result.grade ?? 'unscored')
        : result.method === 'indicator'
          ? result.status
          : result.method === 'points'
            ? result.score === undefined
              ? 'unscored'
              : 'scored'
            : (result.outcome ?? 'unscored');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts['A'] ?? 0;
}

/** 5,000 graded clauses after one mark. */
async function graded(): Promise<void> {
  const results = (['A', 'B', 'C', 'D', 'E', undefined] as const).map(gradedAs);
  const clauses: readonly CountedClause[] = Array.from({ length: 5000 }, (_, index) =>
    inChapter(results[(index * 7919) % 6]!, { chapter: String(Math.floor(index / 700) + 1), core: index % 9 === 0 }),
  );
  const rule = (scope: string, grade: GradeRule['grade'], atLeast: string): GradeRule => ({
    kind: 'grade',
    scope,
    grade,
    atLeast,
  });
  const rules = [
    rule('all', 'C', '0.9'),
    rule('all', 'B', '0.6'),
    rule('all', 'A', '0.2'),
    rule('core', 'C', '1'),
    rule('core', 'B', '0.7'),
    rule('core', 'A', '0.2'),
  ];
  const count = () => tallyClauses(clauses, { scopes: [], yesAtRate: exactly('0.6') });
  const bare = clauses.map(({ result }) => result);
  const tally = count();
  const current = [...clauses];
  const times = await interleave(31, {
    bare: time(() => barePass(bare)),
    /** What the product does: one clause moves in the counts, the rules are measured. */
    afterOneMark: time((turn) => {
      const at = (turn * 613) % current.length;
      const before = current[at]!;
      const now = results[(turn * 31) % 6]!;
      moveInTally(tally, before, now);
      current[at] = { ...before, result: now };
      return judge({ rules }, tally).rules.length;
    }),
    fromScratch: time(() => judge({ rules }, count()).rules.length),
  });
  report(
    '判定 5,000 条，改一个要点后',
    ratio(times.afterOneMark, times.bare),
    '≤ 3×',
    `${microseconds(times.afterOneMark)}，只看一遍结果的循环 ${microseconds(times.bare)}`,
  );
  report(
    '判定 5,000 条，从头再数一遍',
    ratio(times.fromScratch, times.bare),
    '（参考）',
    microseconds(times.fromScratch),
  );
}

/** The largest built-in standard, three methods and a total of weighted parts, with every clause filled in. */
async function largest(): Promise<void> {
  const file = 'tier3-2022.yaml';
  const pack = parsePack(
    readPackBytes(path.resolve(import.meta.dirname, '../../resources/standards'), file).bytes,
    file,
  );
  const standard = toStandard(pack, '0'.repeat(64));
  const placed = placedClauses(pack);
  const dense = { marked: 1, met: 0.8, byHand: 0.1 };
  const dice = new Dice(2022);
  const round = roundOf(standard, randomInputs(placed, dense, dice));
  const [target] = standard.targets;
  if (!target) throw new Error('no target');
  const { totalPoints, scoring } = standard;
  const tally = countAnew(round);
  const bare = [...round.results.values()];
  const changes = Array.from({ length: repeats }, (_, turn) => {
    const at = (turn * 613) % placed.length;
    const clause = round.clauses[at]!;
    return { clause, input: inputOf(clause, randomInput(placed[at]!, dense, dice)) };
  });
  const times = await interleave(31, {
    bare: time(() => barePass(bare)),
    afterOneChange: time((turn) => {
      const { clause, input } = changes[turn]!;
      const now = resultOf(clause, input);
      moveInTally(tally, counted(round, clause), now);
      round.results.set(clause.code, now);
      return judge(target, tally, { totalPoints, scoring }).rules.length;
    }),
    fromScratch: time(() => judge(target, countAnew(round), { totalPoints, scoring }).rules.length),
  });
  const clauses = placed.length.toLocaleString('en');
  report(
    `判定 ${pack.id} ${clauses} 条，改一条后`,
    ratio(times.afterOneChange, times.bare),
    '≤ 3×（或 2 ms）',
    `${microseconds(times.afterOneChange)}，只看一遍结果的循环 ${microseconds(times.bare)}`,
  );
  report(
    `判定 ${pack.id} ${clauses} 条，从头再数一遍`,
    ratio(times.fromScratch, times.bare),
    '（参考）',
    microseconds(times.fromScratch),
  );
}

await graded();
await largest();
if (sink === 0) throw new Error('nothing was computed');
