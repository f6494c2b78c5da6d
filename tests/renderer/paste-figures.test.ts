import { expect, test } from 'vitest';
import { placeFigures, type FigureColumn } from '../../renderer/features/checklist/paste-figures.ts';
import type { IndicatorDefinition } from '../../shared/domain/standard/standard.ts';
import { rateIndicator } from './fixture.ts';

const quarters = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const place = (text: string, column: FigureColumn = 'numerator', definition: IndicatorDefinition = rateIndicator) =>
  placeFigures(text, { definition, periods: quarters, period: '2026-Q1', column });
const figure = (period: string, numerator?: string, denominator?: string) => ({ period, numerator, denominator });

test('一格归输入框自己处理，末尾的换行不算第二行', () => {
  expect(place('12')).toBeUndefined();
  expect(place('12\r\n')).toBeUndefined();
});

test('一列从光标所在的一期往下填', () => {
  expect(place('10\r\n20\r\n30\r\n')).toEqual({
    figures: [figure('2026-Q1', '10'), figure('2026-Q2', '20'), figure('2026-Q3', '30')],
    problems: [],
  });
  expect(place('10\n20', 'denominator')?.figures).toEqual([
    figure('2026-Q1', undefined, '10'),
    figure('2026-Q2', undefined, '20'),
  ]);
});

test('一块填分子和分母，空格不动原来的数，写法照收', () => {
  expect(place('１０\t3.2万\n\t300')?.figures).toEqual([
    figure('2026-Q1', '１０', '3.2万'),
    figure('2026-Q2', undefined, '300'),
  ]);
});

test('第一列是期间时按期间对号，表头跳过，表上没有的期间也收', () => {
  expect(place('期间\t分子\t分母\n2026年第二季度\t5\t9\n2023Q1\t4\t8')).toEqual({
    figures: [figure('2026-Q2', '5', '9'), figure('2023-Q1', '4', '8')],
    problems: [],
  });
});

test('像年份的数在分子列里仍是数', () => {
  expect(place('2025\t4000\n2026\t4100')?.figures).toEqual([
    figure('2026-Q1', '2025', '4000'),
    figure('2026-Q2', '2026', '4100'),
  ]);
});

test('计数指标两列就是期间和数', () => {
  const count = { ...rateIndicator, denominator: null };
  expect(place('2026Q1\t5\n2026Q2\t6', 'numerator', count)?.figures).toEqual([
    figure('2026-Q1', '5'),
    figure('2026-Q2', '6'),
  ]);
});

test('放不下的行、多出的列、期间种类不对的，逐一说明', () => {
  expect(place('1\n2\n3\n4\n5')).toMatchObject({
    figures: { length: 3 },
    problems: ['粘贴了 5 行，从 2026 年第 1 季度起只有 3 行，最后 2 行没有填入。'],
  });
  expect(place('1\t2\t3\n4\t5\t6')?.problems).toEqual(['每行只有 2 格可填，右边多出的列没有填入。']);
  const { figures, problems } = place('2026年3月\t5\t9\n2026年第1季度\t4\t8') ?? {};
  expect(figures).toEqual([figure('2026-Q1', '4', '8')]);
  expect(problems).toEqual([expect.stringContaining('“2026年3月”不对')]);
});
