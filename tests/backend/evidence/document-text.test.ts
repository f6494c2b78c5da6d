import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { createDocumentReader } from '../../../electron/backend/evidence/document-text/document-reader.ts';
import { readDocumentText } from '../../../electron/backend/evidence/document-text/read-document-text.ts';
import { startBackend, startRound, temporaryFolder } from '../../support/backend.ts';
import { threadUrl } from '../../support/threads.ts';
import { makeDocx, p, tbl } from '../standard-import/make-docx.ts';
import { makeXlsx } from '../standard-import/make-xlsx.ts';

const written = (name: string, bytes: Buffer | string): string => {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
};
const refusal = (file: string): Promise<string> =>
  readDocumentText(file).then(
    () => 'read',
    (cause: Error) => cause.message,
  );

test('Word：段落和表格按顺序，标题看得出来，合并的单元格只写一次，标记只当文字', async () => {
  const file = written(
    '院感会议纪要.docx',
    await makeDocx(
      p('会议纪要', { style: 1 }),
      p('时间：<b>周一</b>'),
      tbl([
        [{ text: '议题', span: 2 }, '责任人'],
        ['手卫生', '依从性', '张三'],
      ]),
      p('散会'),
    ),
  );
  const { sections, isCut } = await readDocumentText(file);
  expect(sections).toEqual([
    {
      name: '',
      blocks: [
        expect.objectContaining({ kind: 'paragraph', text: '会议纪要' }) as object,
        { kind: 'paragraph', text: '时间：<b>周一</b>', isHeading: false },
        {
          kind: 'table',
          rows: [
            ['议题', '', '责任人'],
            ['手卫生', '依从性', '张三'],
          ],
        },
        { kind: 'paragraph', text: '散会', isHeading: false },
      ],
    },
  ]);
  expect(isCut).toBe(false);
});

test('Excel：看得见的工作表带名字，数字按显示的样子', async () => {
  const rows = [
    ['月份', '依从率', '不给看'],
    ['1月', 0.875, '不给看'],
  ];
  const file = written(
    '统计.xlsx',
    await makeXlsx(
      { name: '手卫生', rows, formats: { B: '0.0%' }, hiddenColumns: ['C'] },
      { name: '草稿', rows: [['不给看']], hidden: true },
    ),
  );
  expect((await readDocumentText(file)).sections).toEqual([
    {
      name: '手卫生',
      blocks: [
        {
          kind: 'table',
          rows: [
            ['月份', '依从率'],
            ['1月', '87.5%'],
          ],
        },
      ],
    },
  ]);
});

test('很长的文档只给开头，并且说出来', async () => {
  const file = written(
    '长.docx',
    await makeDocx(...Array.from({ length: 300 }, (_, at) => p(`${at} ${'字'.repeat(999)}`))),
  );
  const { sections, isCut } = await readDocumentText(file);
  expect(isCut).toBe(true);
  const [section] = sections;
  expect(section?.blocks.length).toBeGreaterThan(100);
  expect(section?.blocks.length).toBeLessThan(200);
});

test('读不出来的，说清是什么，不提导入标准', async () => {
  const locked = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(locked);
  locked.write('EncryptedPackage', 1024, 'utf16le');
  const whole = await makeDocx(p('一'));
  expect(await refusal(written('加密.docx', locked))).toBe('文件设了打开密码。');
  expect(await refusal(written('半个.docx', whole.subarray(0, 400)))).toContain('已损坏');
  expect(await refusal(written('空.docx', ''))).toBe('文件是空的。');
  expect(await refusal(written('改名.xlsx', '其实是文本'))).toContain('扩展名可能被改过');
  expect(await refusal(written('大.docx', Buffer.alloc(49 * 1024 * 1024)))).toContain('超过 48 MB');
  const many = await makeDocx(...Array.from({ length: 1001 }, () => tbl([['甲']])));
  expect(await refusal(written('多.docx', many))).not.toMatch(/导入|标准/u);
});

test('从登记的材料里读；被改动过的不读', async () => {
  const base = temporaryFolder();
  const backend = startBackend(base);
  const { roundId, clause } = await startRound(backend, base);
  const file = written('纪要.docx', await makeDocx(p('正文')));
  const files = [backend.grant(file)];
  const place = { roundId, clauseId: clause('1.1.1').id };
  const { added } = await backend.ask('evidence.attach', { ...place, files, jobId: randomUUID() });
  const { id: fileId, preview } = added[0]!.files[0]!;
  expect(preview).toBe('office');
  const text = await backend.ask('evidence.readText', { fileId });
  expect(text.sections[0]?.blocks).toMatchObject([{ text: '正文' }]);
  writeFileSync((await backend.locateEvidence(fileId)).path, '换掉');
  expect(await backend.refusal('evidence.readText', { fileId })).toMatchObject({ code: 'evidence/file-changed' });
});

test('用时过长的停下来；打开下一个，前一个就放弃', async () => {
  const stuck = pathToFileURL(written('stuck.mjs', 'for (;;);'));
  const file = { path: written('甲.docx', await makeDocx(p('甲'))), name: '甲.docx' };
  const slow = createDocumentReader({ workerUrl: stuck, timeLimit: 200 });
  await expect(slow.read(file)).rejects.toMatchObject({ code: 'evidence/no-text', message: /用时过长/u });
  const reader = createDocumentReader({ workerUrl: threadUrl('document-worker') });
  const first = reader.read(file);
  const second = reader.read(file);
  await expect(first).rejects.toMatchObject({ code: 'job/cancelled' });
  await expect(second).resolves.toMatchObject({ isCut: false });
});
