import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { threadSources } from './threads.ts';

/**
 * The backend's threads as the product has them, in plain JavaScript, made once for all tests. Node strips types with
 * WebAssembly, and threads that come and go by the hundred while it is compiled can crash the whole process.
 */
export default async function bundleThreads(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-threads-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, target: 'node20.18', outDir: folder, rollupOptions: { input: threadSources } },
    ssr: { noExternal: true },
  });
  process.env['DABIAO_TEST_THREADS'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
