import { describe, expect, test } from 'vitest';
import { dropPlace } from '../../../renderer/features/edit-standard/drop-place.ts';
import { indexOf } from '../../../renderer/features/edit-standard/edit/work-pack.ts';
import { treeKey } from '../../../renderer/features/edit-standard/tree-keys.ts';
import { rowsBetween, treeRows } from '../../../renderer/features/edit-standard/tree-rows.ts';
import { clauseOf, keyOf, workOf } from './work-of.ts';

const work = workOf({
  '1.1': ['1.1.1', clauseOf('1.1.2', { title: '手卫生', method: 'points', points: 2.5 })],
  '1.2': ['1.2.1'],
  '2.1': ['2.1.1'],
});
const [sections, chapters] = [[...indexOf(work).sections.keys()], [...indexOf(work).chapters.keys()]];
const codes = (filter: string, folded: readonly number[] = []) =>
  treeRows(work, new Set(folded), filter).map(({ kind, code }) => code || kind);

describe('结构的行', () => {
  test('先是标准和目标，再是章、节、条款；收起的不列', () => {
    expect(codes('')).toEqual(['head', 'targets', '1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1', '2', '2.1', '2.1.1']);
    expect(codes('', [chapters[0]!])).toEqual(['head', 'targets', '1', '2', '2.1', '2.1.1']);
    expect(codes('', [sections[0]!]).slice(2, 5)).toEqual(['1', '1.1', '1.2']);
  });
  test('筛选看编号、标题、要点，带出所在的章节，不管收起没有', () => {
    expect(codes('手卫生', [chapters[0]!])).toEqual(['1', '1.1', '1.1.2']);
    expect(codes('第 2.1 节')).toEqual(['2', '2.1', '2.1.1']);
    expect(codes('没有的')).toEqual([]);
  });
  test('分值合计到节和章', () => {
    const rows = treeRows(work, new Set(), '');
    expect(rows.filter(({ score }) => score !== '').map(({ code, score }) => [code, score])).toEqual([
      ['1', '2.5'],
      ['1.1', '2.5'],
      ['1.1.2', '2.5'],
    ]);
  });
  test('Shift 选的是同一级的', () => {
    const rows = treeRows(work, new Set(), '');
    const between = rowsBetween(rows, keyOf(work, '1.1.2'), keyOf(work, '2.1.1'));
    expect(between).toEqual([keyOf(work, '1.1.2'), keyOf(work, '1.2.1'), keyOf(work, '2.1.1')]);
    expect(rowsBetween(rows, 'head', keyOf(work, '1.1.1'))).toEqual([]);
  });
});

describe('拖到哪里', () => {
  const [first, second, third] = ['1.1.1', '1.1.2', '1.2.1'].map((code) => keyOf(work, code));
  test('条款：另一条的前后、节的末尾、章的最后一节', () => {
    expect(dropPlace(work, [third!], first!, true)).toEqual({ into: sections[0], before: first, mark: 'before' });
    expect(dropPlace(work, [third!], first!, false)).toEqual({ into: sections[0], before: second, mark: 'after' });
    expect(dropPlace(work, [third!], sections[0]!, true)).toEqual({
      into: sections[0],
      before: undefined,
      mark: 'into',
    });
    expect(dropPlace(work, [first!], chapters[0]!, true)).toEqual({
      into: sections[1],
      before: undefined,
      mark: 'into',
    });
  });
  test('节不进节，章只在章之间，自己不放在自己上', () => {
    expect(dropPlace(work, [sections[2]!], sections[0]!, false)).toMatchObject({
      into: chapters[0],
      before: sections[1],
    });
    expect(dropPlace(work, [sections[0]!], first!, true)).toBeUndefined();
    expect(dropPlace(work, [chapters[0]!], sections[2]!, true)).toBeUndefined();
    expect(dropPlace(work, [first!], first!, true)).toBeUndefined();
    expect(dropPlace(work, [first!], 'head', true)).toBeUndefined();
  });
});

describe('按键', () => {
  const plain = { ctrl: false, alt: false, shift: false, composing: false };
  test.each([
    [
      { key: 'ArrowDown', shift: true },
      { do: 'move', to: 'down', extend: true },
    ],
    [
      { key: 'ArrowUp', alt: true },
      { do: 'step', by: -1 },
    ],
    [{ key: 'd', ctrl: true }, { do: 'duplicate' }],
    [{ key: 'Enter', ctrl: true }, { do: 'add' }],
    [{ key: 'Enter' }, { do: 'edit' }],
    [{ key: 'Insert' }, { do: 'add' }],
    [{ key: 'Delete' }, { do: 'delete' }],
    [{ key: 'ArrowLeft' }, { do: 'fold' }],
    [{ key: 'd' }, undefined],
    [{ key: 'ArrowUp', alt: true, ctrl: true }, undefined],
    [{ key: 'Delete', composing: true }, undefined],
    [{ key: 'Enter', ctrl: true, composing: true }, undefined],
  ])('%j', (pressed, command) => expect(treeKey({ ...plain, ...pressed })).toEqual(command));
});
