import { judge } from '../../shared/domain/verdict/verdict.ts';
import { moveInTally, tallyClauses, type CountedClause } from '../../shared/domain/verdict/tally.ts';
import type { Grade } from '../../shared/domain/grade/grade.ts';
import { interleave, median, ratio, report } from './measure.ts';

/** The verdict over 5,000 graded clauses after one mark, against a bare loop that only counts grades. */
const results = ['A', 'B', 'C', 'D', 'E', undefined] as const;
const clauses: CountedClause[] = Array.from({ length: 5000 }, (_, index) => ({
  chapter: String(Math.floor(index / 700) + 1),
  core: index % 9 === 0,
  grade: results[(index * 7919) % 6],
}));
const target = {
  rules: [
    { scope: 'all', grade: 'C', atLeast: '0.9' },
    { scope: 'all', grade: 'B', atLeast: '0.6' },
    { scope: 'all', grade: 'A', atLeast: '0.2' },
    { scope: 'core', grade: 'C', atLeast: '1' },
    { scope: 'core', grade: 'B', atLeast: '0.7' },
    { scope: 'core', grade: 'A', atLeast: '0.2' },
  ] as const,
};
const repeats = 200;
let sink = 0;

function bareLoop(): number {
  const counts: Record<string, number> = { A: 0, B: 0, C: 0, D: 0, E: 0, unscored: 0 };
  for (const clause of clauses) counts[clause.grade ?? 'unscored']!++;
  return counts['A']!;
}

const time = (work: (turn: number) => number) => () => {
  const start = performance.now();
  for (let turn = 0; turn < repeats; turn++) sink += work(turn);
  return (performance.now() - start) / repeats;
};

const tally = tallyClauses(clauses);
const current = [...clauses];
const times = await interleave(31, {
  bare: time(bareLoop),
  /** What the product does: one clause moves in the counts, the rules are measured. */
  afterOneMark: time((turn) => {
    const at = (turn * 613) % current.length;
    const before = current[at]!;
    const now: Grade | undefined = results[(turn * 31) % 6];
    moveInTally(tally, before, now);
    current[at] = { ...before, grade: now };
    return judge(target, tally).rules.length;
  }),
  fromScratch: time(() => judge(target, tallyClauses(clauses)).rules.length),
});
const microseconds = (values: readonly number[]): string => `${(median(values) * 1000).toFixed(1)} µs`;
report(
  '判定 5,000 条，改一个要点后',
  ratio(times.afterOneMark, times.bare),
  '≤ 3×',
  `${microseconds(times.afterOneMark)}，只数等级的循环 ${microseconds(times.bare)}`,
);
report(
  '判定 5,000 条，从头再数一遍',
  ratio(times.fromScratch, times.bare),
  '（参考）',
  microseconds(times.fromScratch),
);
if (sink === 0) throw new Error('nothing was computed');
