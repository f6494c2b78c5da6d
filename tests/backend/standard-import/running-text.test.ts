import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectStandard, type Corrections } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { rowsOf } from '../../../electron/backend/standard-import/source-rows.ts';
import { understand } from '../../../electron/backend/standard-import/understand.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { zip } from '../score-file/workbook-parts.ts';
import { temporaryFolder } from './files.ts';
import { docxParts, makeDocx, p, tbl } from './make-docx.ts';

const folder = temporaryFolder();
const lines = (...texts: readonly string[]) => texts.map((text) => p(text)).join('');

async function sourceOf(name: string, ...body: readonly string[]) {
  const file = path.join(folder, `${name}.docx`);
  writeFileSync(file, await makeDocx(...body));
  return readSource(file);
}

async function clauses(name: string, body: string, corrections: Corrections = {}) {
  const { pack } = detectStandard(await sourceOf(name, body), corrections);
  return pack ? clausesOf(toStandard(pack, '0'.repeat(64))) : [];
}
const titles = async (name: string, ...texts: readonly string[]) =>
  (await clauses(name, lines(...texts))).map(({ code, title }) => `${code} ${title}`);

const text = lines('某院检查标准', '第一章 管理', '一、班子', '1.有分工。', '二、会议', '1.有记录。', '2.有落实。');

test('正文成为一张单列的表，条款和问题都能找到自己的段落', async () => {
  const source = await sourceOf('位置', text, p('（此件公开发布）'));
  const { sources, tables, places } = understand(source);
  expect(sources).toEqual([{ name: '正文 1', isText: true, hidden: false, rows: 8, columns: 1 }]);
  expect(tables).toMatchObject([{ id: '0', name: '正文 1', used: true, clauses: 2 }]);
  expect(places['1.1.2']).toEqual({
    clause: { table: 0, row: 5, column: 0 },
    points: [
      { table: 0, row: 6, column: 0 },
      { table: 0, row: 7, column: 0 },
    ],
  });
  expect(rowsOf(source, { table: 0, from: 4, count: 1 })).toMatchObject([{ row: 5, cells: [{ text: '二、会议' }] }]);
});

test('用户可以不要这些正文、改评分方式、指明条款从哪一段之后开始', async () => {
  expect(await clauses('不要', text, { tables: { '0': { use: false } } })).toEqual([]);
  expect(await clauses('不导入', text, { tables: { '0': { roles: { 0: 'ignore' } } } })).toEqual([]);
  const [first] = await clauses('前置', text, { tables: { '0': { method: 'prerequisite' } } });
  expect(first?.method).toBe('prerequisite');
  const below = await clauses('之后', text, { tables: { '0': { headerRow: 4 } } });
  expect(below.map(({ title }) => title)).toEqual(['会议']);
});

test('条款是哪一级：看全文的层次', async () => {
  expect(await titles('章下数一二', '第一章 管理', '1.有班子。', '2.有制度。')).toEqual(['1 有班子。', '2 有制度。']);
  expect(await titles('一下面是短名', '一、管理', '1.班子', '有分工文件。', '2.制度', '有目录。')).toEqual([
    '1 班子',
    '2 制度',
  ]);
  expect(await titles('句子下面有内容', '一、管理', '1.有班子。', '有分工文件。', '2.有制度。', '有目录。')).toEqual([
    '1 有班子。',
    '2 有制度。',
  ]);
  expect(await titles('一下面是句子', '一、班子', '1.有分工。', '2.有记录。', '二、制度', '1.有目录。')).toEqual([
    '1.1.1 班子',
    '1.1.2 制度',
  ]);
  expect(
    await titles(
      '四级',
      '第一章 管理',
      '第一节 组织',
      '一、班子',
      '（一）分工',
      '1.有文件。',
      '二、会议',
      '（一）例会',
      '1.有记录。',
    ),
  ).toEqual(['1.1.1.1 分工', '1.1.2.1 例会']);
  expect(
    await titles('没有下级的节', '第一章 管理', '一、班子', '（一）分工', '（二）会议', '二、制度', '制度齐全。'),
  ).toEqual(['1.1.1 分工', '1.1.2 会议', '1.2.1 制度']);
});

test('前言、说明、通知、目录、落款不是条款', async () => {
  const found = await titles(
    '前后',
    '关于印发检查标准的通知',
    '各科室：',
    '一、请认真学习。',
    '二、请按时完成。',
    '2025年3月1日',
    '某院检查标准',
    '目录',
    '一、填表说明 1',
    '二、班子 2',
    '（一）分工……2',
    '（二）会议……3',
    '一、填表说明',
    '（一）逐条填写。',
    '（二）不得空缺。',
    '二、班子',
    '（一）分工',
    '（二）会议',
    '抄送：各科室',
    '某院办公室2025年3月1日印发',
  );
  expect(found).toEqual(['2.1.1 分工', '2.1.2 会议']);
});

test('目录样式的段落不读', async () => {
  const inContents = (line: string) =>
    `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>${line}</w:t></w:r></w:p>`;
  const parts = docxParts(
    `${inContents('（一）分工 2')}${inContents('（二）会议 3')}${lines('一、班子', '（一）例会', '（二）纪要')}`,
  );
  const style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>';
  const styles = parts['word/styles.xml']?.replace('</w:styles>', style) ?? '';
  const file = path.join(folder, '目录样式.docx');
  writeFileSync(file, await zip(Object.entries({ ...parts, 'word/styles.xml': styles })));
  const source = await readSource(file);
  expect(understand(source).sources).toMatchObject([{ name: '正文 1', rows: 3 }]);
  expect(Object.keys(understand(source).places)).toEqual(['1.1.1', '1.1.2']);
});

test('说到部分的句子不是标题；章名写在下一行；每页重复的标题不是要点', async () => {
  const draft = detectStandard(
    await sourceOf(
      '说明',
      lines(
        '某院检查标准',
        '第一部分为前置要求，共 3 节。',
        '第二部分：是现场检查',
        '第一部分',
        '前置要求',
        '一、执业',
        '（一）没有虚假宣传',
        '评审要点：',
        '1.没有处罚。',
        '某院检查标准',
        '2.没有投诉。',
        '第二部分',
        '现场检查',
        '第一章',
        '医院管理',
        '一、班子',
        '（一）有分工',
      ),
    ),
  );
  expect(draft.pack?.title).toBe('某院检查标准');
  expect(draft.pack?.chapters.map(({ code, title }) => `${code} ${title}`)).toEqual([
    '1 第一部分 前置要求',
    '2.1 第二部分第一章 医院管理',
  ]);
  expect(draft.pack?.chapters[0]?.sections[0]?.clauses[0]?.requirements).toEqual({ yes: ['没有处罚。', '没有投诉。'] });
});

const standard = tbl([
  ['编号', '条款名称', '要点'],
  ['1.1.1', '执业', '有许可证。'],
]);

test.each([
  ['列举', ['评审时：', '1.查阅资料。', '2.现场查看。', '3.访谈。']],
  ['办法', ['第一章 总则', '第一条 为规范评审。', '第二条 评审分三级。', '第三条 评审每年一次。']],
  ['两级的说明', ['一、评审方法', '（一）查阅', '（二）查看', '（三）访谈']],
  ['章下的填写要求', ['第二章 质量', '1.逐条填写。', '2.不得空缺。', '3.由科主任签字。']],
])('表格旁的%s不是条款', async (name, texts) => {
  const { tables } = detectStandard(await sourceOf(`旁${name}`, standard, lines(...texts)));
  expect(tables.map((table) => table.name)).toEqual(['表格 1 第 1 行']);
});

test('表格后面成章的正文是条款', async () => {
  const { tables, pack } = detectStandard(
    await sourceOf('成章', standard, lines('第二章 质量', '一、制度', '（一）有目录', '（二）有修订', '（三）有培训')),
  );
  expect(tables.map(({ name, clauses: count }) => [name, count])).toEqual([
    ['表格 1 第 1 行', 1],
    ['正文 1', 3],
  ]);
  expect(pack?.chapters.map(({ code }) => code)).toEqual(['1', '2']);
});

test('表格不是条款时，条款在正文里', async () => {
  const { pack } = detectStandard(
    await sourceOf('落款表', text, lines('三、制度', '1.有目录。'), tbl([['编制', '张三']])),
  );
  expect(pack?.chapters[0]?.sections.flatMap((section) => section.clauses)).toHaveLength(3);
});

test('没有编号的文字不是标准', async () => {
  await expect(sourceOf('散文', lines('医院管理很重要。', '大家要努力。'))).rejects.toThrow('也没有带编号的条款');
});
