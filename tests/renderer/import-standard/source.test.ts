import { describe, expect, test, vi } from 'vitest';
import type { SourceTableRow } from '../../../shared/contract/standard-draft.ts';
import { columnWidths } from '../../../renderer/features/import-standard/column-widths.ts';
import { moveInGrid } from '../../../renderer/features/import-standard/move-in-grid.ts';
import { clauseAt, columnsOf, indexSource, rowUse } from '../../../renderer/features/import-standard/source-index.ts';
import {
  locateRow,
  missingPages,
  pageKey,
  pageSize,
  rowAt,
  rowNumbered,
} from '../../../renderer/features/import-standard/source-pages.ts';
import { packClause } from '../../support/pack-clause.ts';
import { draft, pack, place, region, sourceRow } from './draft-fixture.ts';

describe('分页读取原表', () => {
  const page = (from: number): readonly SourceTableRow[] =>
    Array.from({ length: pageSize }, (_none, at) => sourceRow(from + at + 1, `第 ${from + at + 1} 行`));

  test('只取还没有的页', () => {
    const pages = new Map([[pageKey(0, 1), page(pageSize)]]);
    expect(missingPages(pages, 0, 10, pageSize * 2 + 1)).toEqual([0, 2]);
    expect(missingPages(pages, 0, pageSize, pageSize * 2 - 1)).toEqual([]);
    expect(missingPages(pages, 1, pageSize, pageSize)).toEqual([1]);
    expect(rowAt(pages, 0, pageSize)?.row).toBe(pageSize + 1);
    expect(rowAt(pages, 0, 3)).toBeUndefined();
    expect(rowNumbered(pages, 0, pageSize + 5)?.row).toBe(pageSize + 5);
    expect(rowNumbered(pages, 1, pageSize + 5)).toBeUndefined();
  });

  /** Rows 1…10, then nothing until 1,048,000, then 2,000 rows. */
  const sparse = [
    ...Array.from({ length: 10 }, (_none, at) => sourceRow(at + 1, '上')),
    ...Array.from({ length: 2000 }, (_none, at) => sourceRow(1_048_000 + at, '下')),
  ];
  test.each([
    [1, 0],
    [10, 9],
    [500, 10],
    [1_048_000, 10],
    [1_049_234, 1244],
    [1_049_999, 2009],
    [9_999_999, 2009],
  ])('中间有大段空行时，第 %i 行是第 %i 个有字的行，只翻几页', async (row, at) => {
    const load = vi.fn(async (number: number) => sparse.slice(number * pageSize, (number + 1) * pageSize));
    expect(await locateRow(row, sparse.length, load)).toBe(at);
    expect(load.mock.calls.length).toBeLessThanOrEqual(5);
  });
  test('空表也有答案', async () => expect(await locateRow(7, 0, async () => [])).toBe(0));
});

describe('从单元格到条款', () => {
  const read = draft({
    tables: [region('0', 2), region('0.1', 20, { used: false })],
    pack: pack([
      {
        code: '1',
        title: '医院服务',
        sections: [
          { code: '1.1', title: '预约诊疗', clauses: [packClause('1.1.1'), packClause('1.1.2'), packClause('1.1.3')] },
        ],
      },
    ]),
    places: {
      '1.1.1': { clause: place(4, 1), points: [place(4, 3), place(5, 3)] },
      '1.1.2': { clause: place(8, 1), points: [undefined] },
      '1.1.3': { clause: place(8, 2), points: [] },
    },
  });
  const index = indexSource(read);

  test.each([
    ['条款自己的格', place(4, 1), '1.1.1'],
    ['同一行别的格', place(4, 0), '1.1.1'],
    ['要点的行', place(5, 3), '1.1.1'],
    ['下面没有用到的行，算上一条的', place(6, 2), '1.1.1'],
    ['一行两条，看是哪一格', place(8, 2), '1.1.3'],
    ['第一条以上', place(3, 1), undefined],
    ['没有选用的一段', place(25, 1), undefined],
    ['别的表', place(4, 1, 1), undefined],
  ])('%s', (_what, at, code) => expect(clauseAt(index, at)).toBe(code));

  test('条款落在哪些格', () => {
    expect([...columnsOf(index, 0, 4, '1.1.1')]).toEqual([1, 3]);
    expect([...columnsOf(index, 0, 8, '1.1.2')]).toEqual([1]);
    expect([...columnsOf(index, 0, 9, '1.1.2')]).toEqual([]);
  });

  test.each([
    ['表头以上', sourceRow(1, '某院标准'), 'title'],
    ['表头', sourceRow(2, '章', '编号', '名称', '要点'), 'header'],
    ['下一页又一遍的表头', sourceRow(10, '章', '编 号', '名称', '要点'), 'header'],
    ['章名', sourceRow(3, '医院服务'), 'heading'],
    ['带编号的节名', sourceRow(3, '1.1 预约诊疗'), 'heading'],
    ['条款', sourceRow(4, '', '1.1.1', '甲'), 'clause'],
    ['要点', sourceRow(5, '', '', '', '乙'), 'point'],
    ['没有用到', sourceRow(7, '', '', '', '说明'), 'unused'],
    ['没有选用的一段', sourceRow(21, '', '9'), 'unused'],
  ])('这一行是%s', (_what, row, use) => expect(rowUse(index, 0, row)).toBe(use));

  test('合并格延续下来的行是条款的内容', () => {
    const row = { row: 6, cells: [{ column: 1, text: '1.1.1', kind: 'text' as const, merged: true as const }] };
    expect(rowUse(index, 0, row)).toBe('point');
  });
});

describe('表格的键盘和列宽', () => {
  const size = { rows: 100, columns: 5 };
  test.each([
    ['ArrowDown', false, { row: 11, column: 2 }],
    ['ArrowUp', true, { row: 0, column: 2 }],
    ['ArrowRight', true, { row: 10, column: 4 }],
    ['PageDown', false, { row: 20, column: 2 }],
    ['Home', false, { row: 10, column: 0 }],
    ['End', true, { row: 99, column: 4 }],
    ['n', false, undefined],
  ] as const)('%s，Ctrl %s', (key, ctrlKey, to) =>
    expect(moveInGrid({ key, ctrlKey }, { row: 10, column: 2 }, size, 10)).toEqual(to),
  );
  test('不走出边界', () =>
    expect(moveInGrid({ key: 'ArrowLeft', ctrlKey: false }, { row: 0, column: 0 }, size, 10)).toEqual({
      row: 0,
      column: 0,
    }));

  test('长的列不把别的挤出去，空的列也有宽度', () => {
    const widths = columnWidths([sourceRow(1, '1.1.1', '名称'.repeat(4), '很长的要点'.repeat(80))], 4);
    expect(widths).toEqual([84, 116, 300, 84]);
    expect(columnWidths([sourceRow(1, '正文')], 1)).toEqual([560]);
    const text = '横跨三列的标题'.repeat(3);
    const title = [0, 1, 2].map((column) => ({
      column,
      text,
      kind: 'text' as const,
      ...(column > 0 && { merged: true as const }),
    }));
    expect(columnWidths([{ row: 1, cells: title }], 3)).toEqual([84, 84, 84]);
  });
});
