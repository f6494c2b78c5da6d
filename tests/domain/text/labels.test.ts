import { expect, test } from 'vitest';
import { ruleLabel, scopeLabel } from '../../../shared/text/labels.ts';

const scopes = [
  { id: 'part3', label: '现场检查', chapters: ['3'] },
  { id: 'icu', label: '重症ICU', chapters: ['4'] },
  { id: 'three', label: '（三）', chapters: ['5'] },
];
const grade = (scope: string, of: 'A' | 'B') => ({ kind: 'grade', scope, grade: of }) as const;
const passing = (scope: string) => ({ kind: 'passing', scope }) as const;
const score = (scope: string, of: 'points' | 'share') => ({ kind: 'score', scope, of }) as const;

test.each([
  [grade('all', 'A'), 'A'],
  [grade('all', 'B'), 'B 及以上'],
  [grade('core', 'B'), '核心 B 及以上'],
  [grade('chapter:1', 'A'), '第 1 章 A'],
  [grade('part3', 'B'), '现场检查 B 及以上'],
  [grade('icu', 'B'), '重症ICU B 及以上'],
  [passing('all'), '条款通过'],
  [passing('core'), '核心条款通过'],
  [passing('chapter:2.1'), '第 2.1 章条款通过'],
  [passing('icu'), '重症ICU 条款通过'],
  [passing('three'), '（三）条款通过'],
  [score('total', 'points'), '总分'],
  [score('total', 'share'), '得分率'],
  [score('core', 'points'), '核心得分'],
  [score('chapter:1', 'share'), '第 1 章得分率'],
  [score('part3', 'points'), '现场检查得分'],
] as const)('%o：%s', (rule, label) => expect(ruleLabel(rule, scopes)).toBe(label));

test('没有这个范围时写它的名字', () => expect(scopeLabel('gone', scopes)).toBe('gone'));
