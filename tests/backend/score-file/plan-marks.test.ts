import { describe, expect, test } from 'vitest';
import type { ScoreRow } from '../../../electron/backend/score-file/to-score-rows.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { packStandard, planRows, refused, type RefusedCase } from './score-rows.ts';

const town = packStandard('sanitary-town-2021');
const community = packStandard('community-hospital-2019');
const doctor = packStandard('family-doctor-2022');
const tertiary = packStandard('tier3-2022');

/** The marks of the one entry, by point number. */
function marksIn(standard: Standard, rows: Partial<ScoreRow>[]): readonly (readonly [string, string])[] {
  const { entries, problems } = planRows(standard, rows);
  expect(problems).toEqual([]);
  return (entries[0]?.marks ?? []).map(({ pointId, mark }) => [pointId.split('/').at(-1) ?? '', mark]);
}

describe('marks on the points of a clause without tiers', () => {
  test.each(['', 'yes', 'ＹＥＳ', ' 是 '])('tier “%s”', (tier) => {
    expect(marksIn(town, [{ tier, point: '2', mark: '部分符合' }])).toEqual([['yes2', 'partial']]);
  });

  test.each([
    ['是', 'met'],
    ['通过', 'met'],
    ['否', 'unmet'],
    [' 不 通过', 'unmet'],
    ['部分', 'partial'],
    ['N/A', 'n/a'],
  ])('checklist %s', (mark, meaning) => {
    expect(marksIn(community, [{ point: '１', mark }])).toEqual([['yes1', meaning]]);
  });

  test.each([
    ['无违反', 'met'],
    ['未违反', 'met'],
    ['违反', 'unmet'],
    ['符合', 'met'],
  ])('prerequisite %s, its only point unnamed', (mark, meaning) => {
    expect(marksIn(tertiary, [{ mark }])).toEqual([['yes1', meaning]]);
  });

  test.each<RefusedCase>([
    refused(
      'a tier of graded clauses',
      town,
      [{ tier: 'C', point: '1', mark: 'met' }],
      '第 2 行：条款 1.1.1 没有级别“C”，这一列请留空。',
    ),
    refused('point 4 of 3', town, [{ point: '4', mark: 'met' }], '第 2 行：条款 1.1.1 没有要点“4”，应为 1 到 3。'),
    refused(
      'one of several points unnamed',
      town,
      [{ mark: 'met' }],
      '第 2 行：条款 1.1.1 的判定没有写明是第几个要点。',
    ),
    refused('point 2 of 1', tertiary, [{ point: '2', mark: '无违反' }], '第 2 行：条款 1.1.1 没有要点“2”，应为 1。'),
    refused(
      '是 on a points clause',
      town,
      [{ point: '1', mark: '是' }],
      '第 2 行：判定“是”认不出来，应为 符合、部分符合、不符合 或 不适用。',
    ),
    refused(
      '违反 on a checklist',
      community,
      [{ point: '1', mark: '违反' }],
      '第 2 行：判定“违反”认不出来，应为 是、否、符合、部分符合、不符合 或 不适用。',
    ),
    refused(
      '是 on a prerequisite',
      tertiary,
      [{ mark: '是' }],
      '第 2 行：判定“是”认不出来，应为 无违反、违反、符合、部分符合、不符合 或 不适用。',
    ),
    refused(
      'two marks',
      community,
      [
        { point: '1', mark: '是' },
        { point: '1', mark: '否' },
      ],
      '第 3 行：条款 1.1.1 的要点 1 与第 2 行的判定不同。',
    ),
    refused(
      'a mark on an indicator',
      doctor,
      [{ point: '1', mark: 'met' }],
      '第 2 行：条款 1.1.1 是监测指标，请填写数据，不判定要点。',
    ),
  ])('%s is refused', (_what, standard, rows, problems) => {
    expect(planRows(standard, rows).problems).toEqual(problems);
  });
});

describe('E takes a clause of any method out', () => {
  test.each<[string, Standard]>([
    ['2.1.4', community],
    ['3.2.4', town],
    ['2.2.4.1', tertiary],
  ])('%s', (clause, standard) => {
    expect(planRows(standard, [{ clause, grade: '不适用', reason: '本院未设' }])).toMatchObject({
      problems: [],
      entries: [{ grade: 'E', reason: '本院未设' }],
    });
  });

  test.each<RefusedCase>([
    refused(
      'a checklist clause that is not optional',
      community,
      [{ grade: 'E' }],
      '第 2 行：条款 1.1.1 不是可选条款，不能评 E（不适用）。',
    ),
    refused(
      'a prerequisite that is not optional',
      tertiary,
      [{ grade: '不适用' }],
      '第 2 行：条款 1.1.1 不是可选条款，不能评 E（不适用）。',
    ),
    refused(
      'an indicator that is not optional',
      doctor,
      [{ grade: 'e' }],
      '第 2 行：条款 1.1.1 不是可选条款，不能评 E（不适用）。',
    ),
    refused(
      'another grade',
      town,
      [{ clause: '3.2.4', grade: 'B' }],
      '第 2 行：条款 3.2.4 不用 A–E 等级评分，不能这样打分。',
    ),
    refused(
      'no grade at all',
      town,
      [{ clause: '3.2.4', grade: '优' }],
      '第 2 行：等级“优”认不出来，应为 E（不适用）。',
    ),
    refused(
      'a score beside it',
      town,
      [
        { clause: '3.2.4', grade: 'E' },
        { clause: '3.2.4', score: '3', reason: '有' },
      ],
      '第 3 行：条款 3.2.4 有得分，第 2 行却写了不适用，请删去一处。',
    ),
    refused(
      'a figure beside it',
      tertiary,
      [{ clause: '2.2.4.1', grade: 'E', period: '2026.3', numerator: '1', denominator: '2' }],
      '第 2 行：条款 2.2.4.1 有数据，第 2 行却写了不适用，请删去一处。',
    ),
  ])('%s is refused', (_what, standard, rows, problems) => {
    expect(planRows(standard, rows).problems).toEqual(problems);
  });
});
