// The files that mean harm: what the worst of them takes, in time and memory, and how long the backend's own thread is
// held up meanwhile. Each is read in a process of its own; worker thread included.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importStandard } from '../../electron/backend/standard-import/import-standard.ts';
import { hostile } from '../backend/standard-import/hostile.ts';
import bundleThreads from '../support/thread-bundles.ts';
import { threadUrl } from '../support/threads.ts';

const reader = path.resolve(import.meta.dirname, '../backend/standard-import/hostile-reader.ts');
const goalSeconds = 2;
const goalMiB = 256;

interface Reading {
  readonly milliseconds: number;
  readonly peakMiB: number;
}

/** The longest that a timer of five milliseconds had to wait while the work was done elsewhere. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  await work();
  clearInterval(timer);
  return longest;
}

const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-bench-'));
const dropBundles = await bundleThreads(); // as the product has them
try {
  const workerUrl = threadUrl('standard-worker');
  let slowest = { name: '', value: 0 };
  let largest = { name: '', value: 0 };
  let longest = { name: '', value: 0 };
  for (const { name, make } of hostile) {
    const file = path.join(folder, name);
    writeFileSync(file, await make());
    const { milliseconds, peakMiB } = JSON.parse(
      execFileSync(process.execPath, [reader, file], { encoding: 'utf8' }),
    ) as Reading;
    if (milliseconds > slowest.value) slowest = { name, value: milliseconds };
    if (peakMiB > largest.value) largest = { name, value: peakMiB };
    const pause = await longestPause(() =>
      importStandard({ file, signal: new AbortController().signal, workerUrl }).catch(() => undefined),
    );
    if (pause > longest.value) longest = { name, value: pause };
    rmSync(file);
  }
  const seconds = slowest.value / 1000;
  console.log(
    `${hostile.length} 个有害文件，最慢 ${seconds.toFixed(2)} 秒（${slowest.name}），目标 < ${goalSeconds} 秒`,
  );
  console.log(`  内存峰值 ${largest.value.toFixed(0)} MiB（${largest.name}），目标 < ${goalMiB}`);
  console.log(`  其间后台线程最长停顿 ${longest.value.toFixed(0)} ms（${longest.name}）`);
  if (seconds > goalSeconds || largest.value >= goalMiB) process.exitCode = 1;
} finally {
  dropBundles();
  rmSync(folder, { recursive: true, force: true });
}
