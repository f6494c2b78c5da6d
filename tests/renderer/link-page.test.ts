import { describe, expect, test } from 'vitest';
import { markCommon, phrasesOf } from '../../renderer/features/link-standards/common-words.ts';
import { linkCommand } from '../../renderer/features/link-standards/link-keys.ts';
import {
  noHistory,
  stepAgain,
  stepBack,
  stepWords,
  undoneWords,
  withStep,
} from '../../renderer/features/link-standards/link-history.ts';
import { clausesWith, stateOf, stepIn } from '../../renderer/features/link-standards/manual-rows.ts';
import { above, decided, keyOf, percentOf, rowsOf } from '../../renderer/features/link-standards/link-rows.ts';
import { firstOther, otherStandards } from '../../renderer/features/link-standards/other-standards.ts';
import type { LinkState, LinkSuggestion } from '../../shared/contract/clause-link.ts';
import type { RoundSummary } from '../../shared/contract/round.ts';
import type { StandardSummary } from '../../shared/contract/standard.ts';
import { clause as clauseOf } from './fixture.ts';
import { pressed } from './pressed.ts';

const link = (code: string, title: string, similarity: number, state: LinkState = 'suggested'): LinkSuggestion => ({
  clause: { code, title, method: 'graded', points: [] },
  other: { code: `9.${code}`, title: `${title}管理`, method: 'graded', points: [] },
  similarity,
  state,
});

describe('rows', () => {
  const links = [link('1.1', '消防安全', 0.9), link('1.2', '手卫生', 0.7), link('1.3', '病历', 0.5, 'dismissed')];

  test('a tab shows its own, by code or title of either clause', () => {
    expect(rowsOf(links, 'suggested', '').map(({ clause }) => clause.code)).toEqual(['1.1', '1.2']);
    expect(rowsOf(links, 'dismissed', ' ').map(({ clause }) => clause.code)).toEqual(['1.3']);
    expect(rowsOf(links, 'suggested', '手卫生管理').map(({ clause }) => clause.code)).toEqual(['1.2']);
    expect(rowsOf(links, 'suggested', '9.1.1').map(({ clause }) => clause.code)).toEqual(['1.1']);
    expect(rowsOf(links, 'suggested', '病历')).toEqual([]);
  });

  test('a likeness is cut, never rounded up to what it is not', () => {
    expect([0, 0.3699, 0.7, 0.9999, 1].map((similarity) => percentOf({ similarity }))).toEqual([0, 36, 70, 99, 100]);
  });

  test('confirm all takes those that are alike enough and not decided', () => {
    expect(above(links, 70).map(keyOf)).toEqual(['1.1\n9.1.1', '1.2\n9.1.2']);
    expect(above(links, 80).map(keyOf)).toEqual(['1.1\n9.1.1']);
    expect(above(links, 40)).toHaveLength(2);
  });

  test('a decision changes its own pairs, and can be taken back', () => {
    const after = decided(links, above(links, 80), 'confirmed');
    expect(after.map(({ state }) => state)).toEqual(['confirmed', 'suggested', 'dismissed']);
    expect(decided(after, above(links, 80), 'suggested')).toEqual(links);
  });
});

describe('history', () => {
  const [one, two] = [link('1.1', '消防安全', 0.9), link('1.2', '手卫生', 0.7)];
  const confirmed = { pairs: [one, two], from: 'suggested', to: 'confirmed' } as const;
  const dismissed = { pairs: [two], from: 'confirmed', to: 'dismissed' } as const;

  test('steps are taken back last first, and again first first', () => {
    const [step, before] = stepBack(withStep(withStep(noHistory, confirmed), dismissed)) ?? [];
    expect(step).toBe(dismissed);
    const [first, start] = stepBack(before ?? noHistory) ?? [];
    expect(first).toBe(confirmed);
    expect(stepBack(start ?? noHistory)).toBeUndefined();
    const [again, after] = stepAgain(start ?? noHistory) ?? [];
    expect(again).toBe(confirmed);
    expect(stepAgain(after ?? noHistory)?.[0]).toBe(dismissed);
  });

  test('a new decision leaves nothing to take again', () => {
    const [, back] = stepBack(withStep(noHistory, confirmed)) ?? [];
    expect(stepAgain(withStep(back ?? noHistory, dismissed))).toBeUndefined();
  });

  test('a decision is told: one by its clauses, many by their number', () => {
    expect(stepWords(dismissed)).toBe('已排除：1.2 手卫生 与 9.1.2 手卫生管理');
    expect(stepWords(confirmed)).toBe('已确认关联：2 条');
    expect(undoneWords(confirmed)).toBe('已撤销“确认关联”：2 条');
  });
});

describe('linking by hand', () => {
  const section = (code: string, ...codes: readonly string[]) => ({
    code,
    title: code,
    clauses: codes.map((each) => ({ ...clauseOf(each), title: each === '2.1' ? '1.2 之外的手卫生' : `条款${each}` })),
  });
  const standard = {
    chapters: [{ code: '1', title: '章', excludedFromRules: false, sections: [section('1', '1.1', '1.2', '2.1')] }],
  };
  const codes = (words: string) => clausesWith(standard, words).map(({ code }) => code);

  test('clauses are found by code, which comes first, or by title', () => {
    expect(codes('')).toEqual(['1.1', '1.2', '2.1']);
    expect(codes('1.2')).toEqual(['1.2', '2.1']);
    expect(codes('手卫生')).toEqual(['2.1']);
    expect(codes('没有')).toEqual([]);
  });

  test('arrows move the choice within what is listed', () => {
    const list = clausesWith(standard, '');
    expect(stepIn(list, undefined, 'ArrowDown')).toBe('1.1');
    expect(stepIn(list, '1.1', 'ArrowUp')).toBe('1.1');
    expect(stepIn(list, '1.1', 'PageDown')).toBe('2.1');
    expect(stepIn(list, '1.1', 'a')).toBeUndefined();
    expect(stepIn([], '1.1', 'ArrowDown')).toBeUndefined();
  });

  test('a pair that is known already is told', () => {
    expect(stateOf([link('1.1', '消防', 0.5, 'confirmed')], '1.1', '9.1.1')).toBe('confirmed');
    expect(stateOf([], '1.1', '9.1.1')).toBeUndefined();
  });
});

describe('keys', () => {
  test.each([
    ['j', { do: 'step', by: 1 }],
    ['ArrowDown', { do: 'step', by: 1 }],
    ['K', { do: 'step', by: -1 }],
    ['PageDown', { do: 'step', by: 10 }],
    ['End', { do: 'last' }],
    ['Enter', { do: 'confirm' }],
    ['y', { do: 'confirm' }],
    ['n', { do: 'dismiss' }],
    ['Backspace', { do: 'forget' }],
    ['a', undefined], // one stray key must not confirm hundreds
    ['x', undefined],
  ])('%s', (key, command) => expect(linkCommand(pressed(key), 'table')).toEqual(command));

  test('Shift+A confirms all; Ctrl+Z and Ctrl+Y go back and forth, but not in a field', () => {
    expect(linkCommand(pressed('A', { shiftKey: true }), 'table')).toEqual({ do: 'confirm-all' });
    expect(linkCommand(pressed('N', { shiftKey: true }), 'table')).toBeUndefined();
    expect(linkCommand(pressed('z', { ctrlKey: true }), 'table')).toEqual({ do: 'undo' });
    expect(linkCommand(pressed('y', { ctrlKey: true }), 'control')).toEqual({ do: 'redo' });
    expect(linkCommand(pressed('Z', { ctrlKey: true, shiftKey: true }), 'table')).toEqual({ do: 'redo' });
    for (const key of ['z', 'y']) expect(linkCommand(pressed(key, { ctrlKey: true }), 'field')).toBeUndefined();
    expect(linkCommand(pressed('A', { shiftKey: true }), 'field')).toBeUndefined();
  });

  test('an input method keeps its keys', () => {
    expect(linkCommand(pressed('n', { isComposing: true }), 'table')).toBeUndefined();
    expect(linkCommand(pressed('n', { keyCode: 229 }), 'table')).toBeUndefined();
  });

  test('a field keeps its letters, a button its Enter; Ctrl+A selects, Ctrl+F finds', () => {
    for (const key of ['a', 'n', 'Enter', 'Backspace']) expect(linkCommand(pressed(key), 'field')).toBeUndefined();
    for (const key of ['Enter', ' ', 'ArrowDown']) expect(linkCommand(pressed(key), 'control')).toBeUndefined();
    expect(linkCommand(pressed('n'), 'control')).toEqual({ do: 'dismiss' });
    expect(linkCommand(pressed('a', { ctrlKey: true }), 'table')).toBeUndefined();
    expect(linkCommand(pressed('f', { ctrlKey: true }), 'field')).toEqual({ do: 'filter' });
  });
});

describe('common words', () => {
  const marked = (text: string, ...others: readonly string[]) =>
    markCommon(text, phrasesOf(others))
      .map((piece) => (piece.isCommon ? `[${piece.text}]` : piece.text))
      .join('');

  test('what the other side says too is marked, wherever it stands', () => {
    expect(marked('每年至少一次消防演练', '消防演练每年一次')).toBe('[每年]至少[一次消防演练]');
    expect(marked('手卫生', '消防')).toBe('手卫生');
  });

  test('words that join do not count, Latin letters do without case', () => {
    expect(marked('制度的落实', '流程的改进')).toBe('制度的落实');
    expect(marked('VAP发病率', 'vap 预防')).toBe('[VAP]发病率');
  });

  test('no text is lost', () => {
    const text = '有制度，并落实：A级（含）';
    expect(marked(text, text).replaceAll(/[[\]]/gu, '')).toBe(text);
    expect(markCommon('', new Set(['制度']))).toEqual([]);
  });
});

describe('other standards', () => {
  const standard = (id: string, programme: string): StandardSummary => ({
    id,
    title: `标准 ${id}`,
    programme,
    edition: '2022',
    issuer: '',
    appliesTo: [],
    confidence: 'low',
    clauses: { graded: 1 },
    targets: [],
    document: undefined,
    note: undefined,
    totalPoints: undefined,
  });
  const standards = [
    standard('here', '等级医院评审'),
    standard('rest', '卫生创建'),
    standard('same', '等级医院评审·专科'),
    standard('linked', '卫生创建'),
    standard('used', '卫生创建'),
    standard('used-more', '卫生创建'),
  ];
  const rounds = ['used@1', 'used-more@1', 'here@1'].map((standardId) => ({ standardId }) as RoundSummary);
  const confirmed = new Map([
    ['linked', 2],
    ['used-more', 5],
  ]);

  test('those of rounds first, then those with links, then those of the same programme', () => {
    const groups = otherStandards(standards, 'here', { rounds, confirmed }, '');
    expect(
      groups.map(({ name, standards: members }) => `${name}：${members.map((each) => each.standard.id).join()}`),
    ).toEqual(['评估轮次用到的：used-more,used', '已有关联的：linked', '同一项目的：same', '其他标准：rest']);
    expect(firstOther(groups)).toBe('used-more');
  });

  test('words narrow them down; without rounds and links none is chosen beforehand', () => {
    const nothing = { rounds: [], confirmed: new Map<string, number>() };
    expect(
      otherStandards(standards, 'here', nothing, '标准 used').flatMap(({ standards: found }) => found),
    ).toHaveLength(2);
    expect(otherStandards(standards, 'here', nothing, '没有')).toEqual([]);
    expect(firstOther(otherStandards(standards, 'here', nothing, ''))).toBeUndefined();
  });
});
