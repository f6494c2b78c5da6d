import { describe, expect, test } from 'vitest';
import { addChapter, addClause, addSection } from '../../../renderer/features/edit-standard/edit/add.ts';
import { duplicate } from '../../../renderer/features/edit-standard/edit/copy.ts';
import { moveClauses, takeOut } from '../../../renderer/features/edit-standard/edit/place.ts';
import { renumber, renumbering } from '../../../renderer/features/edit-standard/edit/renumber.ts';
import { setCode } from '../../../renderer/features/edit-standard/edit/recode.ts';
import { usesOfChapter } from '../../../renderer/features/edit-standard/edit/rules.ts';
import { indexOf, type WorkPack } from '../../../renderer/features/edit-standard/edit/work-pack.ts';
import { clauseCodes, keyOf, workOf } from './work-of.ts';

const afterDeleting = (work: WorkPack, ...codes: readonly string[]) =>
  takeOut(work, new Set(codes.map((code) => keyOf(work, code))));

describe('重排编号跟着结构走，保留原来的写法', () => {
  test.each([
    ['一级一级接下去', { '1.1': ['1.1.1', '1.1.3', '1.1.4'] }, ['1.1.1', '1.1.2', '1.1.3']],
    [
      '条款比节多两级，换了上一级就另起一组',
      { '1.1': ['1.1.2.1', '1.1.2.4', '1.1.5.1'] },
      ['1.1.1.1', '1.1.1.2', '1.1.2.1'],
    ],
    ['补零的仍补零', { '1.1': ['1.1-02', '1.1-03', '1.1-10'] }, ['1.1-01', '1.1-02', '1.1-03']],
    ['中文数字', { 一: ['一.二', '一.五', '一.十一'] }, ['一.一', '一.二', '一.三']],
    ['不随节、通排的接着排', { '1.1': ['K1', 'K3'], '1.2': ['K7', 'K9'] }, ['K1', 'K2', 'K3', 'K4']],
    ['从别处移来的跟所在的节', { '1.1': ['1.1.1', '2.3.9', '1.1.2'] }, ['1.1.1', '1.1.2', '1.1.3']],
    ['没有数字的另给', { '1.1': ['甲', '乙'] }, ['1.1.1', '1.1.2']],
  ])('%s', (_name, sections, codes) => {
    const work = workOf(sections);
    const place = indexOf(work).sections.values().next().value!;
    expect(clauseCodes(renumber(work, place.chapter.key))).toEqual(codes);
  });

  test('只排一节时，通排的编号从前一节之后接起，也不占后面已有的', () => {
    const work = workOf({ '1': ['1', '2'], '2': ['6', '9'], '3': ['3'] });
    const second = [...indexOf(work).sections.values()][1]!.section.key;
    expect(clauseCodes(renumber(work, second))).toEqual(['1', '2', '4', '5', '3']);
  });

  test('整个标准：章、节、条款一起排，规则和范围跟着章走', () => {
    const built = workOf({ '2.1': ['2.1.1', '2.1.2'], '5.1': ['5.1.2'] });
    const work: WorkPack = {
      ...built,
      scopes: [{ id: 'part', label: '部分', chapters: ['5'] }],
      targets: [
        {
          id: 'pass',
          label: '达标',
          rules: [
            { scope: 'chapter:2', grade: 'yes', atLeast: 1 },
            { score: 'chapter:5', atLeast: 3 },
          ],
        },
      ],
      scoring: { full: 100, parts: [{ scope: 'chapter:2', weight: 1 }] },
    };
    const next = renumber(work, undefined);
    expect(clauseCodes(next)).toEqual(['1.1.1', '1.1.2', '2.1.1']);
    expect(next.chapters.map(({ code }) => code)).toEqual(['1', '2']);
    expect(next.targets[0]!.rules).toEqual([
      { scope: 'chapter:1', grade: 'yes', atLeast: 1 },
      { score: 'chapter:2', atLeast: 3 },
    ]);
    expect(next.scopes![0]!.chapters).toEqual(['2']);
    expect(next.scoring!.parts[0]!.scope).toBe('chapter:1');
    expect(usesOfChapter(next, '2')).toEqual(['目标“达标”的第 2 条规则', '范围“部分”']);
  });

  test('先看后改：列出的正是要变的', () => {
    const work = afterDeleting(workOf({ '1.1': ['1.1.1', '1.1.2', '1.1.3'] }), '1.1.1');
    expect(renumbering(work, undefined).map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['clause', '1.1.2', '1.1.1'],
      ['clause', '1.1.3', '1.1.2'],
    ]);
    expect(renumbering(renumber(work, undefined), undefined)).toEqual([]);
  });
});

describe('新条款的编号', () => {
  const work = workOf({ '1.1': ['1.1.1', '1.1.2'], '1.2': [], 二: ['二.一'] });
  const codeAdded = (next: { work: WorkPack; keys: readonly number[] }) =>
    clauseCodes(next.work).find((code) => !clauseCodes(work).includes(code));
  const sectionKey = (code: string) =>
    [...indexOf(work).sections.values()].find((each) => each.section.code === code)!.section.key;

  test('接在后面的，取下一个空着的', () => {
    expect(codeAdded(addClause(work, sectionKey('1.1'), keyOf(work, '1.1.1')))).toBe('1.1.3');
    expect(codeAdded(addClause(work, sectionKey('二'), undefined))).toBe('二.二');
  });
  test('空的节里，照别处的写法起头', () => {
    expect(codeAdded(addClause(work, sectionKey('1.2'), undefined))).toBe('1.2.1');
  });
  test('节和章也一样', () => {
    const [chapter] = work.chapters;
    expect(indexOf(addSection(work, chapter!.key, sectionKey('1.1')).work).sections.size).toBe(4);
    expect(addChapter(work, chapter!.key).work.chapters.map(({ code }) => code)).toEqual(['1', '2', '二']);
  });
  test('复制整章，里面的编号换成新章的', () => {
    const copied = duplicate(work, new Set([work.chapters[0]!.key])).work;
    expect(clauseCodes(copied)).toEqual(['1.1.1', '1.1.2', '2.1.1', '2.1.2', '二.一']);
  });
});

test('移到别的节，编号不变；改章号，规则跟着改', () => {
  const work = workOf({ '1.1': ['1.1.1', '1.1.2'], '2.1': ['2.1.1'] });
  const target = [...indexOf(work).sections.values()][1]!.section.key;
  expect(clauseCodes(moveClauses(work, new Set([keyOf(work, '1.1.1')]), target, keyOf(work, '2.1.1')))).toEqual([
    '1.1.2',
    '1.1.1',
    '2.1.1',
  ]);
  const ruled = { ...work, targets: [{ ...work.targets[0]!, rules: [{ score: 'chapter:1', atLeast: 1 }] }] };
  expect(setCode(ruled, ruled.chapters[0]!.key, '7').targets[0]!.rules).toEqual([{ score: 'chapter:7', atLeast: 1 }]);
});
