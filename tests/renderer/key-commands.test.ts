import { expect, test } from 'vitest';
import { cycledMark, keyCommand, type KeyPress } from '../../renderer/features/checklist/key-commands.ts';
import { knownMarks } from '../../renderer/features/checklist/mark-words.ts';
import type { Mark } from '../../shared/domain/grade/grade.ts';

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
  ['0 判全部要点，小键盘也行', press('0', { code: 'Numpad0' }), { do: 'meet-all' }],
  ['X 判有违反', press('x'), { do: 'fail-whole' }],
  ['S 去填得分或数据', press('S'), { do: 'enter-figure' }],
  ['字母评等级', press('b'), { do: 'grade', grade: 'B' }],
  ['Ctrl+Shift+Z 重做', press('Z', { ctrlKey: true, shiftKey: true }), { do: 'redo' }],
] as const)('%s', (_rule, key, command) => expect(keyCommand(key, false)).toEqual(command));

test.each([
  ['输入法组字时', press('a', { isComposing: true }), false],
  ['输入法接管按键时', press('a', { keyCode: 229 }), false],
  ['在文本框里打字时', press('a'), true],
  ['在得分框里打 0 时', press('0', { code: 'Digit0' }), true],
  ['按着 Alt 时', press('a', { altKey: true }), false],
  ['Ctrl+A 时', press('a', { ctrlKey: true }), false],
] as const)('%s按键不当快捷键', (_rule, key, typing) => expect(keyCommand(key, typing)).toBeUndefined());

test('Shift+数字依次换：部分符合、不符合、不适用、无；前置要求没有部分符合', () => {
  const walk = (known: readonly Mark[]) => {
    const seen: (Mark | undefined)[] = [];
    for (let mark: Mark | undefined = 'met'; seen.length < 5; seen.push(mark)) mark = cycledMark(mark, known);
    return seen;
  };
  expect(walk(knownMarks('graded'))).toEqual(['partial', 'unmet', 'n/a', undefined, 'partial']);
  expect(walk(knownMarks('prerequisite'))).toEqual(['unmet', 'n/a', undefined, 'unmet', 'n/a']);
});
