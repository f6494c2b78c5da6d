import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startBackend, startRound, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';

async function attached() {
  const base = temporaryFolder();
  const backend = startBackend(base);
  const { roundId, clause } = await startRound(backend, base);
  const original = path.join(base, '院感制度.txt');
  writeFileSync(original, '原来的内容');
  const place = { roundId, clauseId: clause('1.1.1').id };
  const files = [backend.grant(original)];
  const { added } = await backend.ask('evidence.attach', { ...place, files, jobId: randomUUID() });
  const file = added[0]!.files[0]!;
  const stored = (await backend.locateEvidence(file.id)).path;
  const stores = () => readdirSync(path.join(workspaceFolderOf(base), 'evidence'), { recursive: true });
  return { backend, base, place, clause, fileId: file.id, original, stored, stores };
}

const damages = [
  ['不见了', 'evidence/file-missing', (stored: string) => rmSync(stored)],
  ['被改动过', 'evidence/file-changed', (stored: string) => writeFileSync(stored, '换掉的内容')],
] as const;

test.each(damages)('文件%s：核对时说出来，放回原文件后又能用', async (_how, code, damage) => {
  const { backend, fileId, original, stored } = await attached();
  await backend.ask('evidence.check', { fileId });
  damage(stored);
  expect(await backend.refusal('evidence.check', { fileId })).toMatchObject({ code });
  await backend.ask('evidence.restore', { fileId, file: backend.grant(original) });
  await backend.ask('evidence.check', { fileId });
  expect(readFileSync(stored, 'utf8')).toBe('原来的内容');
});

test('放回别的内容：拒绝，不留下它，也不动原来的', async () => {
  const { backend, base, fileId, stored, stores } = await attached();
  writeFileSync(stored, '换掉的内容');
  const before = stores();
  const other = path.join(base, '新版.txt');
  writeFileSync(other, '新的一版');
  const refusal = await backend.refusal('evidence.restore', { fileId, file: backend.grant(other) });
  expect(refusal).toMatchObject({ code: 'evidence/not-the-original' });
  expect(refusal.message).toContain('新版.txt');
  expect(stores().filter((name) => String(name).includes('.'))).toEqual(
    before.filter((name) => String(name).includes('.')),
  );
  expect(readFileSync(stored, 'utf8')).toBe('换掉的内容');
});

test('哪些文件缺失或被改动过：带着用到它的条款，按标准的顺序', async () => {
  const { backend, place, clause, fileId, stored } = await attached();
  const round = await backend.ask('round.open', { roundId: place.roundId });
  const evidenceId = round.states.find(({ clauseId }) => clauseId === place.clauseId)!.evidence[0]!.id;
  await backend.ask('evidence.reuse', { roundId: place.roundId, clauseId: clause('1.1.2').id, evidenceId });
  expect(await backend.ask('exchange.faultyFiles', { roundId: place.roundId })).toEqual([]);
  rmSync(stored);
  expect(await backend.ask('exchange.faultyFiles', { roundId: place.roundId })).toMatchObject([
    { fileId, fault: 'missing', number: '1.1.1-01', clauses: [{ code: '1.1.1' }, { code: '1.1.2' }] },
  ]);
});
