import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Removed after the test file's last test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
