import { expect, test } from 'vitest';
import type { StandardSummary } from '../../shared/contract/standard.ts';
import { groupStandards, matching } from '../../renderer/features/choose-standard/standard-groups.ts';
import { editionText } from '../../shared/text/edition.ts';

const standard = (id: string, programme: string, more: Partial<StandardSummary> = {}): StandardSummary => ({
  id,
  title: id,
  programme,
  edition: '2022',
  issuer: '',
  document: undefined,
  confidence: 'low',
  note: undefined,
  appliesTo: [],
  clauses: {},
  targets: [],
  totalPoints: undefined,
  ...more,
});

const list = [
  standard('胸痛', '急诊急救五大中心·胸痛中心'),
  standard('安宁', '安宁疗护试点'),
  standard('卒中', '急诊急救五大中心·卒中中心'),
  standard('乡镇', '优质服务基层行'),
  standard('二级', '等级医院评审'),
  standard('自有', '等级医院评审', { own: true }),
];

test('等级医院评审和优质服务基层行在前，一个项目的各部分在一起，单独的归到最后', () => {
  const groups = groupStandards(list).map(({ name, standards }) => [name, standards.map(({ id }) => id)]);
  expect(groups).toEqual([
    ['本机构的标准', ['自有']],
    ['等级医院评审', ['二级']],
    ['优质服务基层行', ['乡镇']],
    ['急诊急救五大中心', ['胸痛', '卒中']],
    ['其他项目', ['安宁']],
  ]);
  expect(groupStandards([])).toEqual([]);
});

test.each([
  ['', 6],
  ['  ', 6],
  ['中心', 2],
  ['二级', 1],
  ['等级医院', 2],
  ['没有', 0],
])('按标题或项目筛选“%s”得到 %i 个', (words, count) => {
  expect(matching(list, words)).toHaveLength(count);
});

test('标准库按拼音或同义词找到的也算', () => {
  expect(matching(list, 'xtzx', ['胸痛']).map(({ id }) => id)).toEqual(['胸痛']);
  expect(matching(list, '', ['胸痛'])).toHaveLength(6);
});

test.each([
  ['2022', '2022 版'],
  ['2016+', '2016+ 版'],
  ['省级卫生村标准通用框架', '省级卫生村标准通用框架'],
  ['2021 年版框架', '2021 年版框架'],
])('版本 %s 显示为 %s', (edition, text) => {
  expect(editionText(edition)).toBe(text);
});
