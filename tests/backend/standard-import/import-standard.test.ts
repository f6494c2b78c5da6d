import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importStandard, importStandardHere } from '../../../electron/backend/standard-import/import-standard.ts';
import { readFrom } from '../../../electron/backend/standard-import/read-whole.ts';
import { understand } from '../../../electron/backend/standard-import/understand.ts';
import { threadUrl } from '../../support/threads.ts';
import { corpus } from './corpus.ts';
import { temporaryFolder } from './files.ts';
import { oneSheet } from './make-xlsx.ts';

const folder = temporaryFolder();
const workerUrl = threadUrl('standard-worker');
const idle = () => new AbortController().signal;
async function save(name: string, contents: Promise<Uint8Array> | Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, await contents);
  return file;
}
const small = () =>
  oneSheet([
    ['编号', '条款名称', '要点'],
    ['1.1', '甲', '乙。'],
  ]);
const error = (code: string, message: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error;

describe('in a thread of its own', () => {
  test.each(['03 一格里的CBA.xlsx', '24 续行断句.docx', '31 gbk.csv'])(
    '%s: the same as in this thread',
    async (name) => {
      const found = corpus.find((one) => one.name === name);
      if (!found) throw new Error(name);
      const file = await save(name, await found.make());
      const { source } = await importStandardHere(file);
      expect(await importStandard({ file, signal: idle(), workerUrl })).toEqual(understand(source));
    },
  );

  test('a refusal keeps its code, words and details', async () => {
    const file = await save('bad.yaml', 'id: bad\n');
    const refusal = await importStandard({ file, signal: idle(), workerUrl }).catch((cause: unknown) => cause);
    expect(refusal).toEqual(error('standard/pack-invalid', 'bad.yaml'));
    expect((refusal as { details: readonly string[] }).details.join()).toContain('chapters 缺少');
  });

  test('cancelled before and while it reads', async () => {
    const file = await save('cancel.xlsx', small());
    await expect(importStandard({ file, signal: AbortSignal.abort(), workerUrl })).rejects.toThrow(
      error('job/cancelled', '已取消'),
    );
    const controller = new AbortController();
    const running = importStandard({ file, signal: controller.signal, workerUrl });
    controller.abort();
    await expect(running).rejects.toThrow(error('job/cancelled', '已取消'));
  });

  test('a file that takes too long is given up', async () => {
    const file = await save('slow.xlsx', small());
    const stuck = new URL(`data:text/javascript,${encodeURIComponent('for (;;);')}`);
    await expect(importStandard({ file, signal: idle(), workerUrl: stuck, timeLimit: 300 })).rejects.toThrow(
      error('file/unreadable', '用时过长'),
    );
  });

  test('a thread that needs too much memory is ended, and only the thread', async () => {
    const file = await save('large.xlsx', small());
    const greedy = new URL(
      `data:text/javascript,${encodeURIComponent('const all = []; for (;;) all.push({ a: [1, 2, 3] });')}`,
    );
    await expect(importStandard({ file, signal: idle(), workerUrl: greedy })).rejects.toThrow(
      error('file/unreadable', '内存不够'),
    );
  });
});

describe('the file itself', () => {
  test('missing, a folder', async () => {
    await expect(importStandardHere(path.join(folder, 'none.xlsx'))).rejects.toThrow(error('file/gone', 'none.xlsx'));
    mkdirSync(path.join(folder, 'folder.xlsx'));
    await expect(importStandardHere(path.join(folder, 'folder.xlsx'))).rejects.toThrow(
      error('file/unreadable', '它不是文件'),
    );
  });

  test.each([
    ['grows', (file: string) => appendFileSync(file, 'more')],
    ['is written again, as long as before', (file: string) => writeFileSync(file, 'x'.repeat(5000))],
    ['is cut short', (file: string) => writeFileSync(file, 'short')],
  ])('refused when it %s while it is read', async (_what, change) => {
    const file = await save('changing.csv', 'a'.repeat(5000));
    const handle = await open(file, 'r');
    try {
      const disturbed = {
        stat: handle.stat.bind(handle),
        read: async (buffer: Buffer, offset: number, length: number, position: number) => {
          change(file);
          return handle.read(buffer, offset, length, position);
        },
      } as unknown as Parameters<typeof readFrom>[0];
      await expect(readFrom(disturbed)).rejects.toThrow('读取时文件被改动了');
    } finally {
      await handle.close();
    }
  });

  test('a Word document called .xlsx is read, with a word about it', async () => {
    const found = corpus.find(({ name }) => name === '25 合并单元格.docx');
    const file = await save('其实是 Word.xlsx', (await found?.make()) ?? '');
    const { draft } = await importStandardHere(file);
    expect(draft.problems[0]?.message).toContain('内容是 Word 文档');
    expect(draft.pack?.chapters).toHaveLength(1);
  });
});
