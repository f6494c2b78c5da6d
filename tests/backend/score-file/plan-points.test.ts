import { describe, expect, test } from 'vitest';
import { planScores } from '../../../electron/backend/score-file/plan-scores.ts';
import { clauseIn, packStandard, planRows, refused, scoreRow, type RefusedCase } from './score-rows.ts';

const town = packStandard('sanitary-town-2021');
const community = packStandard('community-hospital-2019');

describe('scores', () => {
  test.each([
    ['20', '20'],
    ['３．５０ 分', '3.5'],
    [' 0 ', '0'],
    ['07.25', '7.25'],
    ['20.00', '20'],
    ['3。5', '3.5'],
    ['\u200b3.5', '3.5'],
  ])('“%s” is %s', (score, exact) => {
    expect(planRows(town, [{ clause: '1.1.2', score, reason: '扣分' }])).toMatchObject({
      problems: [],
      entries: [{ score: exact, reason: '扣分' }],
    });
  });

  // 1.1.6 has two points and full score 10.
  const halfMet = [
    { clause: '1.1.6', point: '1', mark: '符合' },
    { clause: '1.1.6', point: '2', mark: '不符合' },
  ];

  test('needs no reason when it is what the file’s own marks give', () => {
    expect(planRows(town, [{ clause: '1.1.6', score: '5' }, ...halfMet]).problems).toEqual([]);
    expect(planRows(town, [{ clause: '1.1.6', score: '6' }, ...halfMet]).problems).toEqual([
      '第 2 行：条款 1.1.6 的得分“6”与要点得出的建议得分不同，请写明理由（reason 列）。',
    ]);
  });

  test('the file’s marks go before those that the clause has', () => {
    const [first, second] = clauseIn(town, '1.1.6').points;
    if (!first || !second) throw new Error('no points');
    const marks = { [first.id]: 'unmet', [second.id]: 'unmet' } as const;
    const score = scoreRow(2, { clause: '1.1.6', score: '5' });
    expect(planScores([score], town, () => marks).problems).toHaveLength(1);
    expect(planScores([score, scoreRow(3, halfMet[0] ?? {})], town, () => marks).problems).toEqual([]);
  });

  test.each<RefusedCase>([
    refused(
      'above the full score',
      town,
      [{ clause: '1.1.2', score: '20.01分', reason: '好' }],
      '第 2 行：条款 1.1.2 的得分“20.01分”超过满分 20。',
    ),
    refused(
      'negative',
      town,
      [{ clause: '1.1.2', score: '－1', reason: '差' }],
      '第 2 行：条款 1.1.2 的得分“－1”小于 0。',
    ),
    refused(
      'text',
      town,
      [{ clause: '1.1.2', score: '满分', reason: '好' }],
      '第 2 行：条款 1.1.2 的得分“满分”不是数，请填 0 到 20 之间的数。',
    ),
    refused(
      'a superscript',
      town,
      [{ clause: '1.1.2', score: '3²', reason: '好' }],
      '第 2 行：条款 1.1.2 的得分“3²”不是数，请填 0 到 20 之间的数。',
    ),
    refused(
      'a fraction',
      town,
      [{ clause: '1.1.2', score: '10/20', reason: '好' }],
      '第 2 行：条款 1.1.2 的得分“10/20”不是数，请填 0 到 20 之间的数。',
    ),
    refused(
      'an error of Excel',
      town,
      [{ clause: '1.1.2', score: '#DIV/0!', reason: '好' }],
      '第 2 行：条款 1.1.2 的得分“#DIV/0!”不是数，请填 0 到 20 之间的数。',
    ),
    refused(
      'three decimals',
      town,
      [{ clause: '1.1.2', score: '3.333', reason: '好' }],
      '第 2 行：条款 1.1.2 的得分“3.333”的小数超过两位。',
    ),
    refused(
      'without a reason',
      town,
      [{ clause: '1.1.2', score: '12' }],
      '第 2 行：条款 1.1.2 的得分“12”与要点得出的建议得分不同，请写明理由（reason 列）。',
    ),
    refused(
      'two scores',
      town,
      [
        { clause: '1.1.2', score: '12', reason: '扣' },
        { clause: '1.1.2', score: '12.0' },
        { clause: '1.1.2', score: '13' },
      ],
      '第 4 行：条款 1.1.2 的得分与第 2 行不同。',
    ),
    refused(
      'on a checklist clause',
      community,
      [{ score: '1', reason: '好' }],
      '第 2 行：条款 1.1.1 不是分值条款，不能填得分。',
    ),
    refused('a reason alone', town, [{ clause: '1.1.2', reason: '扣' }], '第 2 行：条款 1.1.2 写了理由，但没有得分。'),
  ])('%s is refused', (_what, standard, rows, problems) => {
    expect(planRows(standard, rows).problems).toEqual(problems);
  });
});

test('all problems of a file are listed by row, also those that only show at its end', () => {
  const { problems } = planRows(town, [
    { clause: '1.1.2', score: '99', reason: '好' },
    { clause: '9.9.9', mark: 'met' },
    { clause: '1.1.3', grade: 'E' },
    { clause: '1.1.3', score: '1' },
    { clause: '1.1.2', point: '9', mark: '也许' },
  ]);
  expect(problems.map((line) => line.slice(0, 5))).toEqual([
    '第 2 行',
    '第 3 行',
    '第 4 行',
    '第 5 行',
    '第 6 行',
    '第 6 行',
  ]);
});
