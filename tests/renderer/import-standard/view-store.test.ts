import { expect, test } from 'vitest';
import { indexSource } from '../../../renderer/features/import-standard/source-index.ts';
import { createViewStore } from '../../../renderer/features/import-standard/view-store.ts';
import { packClause } from '../../support/pack-clause.ts';
import { draft, pack, place } from './draft-fixture.ts';

const index = indexSource(
  draft({
    pack: pack([{ code: '1', title: '甲', sections: [{ code: '1.1', title: '乙', clauses: [packClause('1.1.1')] }] }]),
    places: { '1.1.1': { clause: place(4, 1), points: [] } },
  }),
);

test('选中单元格：条款跟着选中，收起的章节打开，原表不动', () => {
  const view = createViewStore();
  view.getState().turn('chapter:0');
  view.getState().turn('clause:1.1.1');
  view.getState().chooseCell({ table: 0, row: 4, column: 3 }, index);
  expect(view.getState()).toMatchObject({ code: '1.1.1', treeKey: 'clause:1.1.1', revealTree: 1, revealSource: 0 });
  expect([...view.getState().turned]).toEqual(['clause:1.1.1']);
});

test('选中没有用到的单元格：没有条款', () => {
  const view = createViewStore();
  view.getState().chooseCell({ table: 0, row: 4, column: 1 }, index);
  view.getState().chooseCell({ table: 0, row: 1, column: 0 }, index);
  expect(view.getState()).toMatchObject({ code: undefined, cell: { row: 1 } });
});

test('在树里选条款：原表翻到它；选章不动原表', () => {
  const view = createViewStore();
  view.getState().chooseRow('clause:1.1.1', '1.1.1', place(4, 1));
  expect(view.getState()).toMatchObject({ cell: { table: 0, row: 4, column: 1 }, revealSource: 1 });
  view.getState().chooseRow('chapter:0', undefined, undefined);
  expect(view.getState()).toMatchObject({ cell: { row: 4 }, revealSource: 1, code: undefined });
});

test('选问题：单元格和条款都跟着；说整个文件的问题哪里也不去', () => {
  const view = createViewStore();
  view.getState().chooseProblem(3, place(4, 2), index);
  expect(view.getState()).toMatchObject({ problem: 3, code: '1.1.1', cell: { row: 4, column: 2 }, revealSource: 1 });
  view.getState().chooseProblem(0, undefined, index);
  expect(view.getState()).toMatchObject({ problem: 0, code: '1.1.1', revealSource: 1 });
});

test('看一处地方，不再说那是先前的条款；换筛选从头数', () => {
  const view = createViewStore();
  view.getState().chooseProblem(3, place(4, 2), index);
  view.getState().look(place(2, 0));
  expect(view.getState().code).toBeUndefined();
  view.getState().show('error');
  expect(view.getState()).toMatchObject({ filter: 'error', problem: undefined });
});
