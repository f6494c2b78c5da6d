import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStandardLibrary } from '../../electron/backend/standard/standard-library.ts';

/** The library's index, made once for all tests: every backend with settings of its own would take two seconds for it. */
export default async function makeLibraryIndex(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-index-'));
  const standards = path.resolve(import.meta.dirname, '../../resources/standards');
  const library = createStandardLibrary(standards, { settingsFolder: folder, version: '0.0.0' });
  await library.list();
  library.close();
  process.env['DABIAO_TEST_INDEX'] = path.join(folder, 'standards-index.db');
  return () => rmSync(folder, { recursive: true, force: true });
}
