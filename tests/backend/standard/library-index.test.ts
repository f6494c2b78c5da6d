import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { parsePack } from '../../../electron/backend/standard/read-pack-file.ts';
import { createStandardLibrary } from '../../../electron/backend/standard/standard-library.ts';
import { repoRoot, temporaryFolder } from '../../support/backend.ts';

const packs = ['fever-sentinel', 'hospice-pilot', 'sanitary-village'];
let folder = '';
let settingsFolder = '';
const packFile = (id: string) => path.join(folder, `${id}.yaml`);
const indexFile = () => path.join(settingsFolder, 'standards-index.db');

beforeEach(() => {
  const root = temporaryFolder();
  folder = path.join(root, 'packs');
  settingsFolder = path.join(root, 'settings');
  mkdirSync(folder);
  for (const id of packs) copyFileSync(path.join(repoRoot, `resources/standards/${id}.yaml`), packFile(id));
});

/** A start of the program: what it answers, and which packs it had to parse for that. */
async function start(version = '1.0.0') {
  const parsed: string[] = [];
  const library = createStandardLibrary(folder, {
    settingsFolder,
    version,
    parse: (bytes, file) => {
      parsed.push(path.basename(file, '.yaml'));
      return parsePack(bytes, file);
    },
  });
  onTestFinished(() => library.close());
  const { summaries, problems } = await library.list();
  return { library, parsed, problems, ids: summaries.map(({ id }) => id), summaries };
}

/** As a start that ended. */
async function startAndEnd(version?: string) {
  const ended = await start(version);
  ended.library.close();
  return ended;
}

const codesFor = async ({ library }: Awaited<ReturnType<typeof start>>, text: string) =>
  (await library.search(text)).hits.map(({ packId, code }) => `${packId} ${code}`);

test('the second start lists, reads and searches without parsing anything', async () => {
  const first = await start();
  const found = await codesFor(first, '发热');
  const read = await first.library.read('hospice-pilot');
  first.library.close();
  expect(first.parsed).toEqual(packs);
  const second = await start();
  expect(second.summaries).toEqual(first.summaries);
  expect(await codesFor(second, '发热')).toEqual(found);
  expect(await second.library.read('hospice-pilot')).toEqual(read);
  expect(found.length).toBeGreaterThan(0);
  expect(second.parsed).toEqual([]);
});

test('a changed pack is parsed again: its new words are found and its old ones are not', async () => {
  expect(await codesFor(await start(), '三区两通道')).toContain('fever-sentinel 1.1.2');
  const text = readFileSync(packFile('fever-sentinel'), 'utf8');
  writeFileSync(packFile('fever-sentinel'), text.replaceAll('三区两通道', '病区分隔方案'));
  const later = await start();
  expect(later.parsed).toEqual(['fever-sentinel']);
  expect(await codesFor(later, '三区两通道')).toEqual([]);
  expect(await codesFor(later, '病区分隔方案')).toContain('fever-sentinel 1.1.2');
});

test('a pack of the same bytes under another time is not parsed again', async () => {
  await startAndEnd();
  utimesSync(packFile('hospice-pilot'), new Date(), new Date());
  expect((await startAndEnd()).parsed).toEqual([]);
  expect((await startAndEnd()).ids).toEqual(packs);
});

test('a pack that was removed or came anew', async () => {
  await startAndEnd();
  copyFileSync(path.join(repoRoot, 'resources/standards/six-s-management.yaml'), packFile('six-s-management'));
  const more = await startAndEnd();
  expect(more.parsed).toEqual(['six-s-management']);
  expect(more.ids).toEqual([...packs, 'six-s-management'].toSorted());
});

test('a broken pack stays reported without being parsed at every start', async () => {
  writeFileSync(packFile('broken'), 'id: broken\n');
  const first = await startAndEnd();
  const second = await startAndEnd();
  expect(first.problems).toContain('broken.yaml：title 缺少');
  expect(second.problems).toEqual(first.problems);
  expect(second.ids).toEqual(packs);
  expect(second.parsed).toEqual([]);
});

test('a program of another version makes its own index, and an older program does again', async () => {
  await startAndEnd('1.0.0');
  expect((await startAndEnd('1.1.0')).parsed).toEqual(packs);
  expect((await startAndEnd('1.1.0')).parsed).toEqual([]);
  expect((await startAndEnd('1.0.0')).parsed).toEqual(packs);
});

test('an index of another format is thrown away', async () => {
  await startAndEnd();
  const db = new DatabaseSync(indexFile());
  db.exec('PRAGMA user_version = 99; DROP TABLE clause; CREATE TABLE clause (other TEXT)');
  db.close();
  expect((await startAndEnd()).parsed).toEqual(packs);
  expect((await start()).parsed).toEqual([]);
});

test.each([
  ['is no database', () => writeFileSync(indexFile(), 'not a database '.repeat(1000))],
  ['has lost its inside', () => writeFileSync(indexFile(), readFileSync(indexFile()).fill(0xa5, 8192))],
  ['is cut off', () => writeFileSync(indexFile(), readFileSync(indexFile()).subarray(0, 20_000))],
  ['is empty', () => writeFileSync(indexFile(), '')],
])('an index that %s is made anew', async (_what, damage) => {
  const first = await startAndEnd();
  damage();
  const second = await start();
  expect(second.summaries).toEqual(first.summaries);
  expect((await codesFor(second, '安宁疗护')).length).toBeGreaterThan(0);
  second.library.close();
  expect((await start()).parsed).toEqual([]);
});

test('where nothing can be written, everything works from memory', async () => {
  writeFileSync(settingsFolder, 'a file where the folder should be');
  const library = await start();
  expect(library.ids).toEqual(packs);
  expect((await codesFor(library, '安宁疗护')).length).toBeGreaterThan(0);
  expect(existsSync(indexFile())).toBe(false);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a folder without permission', async () => {
  mkdirSync(settingsFolder);
  chmodSync(settingsFolder, 0o555);
  expect((await start()).ids).toEqual(packs);
});

test('what another version does to the file does not reach a program that is running', async () => {
  const older = await start('1.0.0');
  const found = await codesFor(older, '发热');
  const newer = await start('2.0.0');
  expect(newer.parsed).toEqual(packs);
  expect(await codesFor(older, '发热')).toEqual(found);
  expect((await older.library.read('hospice-pilot')).summary.id).toBe('hospice-pilot');
  expect(older.parsed).toEqual(packs);
});

test('two processes that make the index at once both answer right, and it is whole afterwards', async () => {
  const script = `
    import { createStandardLibrary } from ${JSON.stringify(path.join(repoRoot, 'electron/backend/standard/standard-library.ts'))};
    const library = createStandardLibrary(process.argv[1], { settingsFolder: process.argv[2], version: '1.0.0' });
    const { summaries, problems } = await library.list();
    const { hits } = await library.search('患者');
    console.log(JSON.stringify([summaries.length, problems.length, hits.map(({ packId, code }) => packId + code)]));
    library.close();`;
  const standards = path.join(repoRoot, 'resources/standards');
  const run = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, standards, settingsFolder]);
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (out += chunk));
    await once(child, 'close');
    return out;
  };
  const [one, other] = await Promise.all([run(), run()]);
  const alone = createStandardLibrary(standards);
  onTestFinished(() => alone.close());
  const { hits } = await alone.search('患者');
  expect(JSON.parse(one)).toEqual([55, 0, hits.map(({ packId, code }) => packId + code)]);
  expect(other).toBe(one);
  expect(statSync(indexFile()).size).toBeGreaterThan(1_000_000);
});
