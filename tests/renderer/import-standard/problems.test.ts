import { expect, test } from 'vitest';
import {
  countProblems,
  filterProblems,
  orderProblems,
  severityByClause,
  stepProblem,
} from '../../../renderer/features/import-standard/problem-order.ts';
import { place, problem } from './draft-fixture.ts';

const problems = [
  problem('warning', place(3, 1), '提醒 3'),
  problem('error', place(9, 2), '错误 9C'),
  problem('warning', undefined, '整个文件'),
  problem('error', place(9, 0), '错误 9A'),
  problem('error', place(1, 0, 1), '第二个表'),
];

test('错误在前，其后按文件里的先后，说整个文件的排在最前', () => {
  const ordered = orderProblems(problems);
  expect(ordered.map(({ message }) => message)).toEqual(['错误 9A', '错误 9C', '第二个表', '整个文件', '提醒 3']);
  expect(countProblems(ordered)).toEqual({ all: 5, error: 3, warning: 2 });
  expect(filterProblems(ordered, 'warning').map(({ message }) => message)).toEqual(['整个文件', '提醒 3']);
  expect(filterProblems(ordered, 'all')).toBe(ordered);
});

test.each([
  [undefined, 1, 3, 0],
  [undefined, -1, 3, 2],
  [2, 1, 3, 0],
  [0, -1, 3, 2],
  [7, 1, 3, 0],
  [undefined, 1, 0, undefined],
] as const)('从 %s 走 %i 步，共 %i 个', (at, by, count, next) => expect(stepProblem(at, by, count)).toBe(next));

test('一条条款既有错误又有提醒时，标错误', () => {
  const found = severityByClause(
    [
      problem('error', place(4)),
      problem('warning', place(4)),
      problem('warning', place(5)),
      problem('error', undefined),
    ],
    ({ row }) => (row === 6 ? undefined : `1.${row}`),
  );
  expect([...found]).toEqual([
    ['1.4', 'error'],
    ['1.5', 'warning'],
  ]);
});
