import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStandardLibrary } from '../../../electron/backend/standard/standard-library.ts';

const builtIn = path.resolve(import.meta.dirname, '../../../resources/standards/jcx-township-2022.yaml');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dabiao-standards-'));
  copyFileSync(builtIn, path.join(folder, 'jcx-township-2022.yaml'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a broken pack is reported and does not hide the others', async () => {
  writeFileSync(path.join(folder, 'broken.yaml'), 'id: broken\n');
  writeFileSync(path.join(folder, 'gbk.yaml'), Buffer.from([0xb1, 0xea, 0xd7, 0xbc]));
  const { summaries, problems } = await createStandardLibrary(folder).list();
  expect(summaries.map(({ id, clauses }) => [id, clauses])).toEqual([['jcx-township-2022', { graded: 109 }]]);
  expect(problems).toContain('broken.yaml：title 缺少');
  expect(problems).toContain('gbk.yaml：不是 UTF-8 编码');
});

test('one pack is read alone, once, with the hash of its bytes', () => {
  writeFileSync(path.join(folder, 'broken.yaml'), 'id: broken\n');
  const library = createStandardLibrary(folder);
  const { standard, sha256 } = library.get('jcx-township-2022');
  expect(sha256).toBe(createHash('sha256').update(readFileSync(builtIn)).digest('hex'));
  expect(standard.id).toBe(`jcx-township-2022@${sha256.slice(0, 12)}`);
  expect(library.get('jcx-township-2022').standard).toBe(standard);
});

test.each(['missing', '../standards/jcx-township-2022', '', 'a/b', 'JCX-township-2022'])('no pack %j', (id) => {
  expect(() => createStandardLibrary(folder).get(id)).toThrow(expect.objectContaining({ code: 'standard/not-found' }));
});

test('making a library reads nothing', () => {
  expect(() => createStandardLibrary(path.join(folder, 'missing'))).not.toThrow();
});
