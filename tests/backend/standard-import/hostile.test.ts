import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { importStandardHere } from '../../../electron/backend/standard-import/import-standard.ts';
import { temporaryFolder } from './files.ts';
import { hostile } from './hostile.ts';

const folder = temporaryFolder();
const fileOf = (name: string) => path.join(folder, name);
/** Of a shared machine under load; the figure for an idle one is in the benchmark. */
const withinMilliseconds = 4000;

beforeAll(async () => {
  for (const { name, make } of hostile) writeFileSync(fileOf(name), await make());
});

test.each(hostile)('$name', async ({ name, refused, clauses }) => {
  const started = performance.now();
  const answer = await importStandardHere(fileOf(name)).catch((cause: unknown) => cause);
  expect(performance.now() - started).toBeLessThan(withinMilliseconds);
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

describe('memory', () => {
  test('a process that imports all of them one after the other stays under 256 MiB', () => {
    const reader = path.join(import.meta.dirname, 'hostile-reader.ts');
    const lines = execFileSync(process.execPath, [reader, ...hostile.map(({ name }) => fileOf(name))], {
      encoding: 'utf8',
    });
    const answers = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; peakMiB: number; answer: string });
    expect(answers).toHaveLength(hostile.length);
    expect(Math.max(...answers.map(({ peakMiB }) => peakMiB))).toBeLessThan(256);
    // In a thread of its own, every file gets the same answer.
    for (const [index, { refused }] of hostile.entries()) {
      expect(answers[index]?.answer).toContain(refused ?? 'read');
    }
  });
});
