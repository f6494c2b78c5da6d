import { expect, test } from 'vitest';
import { cycledMark, isWhileHeld, keyCommand } from '../../renderer/features/checklist/key-commands.ts';
import { knownMarks } from '../../renderer/features/checklist/mark-words.ts';
import type { Mark } from '../../shared/domain/grade/grade.ts';
import type { KeyPress } from '../../renderer/ui/key-press.ts';
import { pressed } from './pressed.ts';

test.each([
  ['↓ 到下一条', pressed('ArrowDown'), { do: 'move', step: { do: 'step', by: 1 } }],
  ['大写锁定时 J 也到下一条', pressed('J'), { do: 'move', step: { do: 'step', by: 1 } }],
  ['End 到最后一条', pressed('End'), { do: 'move', step: { do: 'last' } }],
  ['数字按键位认，不看输入的字符', pressed('!', { code: 'Digit1', shiftKey: true }), { do: 'cycle-mark', point: 1 }],
  ['1 切换第一个要点', pressed('1', { code: 'Digit1' }), { do: 'toggle-met', point: 1 }],
  ['0 判全部要点，小键盘也行', pressed('0', { code: 'Numpad0' }), { do: 'meet-all' }],
  ['X 判有违反', pressed('x'), { do: 'fail-whole' }],
  ['S 去填得分或数据', pressed('S'), { do: 'enter-figure' }],
  ['字母评等级', pressed('b'), { do: 'grade', grade: 'B' }],
  ['Ctrl+Shift+Z 重做', pressed('Z', { ctrlKey: true, shiftKey: true }), { do: 'redo' }],
] as const)('%s', (_rule, key, command) => expect(keyCommand(key, false)).toEqual(command));

test.each([
  ['输入法组字时', pressed('a', { isComposing: true }), false],
  ['输入法接管按键时', pressed('a', { keyCode: 229 }), false],
  ['在文本框里打字时', pressed('a'), true],
  ['在得分框里打 0 时', pressed('0', { code: 'Digit0' }), true],
  ['按着 Alt 时', pressed('a', { altKey: true }), false],
  ['Ctrl+A 时', pressed('a', { ctrlKey: true }), false],
] as const)('%s按键不当快捷键', (_rule, key, typing) => expect(keyCommand(key, typing)).toBeUndefined());

test('按住不放只移动，不评分', () => {
  const held = (...keys: readonly KeyPress[]) =>
    keys.map((key) => keyCommand(key, false)).map((command) => command && isWhileHeld(command));
  const [zero, one] = ['0', '1'].map((digit) => pressed(digit, { code: `Digit${digit}` }));
  expect(held(pressed('j'), pressed('PageDown'), pressed('n'))).toEqual([true, true, true]);
  expect(held(zero!, one!, pressed('d'), pressed('x'), pressed('z', { ctrlKey: true }))).toEqual(
    Array.from({ length: 5 }, () => false),
  );
});

test('Shift+数字依次换：部分符合、不符合、不适用、无；前置要求没有部分符合', () => {
  const walk = (known: readonly Mark[]) => {
    const seen: (Mark | undefined)[] = [];
    for (let mark: Mark | undefined = 'met'; seen.length < 5; seen.push(mark)) mark = cycledMark(mark, known);
    return seen;
  };
  expect(walk(knownMarks('graded'))).toEqual(['partial', 'unmet', 'n/a', undefined, 'partial']);
  expect(walk(knownMarks('prerequisite'))).toEqual(['unmet', 'n/a', undefined, 'unmet', 'n/a']);
});
