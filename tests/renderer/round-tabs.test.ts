import { expect, test } from 'vitest';
import type { RoundSummary } from '../../shared/contract/round.ts';
import type { RoundId } from '../../shared/domain/id.ts';
import { mostTabs, roundKey, tabByKey, tabsOf } from '../../renderer/app/round-tabs.ts';

const roundNumbered = (number: number, archived = false): RoundSummary => ({
  id: `r${number}` as RoundId,
  title: `第 ${number} 轮`,
  standardId: 's',
  standardTitle: '标准',
  targetLabel: '甲等',
  createdAt: `2026-11-${String(number).padStart(2, '0')}T00:00:00Z`,
  archived,
});
const idOf = (number: number) => `r${number}` as RoundId;
const numbers = (rounds: readonly RoundSummary[]) => rounds.map(({ id }) => Number(id.slice(1)));
const press = (more: Partial<KeyboardEvent>) => ({
  key: '',
  code: '',
  ctrlKey: true,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('标签按建立的先后；放不下时留最新的，当前的总在', () => {
  const rounds = [3, 1, 2].map((number) => roundNumbered(number));
  expect(numbers(tabsOf(rounds, idOf(2)))).toEqual([1, 2, 3]);
  const many = Array.from({ length: 9 }, (_, at) => roundNumbered(at + 1));
  expect(tabsOf(many, idOf(9))).toHaveLength(mostTabs);
  expect(numbers(tabsOf(many, idOf(1)))).toEqual([1, 5, 6, 7, 8, 9]);
});

test('归档的轮次不占标签，除非正在看', () => {
  const rounds = [roundNumbered(1, true), roundNumbered(2)];
  expect(numbers(tabsOf(rounds, idOf(2)))).toEqual([2]);
  expect(numbers(tabsOf(rounds, idOf(1)))).toEqual([1, 2]);
});

test('Ctrl+Tab 轮换，Ctrl+数字直达', () => {
  const tabs = [1, 2, 3].map((number) => roundNumbered(number));
  const after = (current: number, event: Partial<KeyboardEvent>) => {
    const key = roundKey(press(event));
    return key && tabByKey(tabs, idOf(current), key)?.id;
  };
  expect(after(3, { key: 'Tab' })).toBe('r1');
  expect(after(1, { key: 'Tab', shiftKey: true })).toBe('r3');
  expect(after(1, { key: '2', code: 'Digit2' })).toBe('r2');
  expect(after(1, { key: '9', code: 'Digit9' })).toBeUndefined();
  expect(roundKey(press({ key: 'Tab', ctrlKey: false }))).toBeUndefined();
  expect(roundKey(press({ key: '1', code: 'Digit1', ctrlKey: false }))).toBeUndefined();
});
