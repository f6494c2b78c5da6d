import { describe, expect, test } from 'vitest';
import { planScores } from '../../../electron/backend/score-file/plan-scores.ts';
import type { ScoreRow } from '../../../electron/backend/score-file/to-score-rows.ts';
import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';
import { packStandard, planRows, scoreRow } from './score-rows.ts';

const standard = packStandard('jcx-township-2022');
const optional = clausesOf(standard).find((clause) => clause.optional)?.code ?? '';
const plan = (...rows: Partial<ScoreRow>[]) => planRows(standard, rows);
const pointId = (rest: string) => `${standard.id}/1.1.1/${rest}`;

test('rows of one clause become one entry', () => {
  expect(
    plan(
      { tier: 'C', point: '1', mark: 'met' },
      { tier: 'B', point: '2', mark: 'partial' },
      { grade: 'B', reason: ' 有县级通报 ' },
      { note: '第一条' },
      { note: '第二条' },
    ),
  ).toEqual({
    problems: [],
    entries: [
      {
        clauseId: `${standard.id}/1.1.1`,
        marks: [
          { pointId: pointId('C1'), mark: 'met' },
          { pointId: pointId('B2'), mark: 'partial' },
        ],
        grade: 'B',
        reason: '有县级通报',
        note: '第一条\n第二条',
        figures: [],
      },
    ],
  });
});

test.each([
  ['met', 'met'],
  ['PARTIAL', 'partial'],
  ['unmet', 'unmet'],
  ['N／A', 'n/a'],
  ['符合', 'met'],
  ['部分符合', 'partial'],
  ['部分', 'partial'],
  [' 不 符合', 'unmet'],
  ['不符', 'unmet'],
  ['不适用', 'n/a'],
])('mark %s', (mark, meaning) => {
  const { entries, problems } = plan({ clause: '１.１.１', tier: 'ｃ级', point: '１', mark });
  expect(problems).toEqual([]);
  expect(entries[0]?.marks).toEqual([{ pointId: pointId('C1'), mark: meaning }]);
});

test('an empty mark states nothing, but its place must exist', () => {
  expect(plan({ tier: 'C', point: '1' }, {})).toEqual({ entries: [], problems: [] });
  expect(plan({ tier: 'C', point: '99' }).problems).toHaveLength(1);
});

test('E where the clause is optional', () => {
  for (const grade of ['e级', '不适用']) expect(plan({ clause: optional, grade }).entries[0]?.grade).toBe('E');
});

test('the same said twice is said once', () => {
  const { entries, problems } = plan(
    { tier: 'C', point: '1', mark: 'met', grade: 'D' },
    { tier: 'C', point: '1', mark: '符合', grade: 'D' },
  );
  expect(problems).toEqual([]);
  expect(entries[0]?.marks).toHaveLength(1);
});

describe('refused with its row', () => {
  test.each<[string, Partial<ScoreRow>[], string]>([
    ['no clause', [{ clause: ' ', mark: 'met' }], '第 2 行：没有写条款编号。'],
    ['unknown clause', [{ clause: '9.9.9', note: 'x' }], '第 2 行：标准里没有条款“9.9.9”。'],
    ['unknown tier', [{ tier: 'D', point: '1', mark: 'met' }], '第 2 行：条款 1.1.1 没有级别“D”。'],
    ['tier of another method', [{ tier: 'yes', point: '1', mark: 'met' }], '第 2 行：条款 1.1.1 没有级别“yes”。'],
    ['tier missing', [{ point: '1', mark: 'met' }], '第 2 行：条款 1.1.1 的判定没有写明是哪一级的第几个要点。'],
    ['point missing', [{ tier: 'C', mark: 'met' }], '第 2 行：条款 1.1.1 的判定没有写明是哪一级的第几个要点。'],
    ['point 0', [{ tier: 'C', point: '0', mark: 'met' }], '第 2 行：条款 1.1.1 的 C 级没有要点“0”，应为 1 到 3。'],
    ['point 4 of 3', [{ tier: 'C', point: '4', mark: 'met' }], '第 2 行：条款 1.1.1 的 C 级没有要点“4”，应为 1 到 3。'],
    [
      'point in words',
      [{ tier: 'C', point: '一', mark: 'met' }],
      '第 2 行：条款 1.1.1 的 C 级没有要点“一”，应为 1 到 3。',
    ],
    [
      'unknown mark',
      [{ tier: 'C', point: '1', mark: '是' }],
      '第 2 行：判定“是”认不出来，应为 符合、部分符合、不符合 或 不适用。',
    ],
    ['unknown grade', [{ grade: 'F' }], '第 2 行：等级“F”认不出来，应为 A、B、C、D 或 E。'],
    ['E on a clause that is not optional', [{ grade: 'E' }], '第 2 行：条款 1.1.1 不是可选条款，不能评 E（不适用）。'],
    [
      'two marks',
      [
        { tier: 'C', point: '1', mark: 'met' },
        { tier: 'C', point: '1', mark: 'unmet' },
      ],
      '第 3 行：条款 1.1.1 的 C 级要点 1 与第 2 行的判定不同。',
    ],
    ['two grades', [{ grade: 'D' }, { grade: 'C' }], '第 3 行：条款 1.1.1 的等级与第 2 行不同。'],
    ['reason without grade', [{ reason: '因为' }], '第 2 行：条款 1.1.1 写了理由，但没有等级。'],
    [
      'refused grade with a reason',
      [{ grade: 'F', reason: '因为' }],
      '第 2 行：等级“F”认不出来，应为 A、B、C、D 或 E。',
    ],
  ])('%s', (_what, rows, problem) => {
    expect(plan(...rows).problems).toEqual([problem]);
  });

  test('all problems are listed', () => {
    expect(plan({ clause: 'x' }, { grade: 'F' }, { tier: 'Z', point: '1', mark: '?' }).problems).toHaveLength(4);
  });
});

/** The first clause under other codes. */
const standardOf = (codes: readonly string[]): Pick<Standard, 'chapters'> => {
  const [clause] = clausesOf(standard);
  if (!clause) throw new Error('no clause');
  const clauses = codes.map((code) => ({ ...clause, code, id: `${standard.id}/${code}` as typeof clause.id }));
  return {
    chapters: [{ code: '1', title: '', excludedFromRules: false, sections: [{ code: '1', title: '', clauses }] }],
  };
};

test('a code typed as a number is refused where it could be two clauses', () => {
  const typed = { clause: '1.1', isClauseNumber: true, grade: 'D' };
  expect(planRows(standardOf(['1.1', '1.10']), [typed]).problems[0]).toContain('分不清是 1.1 还是 1.10');
  expect(planRows(standardOf(['1.1', '1.2']), [typed]).problems).toEqual([]);
  expect(planRows(standardOf(['1.1', '1.10']), [{ ...typed, isClauseNumber: false }]).problems).toEqual([]);
});

test('marks that the clause has already count towards its grade', () => {
  const marks = Object.fromEntries(clausesOf(standard)[0]?.points.map((point) => [point.id, 'met' as const]) ?? []);
  const row = scoreRow(2, { grade: 'A' });
  expect(planScores([row], standard, () => marks).problems).toEqual([]);
  expect(planScores([row], standard, () => ({})).problems).toEqual([
    '第 2 行：条款 1.1.1 要点还没判完，直接评为 A，缺少理由（reason 列）。',
  ]);
  expect(
    planScores([row, scoreRow(3, { tier: 'B', point: '1', mark: '不符合' })], standard, () => marks).problems,
  ).toEqual(['第 2 行：条款 1.1.1 评为 A 高于要点得出的建议等级，缺少理由（reason 列）。']);
});
