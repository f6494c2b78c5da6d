import { expect, test } from 'vitest';
import { cycledMark, keyCommand, type KeyPress } from '../../renderer/features/checklist/key-commands.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

test.each([
  ['↓ 到下一条', press('ArrowDown'), { do: 'step', by: 1 }],
  ['大写锁定时 J 也到下一条', press('J'), { do: 'step', by: 1 }],
  ['数字按键位认，不看输入的字符', press('!', { code: 'Digit1', shiftKey: true }), { do: 'cycle-mark', point: 1 }],
  ['1 切换第一个要点', press('1', { code: 'Digit1' }), { do: 'toggle-met', point: 1 }],
  ['字母评等级', press('b'), { do: 'grade', grade: 'B' }],
  ['Ctrl+Shift+Z 重做', press('Z', { ctrlKey: true, shiftKey: true }), { do: 'redo' }],
] as const)('%s', (_rule, key, command) => expect(keyCommand(key, false)).toEqual(command));

test.each([
  ['输入法组字时', press('a', { isComposing: true }), false],
  ['输入法接管按键时', press('a', { keyCode: 229 }), false],
  ['在文本框里打字时', press('a'), true],
  ['按着 Alt 时', press('a', { altKey: true }), false],
  ['Ctrl+A 时', press('a', { ctrlKey: true }), false],
] as const)('%s字母不评等级', (_rule, key, typing) => expect(keyCommand(key, typing)).toBeUndefined());

test('Shift+数字依次换：部分符合、不符合、不适用、无', () => {
  expect(cycledMark(undefined)).toBe('partial');
  expect(cycledMark('met')).toBe('partial');
  expect(cycledMark('partial')).toBe('unmet');
  expect(cycledMark('unmet')).toBe('n/a');
  expect(cycledMark('n/a')).toBeUndefined();
});
