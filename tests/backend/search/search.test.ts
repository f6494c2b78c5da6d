import { expect, test } from 'vitest';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { startBackend, startRound, temporaryFolder } from '../../support/backend.ts';

test('两个字的词、拼音首字母、条款号都找得到，与逐条比对一致', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view } = await startRound(backend, folder);
  const clauses = clausesOf(view.standard);
  const codesOf = async (text: string) => {
    const ids = new Set(await backend.ask('assessment.search', { roundId, text }));
    return clauses.filter((clause) => ids.has(clause.id)).map((clause) => clause.code);
  };
  for (const word of ['院感', '护理', '患者', '手卫生', 'X线', 'x线', '１２个月']) {
    const wanted = clauses.filter((clause) =>
      [clause.title, ...clause.points.map((point) => point.text)].some((text) =>
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
