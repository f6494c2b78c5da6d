import { describe, expect, test } from 'vitest';
import { readScore, takeScore } from '../../../electron/backend/standard-import/detect/amounts.ts';
import { parseCode, parseCodeCell } from '../../../electron/backend/standard-import/detect/codes.ts';
import {
  isBlackTriangleCore,
  readTick,
  takeMarks,
  triangleMeaning,
} from '../../../electron/backend/standard-import/detect/marks.ts';
import { headOf } from '../../../electron/backend/standard-import/detect/meta.ts';
import { withTitleColumn } from '../../../electron/backend/standard-import/detect/name-columns.ts';
import { assignRoles } from '../../../electron/backend/standard-import/detect/roles.ts';
import { isBareTier, listedIn, splitPoints } from '../../../electron/backend/standard-import/detect/split-points.ts';
import { splitItems, splitNames } from '../../../electron/backend/standard-import/detect/text.ts';

test.each([
  ['第十二章 管理', 'chapter', '12', '管理'],
  ['第一部分：前置要求', 'part', '1', '前置要求'],
  ['第三篇 服务', 'part', '3', '服务'],
  ['第2节 制度', 'section', '2', '制度'],
  ['一、总则', 'han', '1', '总则'],
  ['二十三、附则', 'han', '23', '附则'],
  ['（十）其他', 'hanParen', '10', '其他'],
  ['(三) 其他', 'hanParen', '3', '其他'],
  ['1.2.10 条款', 'dotted', '1.2.10', '条款'],
  ['１．２．１　条款', 'dotted', '1.2.1', '条款'],
  ['1.1.1.1.标题', 'dotted', '1.1.1.1', '标题'],
  ['A1.2 条款', 'dotted', 'A1.2', '条款'],
  ['1、条款', 'plain', '1', '条款'],
  ['12. 条款', 'plain', '12', '条款'],
  ['③条款', 'paren', '3', '条款'],
  ['（2）条款', 'paren', '2', '条款'],
] as const)('number of %s', (text, kind, code, rest) => {
  expect(parseCode(text)).toMatchObject({ kind, code, rest });
});

test.each(['管理制度', '24小时值班', '2.5%以下', '一般要求', '（试行）办法', '10名以上'])('no number: %s', (text) => {
  expect(parseCode(text)).toBeUndefined();
});

test('a cell of codes takes what follows no pattern', () => {
  expect(parseCodeCell('YA/01')).toMatchObject({ kind: 'other', code: 'YA-01' });
  expect(parseCodeCell('——')).toBeUndefined();
});

test.each([
  ['★急诊', { text: '急诊', core: true, optional: false, triangle: false, blackTriangle: false }],
  ['急诊（★）', { text: '急诊', core: true, optional: false, triangle: false, blackTriangle: false }],
  ['1.1.1★ 急诊', { text: '1.1.1 急诊', core: true, optional: false, triangle: false, blackTriangle: false }],
  ['急诊【核心条款】', { text: '急诊', core: true, optional: false, triangle: false, blackTriangle: false }],
  ['急诊（可选）', { text: '急诊', core: false, optional: true, triangle: false, blackTriangle: false }],
  ['△急诊', { text: '急诊', core: false, optional: false, triangle: true, blackTriangle: false }],
  ['5*3 的表', { text: '5*3 的表', core: false, optional: false, triangle: false, blackTriangle: false }],
] as const)('marks of %s', (text, marked) => expect(takeMarks(text)).toEqual(marked));

test.each([
  ['★', true],
  ['√', true],
  ['是', true],
  ['否', false],
  ['×', false],
  ['—', false],
  ['△', 'triangle'],
  ['待定', undefined],
] as const)('tick %s', (text, tick) => expect(readTick(text)).toBe(tick));

test('▲ is no core mark, unless a remark in the file says so', () => {
  expect(takeMarks('手术占比▲')).toMatchObject({ text: '手术占比', core: false, blackTriangle: true });
  expect(isBlackTriangleCore(['注：▲为核心指标。'])).toBe(true);
  expect(isBlackTriangleCore(['注：▲为国家监测指标，★为核心条款。'])).toBe(false);
});

test.each([
  ['二级医院评审标准（2023年版）实施细则', ['（2025 年修订版）'], '2025'],
  ['二级医院评审标准（2023年版）', ['填报日期：2026年1月'], '2023'],
  ['二级医院评审标准（2022年版，2024年12月第二次修订）', [], '2024'],
  ['二级医院评审标准', ['（2024年版）'], '2024'],
  ['二级医院评审标准', ['2024 年 3 月 1 日填'], '未注明'],
] as const)('edition of %s %s', (title, lines, edition) => {
  expect(headOf(title, {}, lines).edition).toBe(edition);
});

test('a cell says a grade only, or a list', () => {
  for (const text of ['【C】', '【B】符合“C”，并', 'Ａ级', '【A】达到 B 级要求，且：', '（C）']) {
    expect(isBareTier(text), text).toBe(true);
  }
  for (const text of ['【C】1.有制度', '【B】符合“C”，并有预案', 'CT 检查', ''])
    expect(isBareTier(text), text).toBe(false);
  expect(listedIn('1．成立委员会；2．职责明确')).toEqual(['成立委员会；', '职责明确']);
  expect(listedIn('①甲；\n②乙。')).toEqual(['甲；', '乙。']);
  for (const text of ['1.病室整洁', '2.物品定位', '①甲', '1.1 功能；2.任务', '【C】1.甲；2.乙']) {
    expect(listedIn(text), text).toEqual([]);
  }
});

test('a remark says what △ means', () => {
  expect(triangleMeaning(['注：★为核心条款，△为可选条款。'])).toBe('optional');
  expect(triangleMeaning(['说明：△表示重点条款'])).toBe('core');
  expect(triangleMeaning(['★为核心条款'])).toBeUndefined();
});

test.each([
  ['组织管理（100分）', '组织管理', 100],
  ['组织管理（满分 20 分）', '组织管理', 20],
  ['组织管理【５分】', '组织管理', 5],
  ['评分表，满分1000分', '评分表，满分1000分', 1000],
  ['扣 2 分的情形', '扣 2 分的情形', undefined],
] as const)('score in %s', (text, title, score) => expect(takeScore(text)).toEqual({ title, score }));

test.each([
  ['5', 5],
  ['５分', 5],
  ['（2.5 分）', 2.5],
  ['-', undefined],
  ['3-5', undefined],
  ['5 分/项', undefined],
] as const)('score %s', (text, score) => expect(readScore(text)).toBe(score));

describe('points', () => {
  const pointsOf = (text: string) =>
    splitPoints(text).map(({ tier, text: point }) => (tier ? `${tier} ${point}` : point));

  test.each([
    [
      'tiers with what every B begins with',
      '【C】\n1.甲。\n2.乙。\n【B】符合“C”，并\n1.丙。\n【A】符合“B”，并丁。',
      ['C 甲。', 'C 乙。', 'B 丙。', 'A 丁。'],
    ],
    ['full-width and other brackets', '［Ｃ］甲。（Ｂ）达到C级要求，且乙。', ['C 甲。', 'B 乙。']],
    ['tier at the beginning of a line', 'C：甲。\nB：符合C的要求，并乙。', ['C 甲。', 'B 乙。']],
    ['a tier without anything of its own', '【C】甲。【B】符合“C”。【A】乙。', ['C 甲。', 'A 乙。']],
    ['numbers within one line', '1.甲；2.乙；3.丙。', ['甲；', '乙；', '丙。']],
    ['numbers that do not count on', '1.按 GB 2.5 标准；7.不是编号。', ['按 GB 2.5 标准；7.不是编号。']],
    [
      'numbers below numbers stay inside',
      '1.甲：\n（1）子一；\n（2）子二。\n2.乙。',
      ['甲：\n（1）子一；\n（2）子二。', '乙。'],
    ],
    ['a sentence over several lines', '制度健全，\n有培训记\n录。\n有检查。', ['制度健全，有培训记录。', '有检查。']],
    ['Latin words keep their gap', '使用 PDCA\nand QCC\n工具。', ['使用 PDCA and QCC工具。']],
    ['decimals are no numbers', '1.5 倍以上。\n2.5 倍以下。', ['1.5 倍以上。', '2.5 倍以下。']],
    ['nothing', ' \n ', []],
  ])('%s', (_what, text, points) => expect(pointsOf(text)).toEqual(points));
});

test('names and items in one cell', () => {
  expect(splitNames('医务科、护理部；院感科\n1.药剂科 检验科')).toEqual([
    '医务科',
    '护理部',
    '院感科',
    '药剂科',
    '检验科',
  ]);
  expect(splitItems('1.制度（含流程；职责）；\n2.记录；制度')).toEqual(['制度（含流程；职责）', '记录', '制度']);
});

test.each([
  ['编号,条款名称,要点', 'code,title,points'],
  ['序号,编号,条款', 'ignore,code,title'],
  ['项目,评审内容,评审标准,分值,扣分标准', 'section,title,points,score,deductions'],
  ['类别,项目,内容,标准分,评分办法,扣分,得分', 'chapter,section,title,score,deductions,ignore,ignore'],
  ['编号,要点,分值', 'code,title,score'],
  ['条款,合格（C）,良好（B）,优秀（A）,牵头科室,配合科室', 'title,C,B,A,departments,departments'],
  ['指标名称,计算公式,计量单位,指标导向,监测频率,目标值', 'title,formula,unit,direction,period,target'],
])('columns %s', (headers, roles) => {
  const assigned = assignRoles(new Map(headers.split(',').map((text, column) => [column, text])));
  const found = withTitleColumn(assigned, [], undefined);
  expect(
    [...found]
      .toSorted(([left], [right]) => left - right)
      .map(([, role]) => role)
      .join(','),
  ).toBe(roles);
});
