import { randomUUID } from 'node:crypto';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  clauseOf,
  startBackend,
  startRound,
  temporaryFolder,
  workspaceFolderOf,
  type TestBackend,
} from '../../support/backend.ts';
import { mountTinyDisk } from '../../support/tiny-disk.ts';

/** All files under a folder, as paths relative to it. */
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();

async function setUp(base = temporaryFolder()) {
  const backend = startBackend(base, { hasIndex: false }); // it would fill a tiny disk
  const round = await startRound(backend, base);
  const place = { roundId: round.roundId, clauseId: round.clause('1.1.1').id };
  const inbox = path.join(base, '收件');
  mkdirSync(inbox);
  const write = (name: string, content: string | Buffer): string => {
    writeFileSync(path.join(inbox, name), content);
    return path.join(inbox, name);
  };
  return {
    ...round,
    backend,
    base,
    place,
    inbox,
    write,
    evidenceFolder: path.join(workspaceFolderOf(base), 'evidence'),
  };
}

const attach = (backend: TestBackend, place: { roundId: never; clauseId: never }, ...files: string[]) =>
  backend.ask('evidence.attach', { ...place, files: files.map((file) => backend.grant(file)), jobId: randomUUID() });

test('多个文件和文件夹：自动编号，按内容存放，原文件不动', async () => {
  const { backend, place, write, inbox, evidenceFolder } = await setUp();
  const single = write('制度.pdf', '%PDF-1.4 制度');
  const folder = path.join(inbox, '照片');
  mkdirSync(path.join(folder, '二楼'), { recursive: true });
  writeFileSync(path.join(folder, '洗手池.JPG'), 'jpg');
  writeFileSync(path.join(folder, '二楼', '治疗室.png'), 'png');
  writeFileSync(path.join(folder, 'Thumbs.db'), 'litter');
  const before = statSync(single).mtimeMs;
  const { added, change } = await attach(backend, place as never, single, folder);
  expect(added.map((entry) => [entry.number, entry.title, entry.files[0]?.preview])).toEqual([
    ['1.1.1-01', '制度', 'pdf'],
    ['1.1.1-02', '治疗室', 'image'],
    ['1.1.1-03', '洗手池', 'image'],
  ]);
  const sha256 = createHash('sha256').update('%PDF-1.4 制度').digest('hex');
  expect(filesUnder(evidenceFolder)).toContain(path.join(sha256.slice(0, 2), `${sha256}.pdf`));
  expect(filesUnder(evidenceFolder)).toHaveLength(3);
  expect(statSync(single).mtimeMs).toBe(before);
  expect(change.history.undo).toBe('1.1.1 添加佐证 3 份');
});

test('同一文件用于两条：只存一份，告知已用在哪里；同名同内容是同一份材料', async () => {
  const { backend, place, write, clause, evidenceFolder, roundId } = await setUp();
  const file = write('院感制度.docx', '内容');
  await attach(backend, place as never, file);
  const second = await attach(backend, { roundId, clauseId: clause('1.1.2').id } as never, file);
  expect(second.remarks.join()).toContain('1.1.1');
  expect(second.added[0]).toMatchObject({ number: '1.1.1-01' });
  expect(second.added[0]?.usedBy.map((use) => use.code)).toEqual(['1.1.1', '1.1.2']);
  expect(second.change.states).toHaveLength(2); // the first clause shows the shared use as well
  expect(filesUnder(evidenceFolder)).toHaveLength(1);

  const renamed = await attach(backend, place as never, write('另一个名字.docx', '内容'));
  expect(renamed.added[0]).toMatchObject({ title: '另一个名字', number: '1.1.1-02' });
  expect(filesUnder(evidenceFolder)).toHaveLength(1);

  const again = await attach(backend, place as never, file);
  expect(again.added).toEqual([]);
  expect(again.remarks.join()).toContain('没有重复添加');
});

test('一个标准的材料在另一个标准的轮次里找得到、可共用，两边都看得到用在哪里', async () => {
  const { backend, place, write } = await setUp();
  const file = write('医疗质量安全核心制度.txt', '首诊负责制');
  const attachThere = (to: typeof place) =>
    backend.ask('evidence.attach', { ...to, files: [backend.grant(file)], jobId: randomUUID() });
  const first = await attachThere(place);
  const round = await backend.ask('round.create', { packId: 'tier2-2012', targetId: '2a', title: '二甲自评' });
  const other = await backend.ask('round.open', { roundId: round.id });
  const there = { roundId: round.id, clauseId: clauseOf(other, '4.2.1.1').id };
  const [found] = await backend.ask('evidence.find', { text: '核心制度' });
  expect(found?.id).toBe(first.added[0]?.id);
  const change = await backend.ask('evidence.reuse', { ...there, evidenceId: found!.id });
  expect(change.states[0]?.evidence[0]?.usedBy).toMatchObject([
    { roundId: place.roundId, code: '1.1.1', standardTitle: expect.stringContaining('乡镇卫生院') as string },
    { roundId: round.id, code: '4.2.1.1', roundTitle: '二甲自评' },
  ]);
  const again = await attachThere({ ...there, clauseId: clauseOf(other, '4.2.2.1').id });
  expect(again.remarks.join()).toMatch(/1\.1\.1（乡镇卫生院.*4\.2\.1\.1；/);
});

test('移除可以撤销；说明信息可改可撤销', async () => {
  const { backend, place, write } = await setUp();
  const { added } = await attach(backend, place as never, write('a.txt', '1'), write('b.txt', '2'));
  const [first] = added;
  const removed = await backend.ask('evidence.remove', { ...place, evidenceId: first!.id });
  expect(removed.states[0]?.evidence.map((entry) => entry.title)).toEqual(['b']);
  const undone = await backend.ask('assessment.undo', { roundId: place.roundId });
  expect(undone.states[0]?.evidence.map((entry) => entry.title)).toEqual(['a', 'b']);

  const described = await backend.ask('evidence.describe', {
    roundId: place.roundId,
    evidenceId: first!.id,
    number: '自编-1',
    title: '改过的标题',
    documentDate: '2026-03-12',
    validUntil: '2028-03-12',
    department: '院感科',
    remark: '原件在档案室',
  });
  expect(described.states[0]?.evidence[0]).toMatchObject({
    number: '自编-1',
    title: '改过的标题',
    validUntil: '2028-03-12',
  });
  const back = await backend.ask('assessment.undo', { roundId: place.roundId });
  expect(back.states[0]?.evidence[0]).toMatchObject({ number: '1.1.1-01', title: 'a', validUntil: '' });
});

test('粘贴的图片；0 字节文件提示；表情、超长、Windows 保留名都收得下', async () => {
  const { backend, place, write } = await setUp();
  const pasted = await backend.ask('evidence.paste', { ...place, name: '截图.png', bytes: new Uint8Array([1, 2, 3]) });
  expect(pasted.added[0]).toMatchObject({ title: '截图', files: [{ bytes: 3, preview: 'image' }] });
  const empty = await attach(backend, place as never, write('空.txt', ''));
  expect(empty.remarks.join()).toContain('0 字节');
  const long = `${'长'.repeat(80)}.pdf`;
  const { added } = await attach(
    backend,
    place as never,
    write('😀照片.jpg', 'x'),
    write('CON.txt', 'y'),
    write(long, 'z'),
  );
  expect(added.map((entry) => entry.files[0]?.name)).toEqual(['😀照片.jpg', 'CON.txt', long]);
});

test('有一个文件不见了：一个也不添加，不留残余，其余文件不受影响', async () => {
  const { backend, place, write, inbox, evidenceFolder } = await setUp();
  const good = write('在.txt', '在');
  const refusal = await backend.refusal('evidence.attach', {
    ...place,
    files: [backend.grant(good), backend.grant(path.join(inbox, '已拔出.docx'))],
    jobId: randomUUID(),
  });
  expect(refusal).toMatchObject({
    code: 'evidence/some-refused',
    message: expect.stringContaining('其余 1 个也没有添加') as string,
    details: [expect.stringContaining('已拔出.docx') as string],
  });
  expect(filesUnder(evidenceFolder)).toEqual([]);
  expect((await backend.ask('round.open', { roundId: place.roundId })).history.undo).toBeUndefined();
});

test('几个文件不能添加：全部点名，一个也不添加；可以只加其余的', async () => {
  const { backend, place, write, inbox, evidenceFolder } = await setUp();
  symlinkSync('/etc/hostname', path.join(inbox, '链接.txt'));
  const input = {
    ...place,
    files: [
      write('空文件.txt', ''),
      path.join(inbox, '不存在.pdf'),
      path.join(inbox, '链接.txt'),
      write('在.txt', '在'),
    ].map((file) => backend.grant(file)),
  };
  const refusal = await backend.refusal('evidence.attach', { ...input, jobId: randomUUID() });
  expect(refusal.message).toBe('4 个文件里有 2 个不能添加，其余 2 个也没有添加。');
  expect(refusal.details).toEqual([
    expect.stringContaining('不存在.pdf') as string,
    expect.stringContaining('链接.txt') as string,
  ]);
  expect(filesUnder(evidenceFolder)).toEqual([]);
  expect(backend.events.at(-1)).toMatchObject({ total: 4 });

  const { added, remarks } = await backend.ask('evidence.attach', { ...input, skipRefused: true, jobId: randomUUID() });
  expect(added.map(({ title }) => title)).toEqual(['空文件', '在']);
  expect(remarks.slice(0, 2)).toEqual(refusal.details);
});

test('所选的都不能添加：只点名，不提其余', async () => {
  const { backend, place, inbox } = await setUp();
  const files = ['甲.pdf', '乙.pdf'].map((name) => backend.grant(path.join(inbox, name)));
  const refusal = await backend.refusal('evidence.attach', { ...place, files, skipRefused: true, jobId: randomUUID() });
  expect(refusal).toMatchObject({ code: 'evidence/all-refused', details: { length: 2 } });
});

test('空文件夹、快捷方式：说明原因', async () => {
  const { backend, place, inbox } = await setUp();
  const ask = (file: string) =>
    backend.refusal('evidence.attach', { ...place, files: [backend.grant(file)], jobId: randomUUID() });
  mkdirSync(path.join(inbox, '空'));
  expect(await ask(path.join(inbox, '空'))).toMatchObject({ code: 'evidence/nothing-to-attach' });
  symlinkSync('/etc/hostname', path.join(inbox, '链接'));
  expect(await ask(path.join(inbox, '链接'))).toMatchObject({ code: 'file/unreadable' });
});

test('复制途中取消：什么也不留下', async () => {
  const { backend, place, write, evidenceFolder } = await setUp();
  const files = Array.from({ length: 30 }, (_, index) => write(`${index}.bin`, Buffer.alloc(3_000_000, index + 1)));
  const jobId = randomUUID();
  const answer = backend.call('evidence.attach', { ...place, files: files.map((file) => backend.grant(file)), jobId });
  await expect.poll(() => backend.events.length, { interval: 1 }).toBeGreaterThan(0);
  await backend.ask('job.cancel', { jobId });
  expect(await answer).toMatchObject({ ok: false, error: { code: 'job/cancelled' } });
  expect(filesUnder(evidenceFolder)).toEqual([]);
});

test('磁盘满：拒绝并清理，之前的材料还在', async (context) => {
  const disk = mountTinyDisk(6000);
  if (!disk) return context.skip();
  onTestFinished(() => disk.unmount());
  const source = temporaryFolder();
  const big = path.join(source, '大.bin');
  writeFileSync(big, Buffer.alloc(8_000_000, 7));
  const small = path.join(source, '小.txt');
  writeFileSync(small, '小');
  const { backend, place, evidenceFolder } = await setUp(disk.folder);
  await attach(backend, place as never, small);
  const refusal = await backend.refusal('evidence.attach', {
    ...place,
    files: [backend.grant(big)],
    jobId: randomUUID(),
  });
  expect(refusal).toMatchObject({ code: 'disk/full', message: expect.stringContaining('大.bin') as string });
  expect(filesUnder(evidenceFolder)).toHaveLength(1);
  const view = await backend.ask('round.open', { roundId: place.roundId });
  expect(view.states.find((state) => state.clauseId === place.clauseId)?.evidence).toHaveLength(1);
  backend.close();
});

test('在外面被改过或删掉的文件，打开时说出来，不会悄悄显示', async () => {
  const { backend, place, write, evidenceFolder } = await setUp();
  const { added } = await attach(backend, place as never, write('记录.txt', '原来的内容'));
  const id = added[0]!.files[0]!.id;
  const located = await backend.locateEvidence(id);
  expect(readFileSync(located.path, 'utf8')).toBe('原来的内容');
  writeFileSync(located.path, '换掉的内容');
  await expect(backend.locateEvidence(id)).rejects.toMatchObject({ code: 'evidence/file-changed' });
  const { rmSync } = await import('node:fs');
  rmSync(located.path);
  await expect(backend.locateEvidence(id)).rejects.toMatchObject({ code: 'evidence/file-missing' });
  // Adding the same file again mends the damage.
  await attach(backend, place as never, write('记录.txt', '原来的内容'));
  expect(existsSync(path.join(evidenceFolder, path.relative(evidenceFolder, located.path)))).toBe(true);
});
