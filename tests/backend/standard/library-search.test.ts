import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { StandardHit } from '../../../shared/contract/standard.ts';
import { fitsInstitution } from '../../../shared/domain/institution.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { createStandardLibrary, type StandardLibrary } from '../../../electron/backend/standard/standard-library.ts';
import { repoRoot } from '../../support/backend.ts';

const folder = path.join(repoRoot, 'resources/standards');
let library: StandardLibrary;
const search = (text: string) => library.search(text);
const titles = (hits: readonly StandardHit[]) => hits.map(({ title }) => title);

/** All that is written in a clause itself. */
function ownWords(packId: string, code: string): string {
  const clause = clausesOf(library.get(packId).standard).find((each) => each.code === code)!;
  return [clause.title, ...clause.points.map(({ text }) => text), ...clause.suggestedEvidence].join('\n');
}

beforeAll(() => {
  library = createStandardLibrary(folder);
});

test.each([
  ['院感', ['院感', '医院感染', '感控']],
  ['护理', ['护理']],
  ['手卫生', ['手卫生', '洗手']],
  ['患者安全', ['患者安全']],
  ['慢性病', ['慢性病', '慢病']],
])('%s finds what a scan of all packs finds', async (word, names) => {
  const scanned = readdirSync(folder).flatMap((file) => {
    const { standard } = library.get(path.basename(file, '.yaml'));
    return standard.chapters.flatMap((chapter) =>
      chapter.sections.flatMap((section) =>
        section.clauses
          .filter(({ title, points, suggestedEvidence }) =>
            [title, ...points.map(({ text }) => text), ...suggestedEvidence, chapter.title, section.title].some(
              (text) => names.some((name) => text.includes(name)),
            ),
          )
          .map(({ code }) => `${standard.packId} ${code}`),
      ),
    );
  });
  const { hits, more } = await search(word);
  expect(more).toBe(false);
  expect(hits.map(({ packId, code }) => `${packId} ${code}`).toSorted()).toEqual(scanned.toSorted());
  expect(scanned.length).toBeGreaterThan(3);
});

test('titles come first, texts next, what only stands under such a title last; in each programme, pack and the order of the standard', async () => {
  const { hits } = await search('应急');
  const inTitle = hits.filter(({ title }) => title.includes('应急')).length;
  const underTitle = hits.findIndex(({ packId, code }) => !ownWords(packId, code).includes('应急'));
  expect(inTitle).toBeGreaterThan(3);
  expect(underTitle).toBeGreaterThan(inTitle);
  for (const [place, { title, excerpt, packId, code }] of hits.entries()) {
    expect([title.includes('应急'), excerpt.includes('应急')]).toEqual(place < inTitle ? [true, false] : [false, true]);
    expect(ownWords(packId, code).includes('应急')).toBe(place < underTitle);
  }
  for (const group of [hits.slice(0, inTitle), hits.slice(inTitle, underTitle), hits.slice(underTitle)]) {
    const places = group.map(({ programme, packId }) => `${programme} ${packId}`);
    expect(places).toEqual(places.toSorted());
  }
  const tier3 = hits.slice(inTitle, underTitle).filter(({ packId }) => packId === 'tier3-2022');
  const order = clausesOf(library.get('tier3-2022').standard).map(({ code }) => code);
  const positions = tier3.map(({ code }) => order.indexOf(code));
  expect(positions.length).toBeGreaterThan(3);
  expect(positions).toEqual(positions.toSorted((left, right) => left - right));
});

test('a hit says where it stands', async () => {
  const { hits } = await search('手卫生与标准预防');
  expect(hits[0]).toMatchObject({
    packId: 'jcx-community-2022',
    programme: '优质服务基层行',
    code: '3.6.3',
    method: 'graded',
    excerpt: '',
  });
  expect(hits[0]!.standardTitle).toContain('社区卫生服务中心');
});

test('an excerpt is about sixty characters around the hit', async () => {
  for (const { excerpt } of (await search('应急演练')).hits) {
    expect(excerpt.length).toBeLessThanOrEqual(62);
    if (excerpt !== '') expect(excerpt).toContain('应急演练');
  }
});

test('pinyin initials find titles', async () => {
  expect(titles((await search('SWS')).hits).some((title) => title.includes('手卫生'))).toBe(true);
});

test('standards are found by title, programme and initials', async () => {
  expect((await search('xtzx')).standards).toEqual(['chest-pain-primary-2020']);
  expect((await search('胸痛中心')).standards).toEqual(['chest-pain-primary-2020']);
  expect((await search('优质服务基层行')).standards).toContain('jcx-township-2022');
  expect((await search('服务能力标准2022版优质')).standards).toEqual([]);
});

test('a single character, and more than three hundred hits', async () => {
  const { hits, more } = await search('的');
  expect(hits).toHaveLength(300);
  expect(more).toBe(true);
  const rare = await search('蚊');
  expect(rare.more).toBe(false);
  expect(rare.hits.length).toBeGreaterThan(0);
  for (const { title, excerpt } of rare.hits) expect(title + excerpt).toContain('蚊');
});

test('codes are found from their beginning', async () => {
  const { hits } = await search('3.6.3');
  const withCode = hits.filter(({ code }) => code.startsWith('3.6.3'));
  expect(withCode.length).toBeGreaterThan(1);
  expect(hits.some(({ code }) => code.endsWith('13.6.3'))).toBe(false);
});

test('full-width letters, capitals and spaces make no difference', async () => {
  const codes = async (text: string) => (await search(text)).hits.map(({ packId, code }) => packId + code);
  const plain = await codes('DRG');
  expect(plain.length).toBeGreaterThan(0);
  expect(await codes('ｄｒｇ')).toEqual(plain);
  expect(await codes('手 卫 生')).toEqual(await codes('手卫生'));
});

test.each(['', '   ', '%', '"', '*', '""', '()', '，', '\u0000', '-'])('%j finds nothing', async (text) => {
  expect(await search(text)).toEqual({ standards: [], hits: [], more: false });
});

test.each([
  '院感"',
  '"院感"',
  '院感*',
  'NEAR',
  'NEAR(院 感)',
  '院感 OR 护理',
  'title : 院感',
  '^院感',
  '院感%',
  "院'感",
  '院_感',
])('%j means its characters and nothing else', async (text) => {
  const { hits } = await search(text);
  expect(hits.length).toBeLessThan((await search('院感')).hits.length);
});

test('院感 leads to the clauses of sections that are called 医院感染…, and says so', async () => {
  const hits = (await search('院感')).hits.filter(
    ({ packId, code }) => packId === 'tier2-2012' && /^(4\.19|7\.6)\./.test(code),
  );
  expect(hits.length).toBeGreaterThan(3);
  for (const { title, excerpt } of hits) expect(title + excerpt).toMatch(/院感|医院感染|感控/);
  expect(hits.some(({ excerpt }) => excerpt.endsWith(' › 医院感染控制质量监测指标'))).toBe(true);
});

test('standards of rounds come first, then those for the institution, also before what does not fit on the list', async () => {
  const { hits, standards, more } = await library.search('管理', {
    used: ['jcx-village-2022'],
    institution: '二级综合医院',
  });
  expect(more).toBe(true);
  expect(hits[0]!.packId).toBe('jcx-village-2022');
  const { summaries } = await library.list();
  const ranks = (ids: readonly string[]) =>
    ids.map((id) => {
      const { appliesTo } = summaries.find((each) => each.id === id)!;
      return id === 'jcx-village-2022' ? 0 : fitsInstitution(appliesTo, '二级综合医院') ? 1 : 2;
    });
  for (const found of [ranks(hits.map(({ packId }) => packId)), ranks(standards)]) {
    expect(found).toEqual(found.toSorted((left, right) => left - right));
  }
  expect(hits.some(({ packId }) => packId !== 'jcx-village-2022')).toBe(true);
});
