import { describe, expect, test } from 'vitest';
import { columnRoles, correctionsSchema } from '../../../shared/contract/standard-draft.ts';
import {
  amend,
  hasCorrections,
  noCorrections,
  redo,
  undo,
  withHeader,
  withMeta,
  withMethod,
  withRole,
  withTriangle,
  withUse,
} from '../../../renderer/features/import-standard/corrections.ts';
import {
  asCorrected,
  cellLabel,
  columnLabel,
  firstTable,
  isWhole,
  mendWords,
  regionAt,
} from '../../../renderer/features/import-standard/draft-regions.ts';
import { columnRoleOf, roleGroups, roleLabels } from '../../../renderer/features/import-standard/role-labels.ts';
import { region } from './draft-fixture.ts';

describe('改正', () => {
  test('每一种改正都合契约', () => {
    let said = withRole({}, '0', 3, 'points');
    said = withMethod(withUse(withRole(said, '0', 4, 'ignore'), '1.2', false), '0', 'points');
    said = withMeta(withTriangle(withHeader(said, '2', 5), 'optional'), 'title', ' 新名称 ');
    expect(correctionsSchema.parse(said)).toEqual({
      tables: {
        0: { roles: { 3: 'points', 4: 'ignore' }, method: 'points' },
        1.2: { use: false },
        2: { headerRow: 5 },
      },
      triangle: 'optional',
      meta: { title: '新名称' },
    });
  });

  test('换了表头，先前对各列说的话作废，选用和方式留着', () => {
    const said = withHeader(withMethod(withRole({}, '0', 1, 'code'), '0', 'checklist'), '0', 4);
    expect(said.tables?.['0']).toEqual({ method: 'checklist', headerRow: 4 });
  });

  test('清空一栏回到文件里的写法，最后一栏清空后什么也不剩', () => {
    const said = withMeta(withMeta({}, 'title', '甲'), 'edition', '2025');
    expect(withMeta(said, 'title', ' ')).toEqual({ meta: { edition: '2025' } });
    expect(withMeta(withMeta(said, 'title', ''), 'edition', '')).toEqual({});
  });

  test('撤销、重做；再改一步后不能重做', () => {
    const one = withRole({}, '0', 1, 'code');
    const two = withRole(one, '0', 2, 'title');
    const history = amend(amend(noCorrections, one), two);
    const back = undo(history);
    expect(back?.present).toEqual(one);
    expect(back && redo(back)?.present).toEqual(two);
    expect(undo(noCorrections)).toBeUndefined();
    expect(redo(history)).toBeUndefined();
    const other = back && amend(back, withUse(one, '0', false));
    expect(other?.future).toEqual([]);
    expect(other?.past).toHaveLength(2);
  });

  test('说同样的话不算一步，先后不同也算同样', () => {
    const said = withRole(withRole({}, '0', 1, 'code'), '0', 2, 'title');
    const history = amend(noCorrections, said);
    expect(amend(history, { tables: { 0: { roles: { 2: 'title', 1: 'code' } } } })).toBe(history);
    expect(hasCorrections(history)).toBe(true);
    expect(hasCorrections({ ...history, present: {} })).toBe(false);
  });
});

describe('列的用途', () => {
  test('每一种用途都有中文名，都在菜单里，且只有一处', () => {
    expect(Object.keys(roleLabels).toSorted()).toEqual([...columnRoles].toSorted());
    expect(roleGroups.flatMap(({ roles }) => roles).toSorted()).toEqual([...columnRoles].toSorted());
    expect(new Set(Object.values(roleLabels)).size).toBe(columnRoles.length);
    for (const label of Object.values(roleLabels)) expect(label).toMatch(/[\u4e00-\u9fff]/u);
    expect(columnRoleOf('title')).toBe('title');
    expect(columnRoleOf('其他')).toBeUndefined();
  });
});

describe('表和它的各段', () => {
  const regions = [region('0', 3), region('0.1', 20)];

  test.each([
    [1, '0'],
    [3, '0'],
    [19, '0'],
    [20, '0.1'],
    [99, '0.1'],
  ])('第 %i 行属于 %s', (row, id) => expect(regionAt(regions, row)?.id).toBe(id));

  test('还没有重新识别完，先按改正的显示', () => {
    const shown = asCorrected(region('0', 1), { tables: { 0: { use: false, roles: { 2: 'ignore' } } } });
    expect(shown).toMatchObject({ used: false, method: 'graded' });
    expect(shown.columns.map(({ role }) => role)).toEqual(['chapter', 'code', 'ignore', 'points']);
  });

  test('先看第一个选用的表', () => {
    const nothing = { tables: [], problems: [], places: {} };
    expect(firstTable({ ...nothing, tables: [region('0', 1, { used: false }), region('1', 1)] })).toBe(1);
    expect(firstTable(nothing)).toBe(0);
    // Our own template begins with a guide that nobody came for.
    const place = (table: number) => ({ table, row: 3, column: 1 });
    const places = { '1.1': { clause: place(2), points: [] } };
    expect(firstTable({ ...nothing, places })).toBe(2);
    const problem = (severity: 'error' | 'warning', table: number) => ({
      severity,
      where: '',
      message: '',
      place: place(table),
    });
    expect(firstTable({ ...nothing, places, problems: [problem('warning', 1), problem('error', 3)] })).toBe(3);
  });

  test('整体读入的文件在原来的程序里改', () => {
    expect([isWhole({ tables: [], format: 'xlsx' }), isWhole({ tables: [], format: 'docx' })]).toEqual([true, false]);
    expect(isWhole({ tables: [region('0', 1)], format: 'xlsx' })).toBe(false);
    expect(mendWords({ format: 'xlsx' })).toBe('在 Excel 里改好保存，再选一次这个文件');
    expect(mendWords({ format: 'yaml' })).toContain('文本编辑器');
  });

  test('列名按写文件的程序数', () => {
    expect([0, 25, 26, 701, 702].map((column) => columnLabel(column, 'xlsx'))).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(columnLabel(2, 'docx')).toBe('3');
    expect(cellLabel(12, 2, 'csv')).toBe('C12');
    expect(cellLabel(12, 2, 'docx')).toBe('第 12 行第 3 列');
  });
});
