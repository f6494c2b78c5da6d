import { expect, test } from 'vitest';
import { cellAfter } from '../../renderer/features/checklist/figure-cells.ts';

const size = { rows: 3, columns: 2 };
const press = (key: string, selection: readonly [number, number] = [0, 2], more: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  nativeEvent: { isComposing: false },
  currentTarget: { value: '12', selectionStart: selection[0], selectionEnd: selection[1] },
  ...more,
});
const from = (row: number, column: number) => ({ row, column });

test.each([
  ['Enter 先到分母', press('Enter'), from(0, 0), from(0, 1)],
  ['Enter 再到下一期的分子', press('Enter'), from(0, 1), from(1, 0)],
  ['最后一格 Enter 走出表格', press('Enter'), from(2, 1), 'end'],
  ['Shift+Enter 往回', press('Enter', [0, 2], { shiftKey: true }), from(1, 0), from(0, 1)],
  ['↓ 同一列下一期', press('ArrowDown'), from(0, 1), from(1, 1)],
  ['最后一期 ↓ 不动', press('ArrowDown'), from(2, 0), undefined],
  ['全选时 → 到右格', press('ArrowRight'), from(0, 0), from(0, 1)],
  ['字中间 → 只移光标', press('ArrowRight', [1, 1]), from(0, 0), undefined],
  ['字首 ← 到左格', press('ArrowLeft', [0, 0]), from(0, 1), from(0, 0)],
  ['输入法选字的 Enter 不换格', press('Enter', [0, 2], { nativeEvent: { isComposing: true } }), from(0, 0), undefined],
] as const)('%s', (_rule, key, at, to) => expect(cellAfter(key, at, size)).toEqual(to));
