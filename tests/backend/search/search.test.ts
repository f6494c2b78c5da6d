import { expect, test } from 'vitest';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { type TestBackend, startBackend, startRound, temporaryFolder } from '../../support/backend.ts';

test('两个字的词、拼音首字母、条款号都找得到，与逐条比对一致', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view } = await startRound(backend, folder);
  const clauses = clausesOf(view.standard);
  const codesOf = async (text: string) => {
    const ids = new Set(await backend.ask('assessment.search', { roundId, text }));
    return clauses.filter((clause) => ids.has(clause.id)).map((clause) => clause.code);
  };
  const titlesOver = new Map(
    view.standard.chapters.flatMap(({ title, sections }) =>
      sections.flatMap((section) => section.clauses.map(({ id }) => [id, [title, section.title]] as const)),
    ),
  );
  for (const word of ['感染', '护理', '患者', '消毒', 'X线', 'x线', '１２个月']) {
    const wanted = clauses.filter((clause) =>
      [clause.title, ...clause.points.map((point) => point.text), ...(titlesOver.get(clause.id) ?? [])].some((text) =>
        text.toLowerCase().includes(word.normalize('NFKC').toLowerCase()),
      ),
    );
    expect(wanted.length, word).toBeGreaterThan(0);
    expect(await codesOf(word), word).toEqual(wanted.map((clause) => clause.code));
  }
  const initials = await codesOf('sws');
  expect(initials).toEqual(
    expect.arrayContaining(clauses.filter((c) => c.title.includes('手卫生')).map((c) => c.code)),
  );
  expect(await codesOf('1.1.')).toEqual(['1.1.1', '1.1.2']);
});

test.each(['"', '*', '%', "' OR 1=1 --", 'NEAR(手 卫)', '手" OR "卫', '\\', '（）', '   '])(
  '查询语法字符 %s 只当文字，不报错',
  async (text) => {
    const folder = temporaryFolder();
    const backend = startBackend(folder);
    const { roundId } = await startRound(backend, folder);
    expect(await backend.ask('assessment.search', { roundId, text })).toEqual([]);
    expect(backend.bugs).toEqual([]);
  },
);

test('按佐证材料的标题也能找到条款；改名后按新名字找', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  const file = `${folder}/溢油应急.txt`;
  writeFileSync(file, '演练');
  const { id } = clause('2.1.1');
  const place = { roundId, clauseId: id };
  const attached = await backend.ask('evidence.attach', {
    ...place,
    files: [backend.grant(file)],
    jobId: randomUUID(),
  });
  expect(await backend.ask('assessment.search', { roundId, text: '溢油' })).toEqual([id]);
  expect(await backend.ask('assessment.search', { roundId, text: 'yyyj' })).toContain(id);

  const [evidence] = attached.added;
  const { number, documentDate, validUntil, department, remark, id: evidenceId } = evidence!;
  await backend.ask('evidence.describe', {
    roundId,
    evidenceId,
    number,
    title: '灭火演练',
    documentDate,
    validUntil,
    department,
    remark,
  });
  expect(await backend.ask('assessment.search', { roundId, text: '溢油' })).toEqual([]);
  expect(await backend.ask('assessment.search', { roundId, text: '灭火演' })).toContain(id);
  await backend.ask('assessment.undo', { roundId });
  expect(await backend.ask('assessment.search', { roundId, text: '溢油' })).toEqual([id]);
});

async function startTier2Round(backend: TestBackend, folder: string) {
  await startRound(backend, folder);
  const { id } = await backend.ask('round.create', { packId: 'tier2-2012', targetId: '2a', title: '二级' });
  return { roundId: id, view: await backend.ask('round.open', { roundId: id }) };
}

test('章、节的标题算条款的文字，排在标题和要点命中之后', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view } = await startTier2Round(backend, folder);
  const found = await backend.ask('assessment.search', { roundId, text: '院感' });
  const order = found.map((id) => clausesOf(view.standard).find((clause) => clause.id === id)!);
  const direct = order.map(({ title, points }) =>
    [title, ...points.map(({ text }) => text)].some((text) => /院感|医院感染|感控/.test(text)),
  );
  expect(direct.indexOf(false)).toBeGreaterThan(3);
  expect(direct.lastIndexOf(true)).toBeLessThan(direct.indexOf(false));
  const ofSection = view.standard.chapters
    .flatMap(({ sections }) => sections)
    .find(({ title }) => title === '医院感染管理与持续改进')!;
  expect(ofSection.clauses.length).toBeGreaterThan(3);
  expect(found).toEqual(expect.arrayContaining(ofSection.clauses.map(({ id }) => id)));
});

test('同一件事的另一种说法也找得到，先列原词的', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view } = await startTier2Round(backend, folder);
  const textsOf = new Map(
    clausesOf(view.standard).map(({ id, title, points }) => [
      id,
      [title, ...points.map(({ text }) => text)].join('\n'),
    ]),
  );
  const found = await backend.ask('assessment.search', { roundId, text: '压力性损伤' });
  const isTyped = found.map((id) => textsOf.get(id)!.includes('压力性损伤'));
  expect(found.some((id) => textsOf.get(id)!.includes('压疮'))).toBe(true);
  expect(isTyped.lastIndexOf(true)).toBeLessThan(isTyped.includes(false) ? isTyped.indexOf(false) : found.length);
});
