import { describe, expect, test } from 'vitest';
import type { ScoreRow } from '../../../electron/backend/score-file/to-score-rows.ts';
import { clauseIn, packStandard, planRows, refused, type RefusedCase } from './score-rows.ts';

const town = packStandard('sanitary-town-2021');
const doctor = packStandard('family-doctor-2022');
const tertiary = packStandard('tier3-2022');

describe('figures', () => {
  test('several rows of a clause are several periods', () => {
    expect(
      planRows(doctor, [
        { period: '2026年第一季度', numerator: '１,２３４', denominator: '1.2万' },
        { period: '2026Q2', numerator: '0', denominator: '0', note: '系统升级，未统计' },
      ]),
    ).toMatchObject({
      problems: [],
      entries: [
        {
          figures: [
            { period: '2026-Q1', numerator: '1234', denominator: '12000' },
            { period: '2026-Q2', numerator: '0', denominator: '0' },
          ],
          note: '系统升级，未统计',
        },
      ],
    });
  });

  test('a plain count has no denominator', () => {
    expect(planRows(doctor, [{ clause: '1.1.2', period: '2026Q1', numerator: '-1.5' }])).toMatchObject({
      problems: [],
      entries: [{ figures: [{ period: '2026-Q1', numerator: '-1.5', denominator: null }] }],
    });
  });

  // 2.1.1.3 is monthly.
  test.each<[string, boolean]>([
    ['46082', true],
    ['46112.75', true],
    ['202603', true],
    ['2026.3', true],
    ['2026/3/1', false],
    ['2026年3月1日', false],
    ['2026-03-31 00:00:00', false],
    ['2026-03-01T00:00:00', false],
  ])('%s as a workbook or CSV holds it is March 2026', (period, isPeriodNumber) => {
    expect(
      planRows(tertiary, [{ clause: '2.1.1.3', period, isPeriodNumber, numerator: '1', denominator: '2' }]),
    ).toMatchObject({ problems: [], entries: [{ figures: [{ period: '2026-03' }] }] });
  });

  const full = { numerator: '1', denominator: '2' };
  const monthly = (cells: Partial<ScoreRow>) => ({ clause: '2.1.1.3', ...full, ...cells });
  test.each<RefusedCase>([
    refused(
      '1/0',
      doctor,
      [{ period: '2026Q1', numerator: '1/0', denominator: '2' }],
      '第 2 行：条款 1.1.1：分子“1/0”不是数。',
    ),
    refused(
      'text',
      doctor,
      [{ period: '2026Q1', numerator: '1', denominator: '很多' }],
      '第 2 行：条款 1.1.1：分母“很多”不是大于或等于 0 的数。',
    ),
    refused(
      'a negative denominator',
      doctor,
      [{ period: '2026Q1', numerator: '1', denominator: '-2' }],
      '第 2 行：条款 1.1.1：分母“-2”不是大于或等于 0 的数。',
    ),
    refused(
      'less than none of what is counted',
      doctor,
      [{ period: '2026Q1', numerator: '-3', denominator: '1000' }],
      '第 2 行：条款 1.1.1：分子“-3”小于 0，“签约居民数”不会是负数。',
    ),
    refused(
      'a rate for a count',
      doctor,
      [{ period: '2026Q1', numerator: '80%', denominator: '1000' }],
      '第 2 行：条款 1.1.1：分子“80%”是比率，不是个数，请填签约居民数。',
    ),
    refused(
      'no denominator',
      doctor,
      [{ period: '2026Q1', numerator: '1' }],
      `第 2 行：条款 1.1.1：2026 年第 1 季度 有分子“1”，缺分母（${clauseIn(doctor, '1.1.1').indicator?.denominator}）。`,
    ),
    refused(
      'no numerator',
      doctor,
      [{ period: '2026Q1', denominator: '2' }],
      '第 2 行：条款 1.1.1：有分母“2”，缺分子（签约居民数）。',
    ),
    refused(
      'a denominator of a count',
      doctor,
      [{ clause: '1.1.2', period: '2026Q1', ...full }],
      '第 2 行：条款 1.1.2：这项指标是计数，没有分母，不能填“2”。',
    ),
    refused(
      'a period alone',
      doctor,
      [{ period: '2026Q1' }],
      '第 2 行：条款 1.1.1：期间“2026Q1”没有分子和分母。没有数据的期间请删去这一行。',
    ),
    refused('no period', doctor, [full], '第 2 行：条款 1.1.1：数据没有写明期间（period 列）。'),
    refused(
      'a quarter that does not exist',
      doctor,
      [{ ...full, period: '2026Q5' }],
      '第 2 行：条款 1.1.1：期间“2026Q5”看不懂，请写成 2026年第1季度 的样子。',
    ),
    refused(
      'a month that does not exist',
      tertiary,
      [monthly({ period: '2026年13月' })],
      '第 2 行：条款 2.1.1.3：期间“2026年13月”看不懂，请写成 2026年3月 的样子。',
    ),
    refused(
      'a day that does not exist',
      tertiary,
      [monthly({ period: '2026-02-30' })],
      '第 2 行：条款 2.1.1.3：期间“2026-02-30”看不懂，请写成 2026年3月 的样子。',
    ),
    refused(
      'a month of a yearly indicator',
      tertiary,
      [{ clause: '2.1.2.1', ...full, period: '2026年3月' }],
      '第 2 行：条款 2.1.2.1：期间“2026年3月”不对：这项指标按年填报，请写成 2026年 的样子。',
    ),
    refused(
      'a date of a yearly indicator',
      tertiary,
      [{ clause: '2.1.2.1', ...full, period: '46082', isPeriodNumber: true }],
      '第 2 行：条款 2.1.2.1：期间“2026-03-01”不对：这项指标按年填报，请写成 2026年 的样子。',
    ),
    refused(
      '2026.1 as a number',
      tertiary,
      [monthly({ period: '2026.1', isPeriodNumber: true })],
      '第 2 行：条款 2.1.1.3：期间“2026.1”是数字，分不清是 2026年1月 还是 2026年10月。请把这一列设为文本再填。',
    ),
    refused(
      'a number that is no day',
      tertiary,
      [monthly({ period: '99999', isPeriodNumber: true })],
      '第 2 行：条款 2.1.1.3：期间“99999”看不懂，请写成 2026年3月 的样子。',
    ),
    refused(
      'one period twice',
      tertiary,
      [monthly({ period: '2026.3' }), monthly({ period: '2026年3月' })],
      '第 3 行：条款 2.1.1.3：2026 年 3 月 已在第 2 行填过，一个期间只能有一行。',
    ),
    refused(
      'on a points clause',
      town,
      [{ ...full, period: '2026' }],
      '第 2 行：条款 1.1.1 不是监测指标，不能填分子和分母。',
    ),
    refused('a score', doctor, [{ score: '3', reason: '好' }], '第 2 行：条款 1.1.1 不是分值条款，不能填得分。'),
  ])('%s is refused', (_what, standard, rows, problems) => {
    expect(planRows(standard, rows).problems).toEqual(problems);
  });
});
