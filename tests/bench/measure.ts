/** Interleaved rounds: each candidate runs once a round, so that a noisy machine disturbs all alike. */
export async function interleave<Name extends string>(
  rounds: number,
  candidates: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Readonly<Record<Name, number[]>>> {
  const names = Object.keys(candidates) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) times[name].push(await candidates[name]());
  }
  return times;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The median of the ratios within each round. */
export const ratio = (times: readonly number[], peer: readonly number[]): number =>
  median(times.map((time, index) => time / (peer[index] ?? Number.NaN)));

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** One line a figure: what, the ratio, the goal, and the medians it comes from. */
export function report(what: string, value: number, goal: string, detail: string): void {
  console.log(`${what.padEnd(46)} ${value.toFixed(2).padStart(7)}×   目标 ${goal.padEnd(10)} ${detail}`);
}
