import path from 'node:path';
import { pathToFileURL } from 'node:url';

const backend = path.resolve(import.meta.dirname, '../../electron/backend');

export const threadSources = {
  'workbook-worker': path.join(backend, 'workbook/workbook-worker.ts'),
  'document-worker': path.join(backend, 'evidence/document-text/document-worker.ts'),
  'standard-worker': path.join(backend, 'standard-import/standard-worker.ts'),
};

/** Where a thread of the backend begins: its bundle once they are made, else its source. */
export function threadUrl(name: keyof typeof threadSources): URL {
  const bundles = process.env['DABIAO_TEST_THREADS'];
  return pathToFileURL(bundles === undefined ? threadSources[name] : path.join(bundles, `${name}.js`));
}
