import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { importStandardHere } from '../../../electron/backend/standard-import/import-standard.ts';
import { temporaryFolder } from './files.ts';
import { hostile } from './hostile.ts';

/** The light ones are answered here, the heavy ones where the whole way is: standard-draft/hostile-files.test.ts. */
const light = hostile.filter(({ isHeavy }) => !isHeavy);
const heavy = hostile.filter(({ isHeavy }) => isHeavy);
const folder = temporaryFolder();
const fileOf = (name: string) => path.join(folder, name);

beforeAll(async () => {
  for (const { name, make } of hostile) writeFileSync(fileOf(name), await make());
});

test.each(light)('$name', async ({ name, refused, clauses }) => {
  const answer = await importStandardHere(fileOf(name)).catch((cause: unknown) => cause);
  if (refused === undefined) {
    const { pack } = (answer as Awaited<ReturnType<typeof importStandardHere>>).draft;
    const count = pack?.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.clauses)).length ?? 0;
    expect(count).toBe(clauses);
  } else {
    expect(answer).toBeInstanceOf(AppError);
    expect((answer as AppError).message).toContain(refused);
    expect((answer as AppError).message).toContain(name);
  }
});

test.each(heavy)('$name: under 256 MiB, thread and program together', ({ name, refused }) => {
  const reader = path.join(import.meta.dirname, 'hostile-reader.ts');
  const line = execFileSync(process.execPath, [reader, fileOf(name)], { encoding: 'utf8' });
  const { peakMiB, answer } = JSON.parse(line) as { readonly peakMiB: number; readonly answer: string };
  expect(answer).toContain(refused ?? 'read');
  expect(peakMiB).toBeLessThan(256);
});
