import { expect, test } from 'vitest';
import { listStep, rowAfter } from '../../renderer/ui/list-keys.ts';

test.each([
  ['ArrowDown', { do: 'step', by: 1 }],
  ['j', { do: 'step', by: 1 }],
  ['J', { do: 'step', by: 1 }],
  ['ArrowUp', { do: 'step', by: -1 }],
  ['k', { do: 'step', by: -1 }],
  ['ArrowLeft', undefined],
  ['PageDown', { do: 'step', by: 10 }],
  ['PageUp', { do: 'step', by: -10 }],
  ['Home', { do: 'first' }],
  ['End', { do: 'last' }],
  ['Enter', undefined],
  ['a', undefined],
])('键 %s 在列表里：%o', (key, step) => expect(listStep(key)).toEqual(step));

test('不会走出列表，列表空着也不会', () => {
  const end = { do: 'last' } as const;
  const on = { do: 'step', by: 10 } as const;
  const back = { do: 'step', by: -10 } as const;
  expect(rowAfter(on, 3, 20)).toBe(13);
  expect(rowAfter(on, 15, 20)).toBe(19);
  expect(rowAfter(back, 15, 20)).toBe(5);
  expect(rowAfter(back, 3, 20)).toBe(0);
  expect(rowAfter({ do: 'first' }, 15, 20)).toBe(0);
  expect(rowAfter(end, 3, 20)).toBe(19);
  expect([rowAfter(end, 0, 0), rowAfter(on, 0, 0)]).toEqual([0, 0]);
});
