import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startBackend, startRound, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';

/** Everything that lies in a folder, with its bytes. */
const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file, 'latin1')]),
  );

test.each([
  ['数据库', 'dabiao.db.xlsx', (workspace: string) => workspace],
  ['佐证文件夹', '评审.xlsx', (workspace: string) => path.join(workspace, 'evidence', 'ab')],
  ['连到工作区里的链接', '评审.xlsx', (_workspace: string, folder: string) => path.join(folder, '链接')],
])('不导出到工作区里：%s', async (_where, name, placeOf) => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId } = await startRound(backend, folder);
  const workspace = workspaceFolderOf(folder);
  mkdirSync(path.join(workspace, 'evidence', 'ab'), { recursive: true });
  symlinkSync(path.join(workspace, 'evidence'), path.join(folder, '链接'));
  const place = placeOf(workspace, folder);
  const before = contentsOf(workspace);
  const jobId = randomUUID();
  for (const output of [name, '佐证.zip', '佐证']) {
    const call = output === name ? 'exchange.exportWorkbook' : 'exchange.exportBundle';
    const grant = backend.grant(path.join(place, output));
    const refusal = await backend.refusal(call, { roundId, output: grant, jobId });
    expect(refusal).toMatchObject({ code: 'export/in-workspace', message: expect.stringContaining(`“${output}”`) });
  }
  expect([...contentsOf(workspace).keys()]).toEqual([...before.keys()]);
  expect(backend.bugs).toEqual([]);
});

test('工作簿的名字要以 .xlsx 结尾：别的文件不会被盖掉', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId } = await startRound(backend, folder);
  const letter = path.join(folder, '重要.docx');
  writeFileSync(letter, '信');
  const output = backend.grant(letter);
  const refusal = await backend.refusal('exchange.exportWorkbook', { roundId, output, jobId: randomUUID() });
  expect(refusal).toMatchObject({ code: 'export/not-a-workbook' });
  expect(readFileSync(letter, 'utf8')).toBe('信');
});

test.each(['佐证', '佐证.zip'])('导出“%s”时清掉以前中断的导出留下的，刚才的不动', async (name) => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId } = await startRound(backend, folder);
  const place = path.join(folder, '桌面');
  const leftover = () => path.join(place, `.dabiao-${randomUUID()}.tmp`);
  const [old, fresh, foreign] = [leftover(), leftover(), path.join(place, '.dabiao-x.tmp')];
  for (const each of [old, fresh, foreign]) {
    mkdirSync(each, { recursive: true });
    writeFileSync(path.join(each, '评审工作簿.xlsx'), '半个');
  }
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  for (const each of [old, foreign]) utimesSync(each, twoDaysAgo, twoDaysAgo);
  const output = backend.grant(path.join(place, name));
  await backend.ask('exchange.exportBundle', { roundId, output, jobId: randomUUID() });
  expect([old, fresh, foreign].map((each) => existsSync(each))).toEqual([false, true, true]);
});
