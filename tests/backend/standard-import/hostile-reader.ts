/** A process of its own that imports the files it is given, one after the other, and tells what each took. */
import { importStandard } from '../../../electron/backend/standard-import/import-standard.ts';
import { peakMiB } from '../../support/peak-memory.ts';
import { threadUrl } from '../../support/threads.ts';

const workerUrl = threadUrl('standard-worker');

for (const file of process.argv.slice(2)) {
  const started = performance.now();
  let answer = '';
  try {
    const { pack } = await importStandard({ file, signal: new AbortController().signal, workerUrl });
    answer = `read ${pack?.chapters.length ?? 0}`;
  } catch (cause) {
    answer = cause instanceof Error ? cause.message : String(cause);
  }
  console.log(JSON.stringify({ file, milliseconds: performance.now() - started, peakMiB: peakMiB(), answer }));
}
