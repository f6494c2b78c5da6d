import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeNegative, exceedsWhole } from '../../../shared/domain/indicator/plausible.ts';
import { readFigure } from '../../../shared/domain/indicator/read-figure.ts';
import { readIndicator, type Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import { exactly } from '../../../shared/domain/number/rational.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';

const infections: IndicatorDefinition = {
  numerator: '感染例次',
  denominator: '导尿管使用总日数',
  unit: '‰',
  direction: 'down',
  period: 'month',
  target: '0.002',
};
const growth: IndicatorDefinition = {
  ...infections,
  numerator: '本期次均－上期次均',
  denominator: '上期次均',
  unit: '%',
};
const typed = (numerator: string | null, denominator: string | null) => ({ period: '2026-03', numerator, denominator });
const figure = (period: string, numerator: string): Figure => ({ period, numerator, denominator: '1000' });

describe('什么数可以是负的', () => {
  test.each([
    '本期次均－上期次均',
    '本期门诊次均药费－上期',
    '特色诊疗人次增幅',
    '次均费用增幅',
    '收支结余（万元）',
    '较上年增加人次',
    '床位变动数',
    '本年收入减去上年收入',
    '本期费用-上期费用',
  ])('%s', (numerator) => expect(canBeNegative({ numerator })).toBe(true));

  test.each(['感染例次', '体重增长达标例数', 'ADL改善例数', '残余分流例数', '0－6 岁儿童数', '实际留用', '差错例数'])(
    '%s不会小于 0',
    (numerator) => expect(canBeNegative({ numerator })).toBe(false),
  );

  test('计数填了负数不收，增减可以；分母一律不收', () => {
    expect(readFigure(infections, typed('-3', '1000'))).toEqual({ refusal: 'numerator-negative' });
    expect(readFigure(infections, typed('－３', '1000'))).toEqual({ refusal: 'numerator-negative' });
    expect(readFigure(infections, typed('-0', '1000'))).toMatchObject({ figure: { numerator: '0' } });
    expect(readFigure(growth, typed('-3', '1000'))).toMatchObject({ figure: { numerator: '-3' } });
    expect(readFigure(growth, typed('-3', '-1000'))).toEqual({ refusal: 'denominator' });
  });

  test('以前收下的负数还在，但算缺报：不达标，也不算改进', () => {
    const negative = fc.integer({ min: 1, max: 10 ** 9 }).map((count) => String(-count));
    fc.assert(
      fc.property(negative, fc.constantFrom(undefined, '0.002', 'better'), (numerator, own) => {
        const reading = readIndicator(infections, [figure('2026-02', '5'), figure('2026-03', numerator)], own);
        expect(reading).toMatchObject({ status: 'missing', improved: false, latest: { period: '2026-03' } });
        expect(readIndicator(growth, [figure('2026-03', numerator)], undefined).status).toBe('met');
      }),
    );
  });
});

describe('超过 100%', () => {
  const of = (numerator: string, denominator: string | null, unit = '%') => ({ numerator, denominator, unit });
  test.each([
    ['签约居民数', '常住人口数', '%'],
    ['使用抗菌药物患者数', '同期住院患者总数', '%'],
    ['实际接种人数', '应接种人数', '%'],
    ['手卫生依从次数', '应执行次数', '%'],
    ['非计划重返例数', '非计划再次手术例数', '%'],
    ['感染例次', '呼吸机使用总日数', '‰'],
  ])('%s ÷ %s：多半填反了', (numerator, denominator, unit) => {
    expect(exceedsWhole(of(numerator, denominator, unit), exactly('1.000001'))).toBe(true);
    expect(exceedsWhole(of(numerator, denominator, unit), exactly('1'))).toBe(false);
  });

  test.each([
    ['实际占用总床日数', '同期实际开放总床日数', '%'],
    ['已完成巡查次数', '应巡查次数', '%'],
    ['到位签约经费', '应到位经费', '%'],
    ['实际检查人数', '年度任务数', '%'],
    ['本期次均－上期次均', '上期次均', '%'],
    ['基层人均薪酬', '县级医院人均薪酬', '%'],
    ['负债总额', '资产总额', '%'],
    ['护士数', '开放床位数', '比值'],
    ['次均费用增幅', null, '%'],
  ])('%s ÷ %s：本来可以超过', (numerator, denominator, unit) =>
    expect(exceedsWhole(of(numerator, denominator, unit), exactly('1.4'))).toBe(false),
  );
});
