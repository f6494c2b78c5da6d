import { expect, test } from 'vitest';
import type { RoundSummary } from '../../shared/contract/round.ts';
import type { StandardHit, StandardSummary } from '../../shared/contract/standard.ts';
import type { RoundId } from '../../shared/domain/id.ts';
import {
  filterStandards,
  groupByProgramme,
  resultRows,
  roundsUsing,
  stepTo,
} from '../../renderer/features/library/library-rows.ts';
import { createLibraryPlaces, rowOf } from '../../renderer/features/library/library-place.ts';
import { markWords } from '../../renderer/features/library/mark-words.ts';
import { blocksOf, chapterAt, placeOf } from '../../renderer/features/library/reading-blocks.ts';
import { excerptAround, findWords } from '../../shared/text/find-words.ts';
import { withSynonyms } from '../../shared/text/synonyms.ts';
import { clause } from './fixture.ts';

const standard = (id: string, more: Partial<StandardSummary> = {}): StandardSummary => ({
  id,
  title: id,
  programme: '等级医院评审',
  edition: '2022',
  issuer: '',
  document: undefined,
  confidence: 'low',
  note: undefined,
  appliesTo: ['乡镇卫生院'],
  clauses: { graded: 1 },
  targets: [],
  totalPoints: undefined,
  ...more,
});

const hit = (packId: string, code: string): StandardHit => ({
  packId,
  standardTitle: `标准 ${packId}`,
  programme: '',
  code,
  title: '',
  method: 'graded',
  core: false,
  excerpt: '',
});

test('the table is narrowed by institution type, by other names of that type, and by method', () => {
  const list = [
    standard('a'),
    standard('b', { appliesTo: ['综合医院'], clauses: { indicator: 3 } }),
    standard('c', { appliesTo: ['二级综合医院'], clauses: { graded: 2, indicator: 0 } }),
  ];
  const ids = (filter: Parameters<typeof filterStandards>[1]) => filterStandards(list, filter).map(({ id }) => id);
  expect(ids({ institution: undefined, method: undefined })).toEqual(['a', 'b', 'c']);
  expect(ids({ institution: '二级综合医院', method: undefined })).toEqual(['b', 'c']);
  expect(ids({ institution: undefined, method: 'indicator' })).toEqual(['b']);
  expect(ids({ institution: '乡镇卫生院', method: 'indicator' })).toEqual([]);
});

test('programmes stand together in the order of the dictionary and are named once', () => {
  const rows = groupByProgramme([
    standard('乙', { programme: '优质服务基层行' }),
    standard('b', { programme: '安宁疗护' }),
    standard('甲', { programme: '优质服务基层行' }),
    standard('a', { programme: '安宁疗护' }),
  ]);
  expect(rows.map(({ standard: { id }, startsProgramme }) => [id, startsProgramme])).toEqual([
    ['a', true],
    ['b', false],
    ['甲', true],
    ['乙', false],
  ]);
});

test('a round uses a pack whatever its content was, but not one whose id begins alike', () => {
  const round = (standardId: string) => ({ id: standardId as RoundId, standardId }) as RoundSummary;
  const rounds = [round('tier2@111'), round('tier2@222'), round('tier2-2012@333')];
  expect(roundsUsing(rounds, 'tier2').map(({ standardId }) => standardId)).toEqual(['tier2@111', 'tier2@222']);
});

test('results: standards by name, then clauses under their standard as they were found', () => {
  const rows = resultRows([standard('a'), standard('b')], {
    standards: ['b', 'gone'],
    hits: [hit('b', '2'), hit('a', '1'), hit('b', '3')],
  });
  expect(rows.map((row) => (row.kind === 'hit' ? row.hit.code : `${row.kind} ${row.packId}`))).toEqual([
    'standard b',
    'group b',
    '2',
    '3',
    'group a',
    '1',
  ]);
  expect(rows[1]).toMatchObject({ title: '标准 b', count: 2 });
});

test.each([
  ['ArrowDown', 1, 3],
  ['ArrowUp', 3, 1],
  ['ArrowUp', 1, 1],
  ['ArrowDown', 4, 4],
  ['Home', 4, 1],
  ['End', 1, 4],
  ['PageDown', 1, 4],
  ['PageUp', 4, 1],
  ['a', 1, undefined],
] as const)('%s from row %s leads to %s, past the headings', (key, from, to) => {
  expect(stepTo(key, from, 5, (index) => index !== 0 && index !== 2)).toBe(to);
});

test('no row to go to', () => {
  expect(stepTo('ArrowDown', 0, 0)).toBeUndefined();
});

test('a standard as it is read: about it, chapters, sections, clauses', () => {
  const section = (code: string, title: string) => ({ code, title, clauses: [clause(`${code}.1`)] });
  const blocks = blocksOf({
    chapters: [
      { code: '1', title: '组织', excludedFromRules: false, sections: [section('1.1', '组织')] },
      { code: '2', title: '服务', excludedFromRules: true, sections: [section('2.1', '门诊'), section('2.2', '住院')] },
    ],
  });
  expect(blocks.map(({ key }) => key)).toEqual([
    'about',
    'chapter 1',
    'clause 1.1.1',
    'chapter 2',
    'section 2 2.1',
    'clause 2.1.1',
    'section 2 2.2',
    'clause 2.2.1',
  ]);
  expect(placeOf(blocks, 'clause 2.1.1')).toBe(5);
  expect(placeOf(blocks, 'clause 9')).toBe(0);
  expect(chapterAt(blocks[5])).toBe('2');
  expect(chapterAt(blocks[0])).toBeUndefined();
});

test.each([
  ['医院感染与院感科', '院感', ['医', '*院感', '染与', '*院感', '科']],
  ['使用ＤＲＧ分组', 'drg', ['使用', '*ＤＲＧ', '分组']],
  ['手 卫 生', '手卫生', ['*手 卫 生']],
  ['不低于 95％，逐年', '95%', ['不低于 ', '*95％', '，逐年']],
  ['院，感', '院感', ['院，感']],
  ['没有', '院感', ['没有']],
  ['', '院感', []],
  ['标点。', '。', ['标点。']],
  ['面积 60㎡以上', '㎡', ['面积 60', '*㎡', '以上']],
])('in %j, %j is marked', (text, words, expected) => {
  const pieces = markWords(text, words);
  expect(pieces.map(({ text: piece, isHit }) => (isHit ? `*${piece}` : piece))).toEqual(expected);
  expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text);
});

test('places of words do not overlap', () => {
  expect(findWords('院院院院院', '院院')).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ]);
});

test('an excerpt is the line of the hit, cut around it', () => {
  const long = `${'前'.repeat(80)}院感${'后'.repeat(80)}`;
  expect(excerptAround(`第一行\n院感在这里\n末行`, ['院感'])).toBe('院感在这里');
  expect(excerptAround(`第一行\n${long}`, ['院感'])).toBe(`…${'前'.repeat(20)}院感${'后'.repeat(38)}…`);
  expect(excerptAround(`第一行\n使用ＤＲＧ分组`, ['drg'])).toBe('使用ＤＲＧ分组');
  expect(excerptAround(`院感${'后'.repeat(80)}`, ['院感'])).toBe(`院感${'后'.repeat(58)}…`);
});

test.each([
  ['院感', ['院感', '感控']], // 医院感染 has the word in it
  ['医院感染管理', ['医院感染管理', '院感管理', '感控管理']],
  ['洗 手', ['洗 手', '手卫生']],
  ['两癌筛查', ['两癌筛查', '宫颈癌筛查', '乳腺癌筛查']],
  ['宫颈癌', ['宫颈癌', '两癌']],
  ['转诊', ['转诊']],
])('%s is looked for as %j', (words, variants) => {
  expect(withSynonyms(words)).toEqual(variants);
});

test('another name for the words is marked as well', () => {
  const marked = markWords('院感科与感控小组', '院感').map(({ text, isHit }) => (isHit ? `*${text}` : text));
  expect(marked).toEqual(['*院感', '科与', '*感控', '小组']);
  expect(excerptAround('第一行\n感控小组', ['院感', '感控'])).toBe('感控小组');
});

test('the table is found again as it was left, in each workspace its own', () => {
  const places = createLibraryPlaces();
  const start = { filter: { institution: '乡镇卫生院', method: undefined }, packId: undefined, scrollTop: 0 } as const;
  expect(places.get('w1', '乡镇卫生院')).toEqual(start);
  const left = { filter: { institution: undefined, method: 'points' }, packId: 'b', scrollTop: 320 } as const;
  places.keep('w1', left);
  expect(places.get('w1', '乡镇卫生院')).toEqual(left);
  expect(places.get('w2', '乡镇卫生院')).toEqual(start);
  expect(places.get(undefined, undefined).filter.institution).toBeUndefined();
});

test('the row is that of the standard, also when others have come before it; gone, it is the first', () => {
  const rows = groupByProgramme([standard('a'), standard('b')]);
  expect(rowOf(rows, 'b')).toBe(1);
  expect(rowOf(groupByProgramme([standard('a'), standard('b'), standard('own', { own: true })]), 'b')).toBe(2);
  expect(rowOf(rows, 'gone')).toBe(0);
  expect(rowOf([], undefined)).toBe(0);
});
