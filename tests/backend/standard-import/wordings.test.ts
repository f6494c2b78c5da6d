import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { overlay } from '../../../electron/backend/standard-import/overlay.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { threeParts } from './corpus-text.ts';
import { temporaryFolder } from './files.ts';
import { makeDocx, p, tbl } from './make-docx.ts';
import { oneSheet } from './make-xlsx.ts';

const folder = temporaryFolder();

async function detect(name: string, contents: Uint8Array) {
  const file = path.join(folder, name);
  writeFileSync(file, contents);
  return detectStandard(await readSource(file));
}

/** What is laid over a standard with the clauses of the file itself, a line a piece. */
async function officialOf(name: string, contents: Uint8Array) {
  const { pack, wordings } = await detect(name, contents);
  if (!pack) throw new Error('no pack');
  const { texts } = overlay(pack, pack, wordings);
  return Object.fromEntries(texts.map(({ code, points }) => [code, points.map(({ tier, text }) => `${tier} ${text}`)]));
}

test('序号、等级和“符合 C，并”都在，行也照旧；标准包里的要点仍是分好的', async () => {
  const file = await oneSheet([
    ['编号', '条款', '要点'],
    [
      '1.1',
      '甲',
      '【C】\n1.有制度：\n（1）院级；\n（2）科级。\n2.有培训，\n并有记录。\n【B】符合“C”，并\n1.有检查。\n【A】符合“B”，并持续改进。',
    ],
    ['1.2', '乙', '【C】1.有  预案；2.有演练。【B】符合“C”。'],
  ]);
  expect(await officialOf('一格.xlsx', file)).toEqual({
    '1.1': [
      'C 【C】\n1.有制度：',
      'C （1）院级；',
      'C （2）科级。',
      'C 2.有培训，\n并有记录。',
      'B 【B】符合“C”，并\n1.有检查。',
      'A 【A】符合“B”，并持续改进。',
    ],
    '1.2': ['C 【C】1.有 预案；2.有演练。', 'B 【B】符合“C”。'],
  });
  const { pack } = await detect('再读.xlsx', file);
  expect(pack?.chapters[0]?.sections[0]?.clauses[1]?.requirements).toEqual({
    C: ['有 预案；', '有演练。'],
    B: [],
    A: [],
  });
});

test('等级在旁边一格的，读起来接在前面；只有等级的不重复', async () => {
  const rows = [
    ['评审标准', '等级', '要点'],
    ['1.1.1 甲', '【C】', '1.有制度。\n2.有分工。'],
    ['', '【B】符合“C”，并', '1.有检查。'],
  ];
  expect(await officialOf('两格.xlsx', await oneSheet(rows, ['A2:A3']))).toEqual({
    '1.1.1': ['C 1.有制度。', 'C 2.有分工。', 'B 【B】符合“C”，并\n1.有检查。'],
  });
});

test('续页断开的句子接上', async () => {
  const file = await makeDocx(
    tbl([
      ['编号', '条款', '要点'],
      ['1.1', '执业', '1.有许可证。\n2.科目与'],
    ]),
    tbl([['', '', '登记一致。\n3.按时校验。']]),
  );
  expect(await officialOf('续页.docx', file)).toEqual({
    '1.1': ['yes 1.有许可证。', 'yes 2.科目与登记一致。', 'yes 3.按时校验。'],
  });
});

test('没有要点的条款是它的名称，连同编号和分值；指标是它的定义', async () => {
  const named = await oneSheet([
    ['条款名称', '检查方法'],
    ['（一）有制度（5分）', '查阅'],
    ['（二）有分工★', '访谈'],
  ]);
  expect(await officialOf('名称.xlsx', named)).toEqual({
    '1.1.1': ['yes （一）有制度（5分）'],
    '1.1.2': ['yes （二）有分工★'],
  });
  const measured = await oneSheet([
    ['编号', '指标名称', '计算公式', '单位'],
    ['1.1', '使用率', '占用÷开放×100%', '%'],
  ]);
  expect(await officialOf('指标.xlsx', measured)).toEqual({ '1.1': ['yes 占用÷开放×100%'] });
});

test('正文里的条款照原样，一段一段', async () => {
  const official = await officialOf('正文.docx', await makeDocx(threeParts()));
  expect(official['3.1.1.1']).toEqual([
    'yes 【概述】说明医院为谁服务。',
    'yes 【细则】',
    'yes 1.有批准的功能任务书。',
    'yes 2.规模与任务相称：',
    'yes （1）床位相称；',
    'yes （2）人员相称。',
    'yes 【评审方法】',
    'yes 1.查阅资料',
    'yes 2.访谈',
  ]);
  expect(official['1.1.2']).toEqual(['yes （二）出借、转让执业许可证。']);
  expect(official['3.2.1.1']?.slice(2, 5)).toEqual(['C 2.有分工。', 'B 【B】符合“C”，并', 'B 1.每季度分析。']);
});

test('标准包没有别的原文，盖上的是它的要点', async () => {
  const { pack } = await detect('包.docx', await makeDocx(p('1.1 甲'), p('1.有。'), p('1.2 乙')));
  if (!pack) throw new Error('no pack');
  expect(overlay(pack, pack).texts[0]?.points).toEqual([{ tier: 'yes', text: '有。' }]);
});
