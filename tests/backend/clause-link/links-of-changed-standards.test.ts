import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { oneSheet } from '../standard-import/make-xlsx.ts';
import { clauseOf, startBackend, startRound, temporaryFolder } from '../../support/backend.ts';
import { community, packText, pairOf, suggest, township } from './two-standards.ts';

test('本院标准出新修订：编号还在的关联还在，编号没了的不再提出、也不丢', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view } = await startRound(backend, folder);
  const bringIn = async (text: string) => {
    const file = path.join(folder, 'own.yaml');
    writeFileSync(file, text);
    await backend.ask('standard.import', { file: backend.grant(file), jobId: crypto.randomUUID(), apply: true });
  };
  const own = packText(community).replace('id: jcx-community-2022', 'id: our-community');
  await bringIn(own);
  const link = { packId: township, otherPackId: 'our-community' };
  await backend.ask('link.set', {
    ...link,
    pairs: [
      { code: '3.6.3', otherCode: '3.6.3', state: 'confirmed' },
      { code: '3.6.4', otherCode: '3.6.4', state: 'confirmed' },
    ],
  });

  const without = own.replace(/ {10}- code: "3\.6\.4"[^]*?(?= {10}- code: )/u, '');
  expect(without.length).toBeLessThan(own.length);
  await bringIn(without);
  const round = await backend.ask('round.create', {
    packId: 'our-community',
    targetId: 'recommended',
    title: '新修订',
  });
  const linkedOf = (code: string) => backend.ask('link.ofClause', { roundId, clauseId: clauseOf(view, code).id });
  expect(await linkedOf('3.6.3')).toMatchObject([{ packId: 'our-community', rounds: [{ roundId: round.id }] }]);
  expect(await linkedOf('3.6.4')).toEqual([]);
  const found = await suggest(backend, township, 'our-community');
  expect(pairOf(found, '3.6.3', '3.6.3')?.state).toBe('confirmed');
  expect(pairOf(found, '3.6.4', '3.6.4')).toBeUndefined();

  await bringIn(own);
  expect(pairOf(await suggest(backend, township, 'our-community'), '3.6.4', '3.6.4')?.state).toBe('confirmed');
});

test('覆上官方原文的条款按官方原文比较，对照时看到的也是它', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  const before = pairOf(await suggest(backend, township, community), '2.1.5', '2.1.6');
  const { standard } = await backend.ask('standard.read', { packId: community });
  const other = clausesOf(standard).find(({ code }) => code === '2.1.6');
  const file = path.join(folder, '官方.xlsx');
  const pointsOf = (tier: string) =>
    (other?.points ?? []).filter((point) => point.tier === tier).map(({ text }, at) => `${at + 1}.${text}`);
  writeFileSync(
    file,
    await oneSheet([
      ['编号', '条款名称', 'C', 'B', 'A'],
      ['2.1.5', '转诊服务', pointsOf('C').join('\n'), pointsOf('B').join('\n'), pointsOf('A').join('\n')],
    ]),
  );
  const { draftId } = await backend.ask('draft.open', { file: backend.grant(file), jobId: crypto.randomUUID() });
  await backend.ask('official.lay', { draftId, packId: township, leave: [], replaceAll: false });
  const after = pairOf(await suggest(backend, township, community), '2.1.5', '2.1.6');
  expect(before?.similarity).toBeLessThan(0.99);
  expect(after?.similarity).toBeGreaterThan(before?.similarity ?? 1);
  // The official wording is kept as the file has it, numbers included.
  expect(after?.clause.points.map((text) => text.replace(/^\d+\./u, ''))).toEqual(after?.other.points);
  await backend.ask('official.drop', { packId: township });
  expect(pairOf(await suggest(backend, township, community), '2.1.5', '2.1.6')).toEqual(before);
});
