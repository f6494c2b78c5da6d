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
    assumed: true,
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
    assumed: false,
  });
});

test('一列百分比、缺数的符号不是表头：各占各的格', () => {
  expect(place('80%\n85%')?.figures).toEqual([figure('2026-Q1', '80%'), figure('2026-Q2', '85%')]);
  expect(place('—\n12')?.figures).toEqual([figure('2026-Q1', '—'), figure('2026-Q2', '12')]);
  expect(place('签约数\n12')?.figures).toEqual([figure('2026-Q1', '12')]);
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

const months = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(
  (month) => `${month === 12 ? 2025 : 2026}-${String(month).padStart(2, '0')}`,
);
const placeMonths = (text: string) =>
  placeFigures(text, {
    definition: { ...rateIndicator, period: 'month' },
    periods: months,
    period: '2026-11',
    column: 'numerator',
  });

test('没写年份的月份对到表上那一期，光标在哪里都一样：十二月是去年的', () => {
  const rows = Array.from({ length: 12 }, (_, index) => `${index + 1}月\t${index}\t100`);
  expect(placeMonths(['月份\t分子\t分母', ...rows].join('\n'))).toEqual({
    figures: rows.map((_, index) => figure([...months.slice(1), '2025-12'][index] ?? '', String(index), '100')),
    problems: [],
    assumed: true,
  });
  expect(placeMonths('三月份\t1\t2\n十二月\t3\t4')?.figures).toEqual([
    figure('2026-03', '1', '2'),
    figure('2025-12', '3', '4'),
  ]);
});

test.each(['1季度\t5\t9', '第1季度\t5\t9', '第一季度\t5\t9', 'Q1\t5\t9'])('没写年份的季度：%s', (row) => {
  expect(place(row)?.figures).toEqual([figure('2026-Q1', '5', '9')]);
  expect(place(row.replaceAll(/[1一]/g, '4'))?.figures).toEqual([figure('2025-Q4', '5', '9')]);
});

test('Excel 的日期是期间，不是数', () => {
  const dated = { figures: [figure('2026-01', '5', '9'), figure('2026-02', '6', '9')], problems: [], assumed: false };
  expect(placeMonths('2026/1/1\t5\t9\n2026/2/1\t6\t9')).toEqual(dated);
  expect(placeMonths('2026-01-01\t5\t9\n2026-02-01 0:00\t6\t9')).toEqual(dated);
  expect(placeMonths('2026年1月1日\t5\t9\n2026.2.28\t6\t9')).toEqual(dated);
});

test('13月、5季度不是期间；月份填不进按季度的指标，逐行说明', () => {
  expect(placeMonths('13月\t5\t9')?.figures).toEqual([figure('2026-11', '13月', '5')]);
  expect(place('5季度\t5\t9')?.figures).toEqual([figure('2026-Q1', '5季度', '5')]);
  expect(place('1月\t5\t9')).toMatchObject({ figures: [], problems: [expect.stringContaining('“1月”')] });
});
