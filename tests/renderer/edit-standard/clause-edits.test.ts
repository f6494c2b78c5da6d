import { describe, expect, test } from 'vitest';
import { departmentsOf, readNames } from '../../../renderer/features/edit-standard/edit/departments.ts';
import { editClause, setClauses } from '../../../renderer/features/edit-standard/edit/change-tree.ts';
import { setInherited, setMethod } from '../../../renderer/features/edit-standard/edit/methods.ts';
import { movePoint, pastedPoints, replacePoints } from '../../../renderer/features/edit-standard/edit/points.ts';
import { addRule, asRuleKind, packFigure } from '../../../renderer/features/edit-standard/edit/targets.ts';
import {
  distribute,
  readAmount,
  runningTotal,
  shareOut,
  totalWords,
} from '../../../renderer/features/edit-standard/edit/totals.ts';
import { indexOf, toPack, toWork, type WorkClause } from '../../../renderer/features/edit-standard/edit/work-pack.ts';
import { readCode, readShare, readTarget } from '../../../renderer/features/edit-standard/read-fields.ts';
import { validatePack } from '../../../electron/backend/standard/read-pack.ts';
import { mixedPack } from '../../support/mixed-pack.ts';
import { clauseOf, keyOf, packOf, workOf } from './work-of.ts';

const firstOf = (work: ReturnType<typeof workOf>): WorkClause => indexOf(work).clauses.values().next().value!.clause;

describe('改判定方式', () => {
  const graded = clauseOf('1.1.1', {
    method: 'graded',
    requirements: { C: ['甲', '乙'], B: ['丙'], A: ['丁'] },
    genericLevels: ['A'],
  });
  const scored = clauseOf('1.1.2', { method: 'points', points: 2.5, deductions: ['缺一项扣 1 分'] });
  const work = workOf({ '1.1': [graded, scored] });
  const as = (method: Parameters<typeof setMethod>[2], code = '1.1.1', from = work) =>
    setMethod(from, new Set([keyOf(from, code)]), method);

  test('等级改成是否，要点一条不少；改回来，各回各级', () => {
    const checked = as('checklist');
    expect(firstOf(checked).requirements).toEqual({ yes: ['甲', '乙', '丙', '丁'] });
    expect(firstOf(checked)).not.toHaveProperty('genericLevels');
    expect(toPack(as('graded', '1.1.1', checked))).toEqual(toPack(work));
  });

  test('是否改成等级，要点都在 C 级', () => {
    const [first] = toPack(as('graded', '1.1.1', workOf({ '1.1': ['1.1.1'] }))).chapters[0]!.sections[0]!.clauses;
    expect(first!.requirements).toEqual({ C: ['要点'], B: [], A: [] });
  });

  test('满分、扣分标准、指标定义离开时收起，回来时还在', () => {
    const away = as('indicator', '1.1.2');
    const clause = indexOf(away).clauses.get(keyOf(away, '1.1.2'))!.clause;
    expect(clause).toMatchObject({ indicator: { period: 'year' }, method: 'indicator' });
    expect(clause).not.toHaveProperty('points');
    expect(clause).not.toHaveProperty('deductions');
    const back = as('points', '1.1.2', as('prerequisite', '1.1.2', away));
    expect(toPack(back)).toEqual(toPack(work));
  });

  test('章的判定方式改了，跟着它的条款一起改，自己定的不动', () => {
    const next = setInherited(work, work.chapters[0]!.key, 'points');
    expect(toPack(next).chapters[0]!.method).toBe('points');
    expect(firstOf(next).requirements).toEqual(graded.requirements);
    const plain = workOf({ '1.1': ['1.1.1'] });
    const converted = setInherited(plain, plain.chapters[0]!.sections[0]!.key, 'graded');
    expect(firstOf(converted).requirements).toEqual({ C: ['要点'], B: [], A: [] });
    expect(toPack(setInherited(converted, plain.chapters[0]!.sections[0]!.key, undefined))).toEqual(toPack(plain));
  });

  test.each(['graded', 'checklist', 'points', 'prerequisite', 'indicator'] as const)(
    '混合标准的条款都改成 %s，除了要填的数和总分，标准仍是合格的',
    (method) => {
      const mixed = toWork(mixedPack('parts'));
      const next = setMethod(mixed, new Set(indexOf(mixed).clauses.keys()), method);
      const { problems } = validatePack(toPack(next));
      const expected = /points|totalPoints|indicator\.(?:numerator|denominator)|rules/u;
      expect(problems.filter((problem) => !expected.test(problem))).toEqual([]);
    },
  );
});

describe('要点', () => {
  const clause: WorkClause = {
    ...clauseOf('1', { requirements: { C: ['甲', '乙'], B: ['丙'], A: [] }, genericLevels: true }),
    key: 1,
  };
  test('动过的级不再是通用表述', () => {
    expect(replacePoints(clause, { tier: 'C', at: 1 }, 1, ['乙改']).genericLevels).toBe(true);
    expect(replacePoints(clause, { tier: 'B', at: 0 }, 1, ['丙改']).genericLevels).toEqual(['A']);
    expect(replacePoints(clause, { tier: 'B', at: 0 }, 1, ['丙'])).toBe(clause);
  });
  test('级内、级间移动', () => {
    expect(movePoint(clause, { tier: 'C', at: 1 }, { tier: 'B', at: 0 }).requirements).toEqual({
      C: ['甲'],
      B: ['乙', '丙'],
      A: [],
    });
    expect(movePoint(clause, { tier: 'C', at: 0 }, { tier: 'C', at: 1 }).requirements?.C).toEqual(['乙', '甲']);
  });
  test.each([
    ['1. 有制度\n2. 有记录\n', ['有制度', '有记录']],
    ['（一）有制度\r\n(2)有记录', ['有制度', '有记录']],
    ['①有制度\n• 有记录\n\n', ['有制度', '有记录']],
    ['3.5 万元以上\n2022 年', ['3.5 万元以上', '2022 年']],
    ['一、有制度\n十二、有记录', ['有制度', '有记录']],
  ])('粘贴 %j', (text, points) => expect(pastedPoints(text)).toEqual(points));
  test('空的行不进标准', () => {
    const work = workOf({ '1.1': [clauseOf('1.1.1', { requirements: { yes: ['', '要点', ' '] }, note: ' ' })] });
    const [plain] = toPack(work).chapters[0]!.sections[0]!.clauses;
    expect(plain!.requirements).toEqual({ yes: ['要点'] });
    expect(plain).not.toHaveProperty('note');
  });
});

describe('分值', () => {
  const scored = (points: number) => clauseOf(`1.1.${points}`, { method: 'points', points });
  const work = (...points: readonly number[]) => ({ ...workOf({ '1.1': points.map(scored) }), totalPoints: 1000 });
  const words = (from: ReturnType<typeof work>) => totalWords(runningTotal(from)!);

  test('正好、还差、多出，都是精确的', () => {
    expect(words(work(985))).toBe('已分配 985 / 1,000 分，还差 15');
    expect(words(work(0.1, 0.2, 999.7))).toBe('已分配 1,000 / 1,000 分，正好');
    expect(words(work(1000.000001))).toBe('已分配 1,000.000001 / 1,000 分，多出 0.000001');
    expect(runningTotal(workOf({ '1.1': ['1'] }))).toBeUndefined();
    const { totalPoints: _, ...undeclared } = work(5);
    expect(totalWords(runningTotal(undeclared)!)).toBe('已分配 5 分，还没有写总分');
  });
  test('不参与规则的章不计入', () => {
    const built = work(5);
    const out = { ...built, chapters: built.chapters.map((each) => ({ ...each, excludeFromRules: true })) };
    expect(words(out)).toBe('已分配 0 / 1,000 分，还差 1,000');
  });
  test.each([
    [100, 8, [12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5]],
    [100, 3, [34, 33, 33]],
    [2.5, 3, [1, 1, 0.5]],
    [1, 3, [0.4, 0.3, 0.3]],
    [5, 0, []],
  ])('%d 分平均到 %d 条', (total, count, shares) => expect(shareOut(total, count)).toEqual(shares));
  test('分不开的不分', () => {
    expect(shareOut(0.000001, 2)).toBeUndefined();
    const tiny = work(3, 4);
    expect(distribute(tiny, undefined, 0.000001)).toBe(tiny);
  });
  test.each([
    ['２．５ 分', 2.5],
    ['1,000', 1000],
    ['0', undefined],
    ['-1', undefined],
    ['1.0000001', undefined],
    ['十', undefined],
  ])('满分写成 %s', (typed, value) => expect(readAmount(typed)).toBe(value));
});

describe('几条条款一起改', () => {
  test('只改选中的，没有变化就不算改', () => {
    const work = workOf({ '1.1': ['1.1.1', '1.1.2', '1.1.3'] });
    const keys = new Set([keyOf(work, '1.1.1'), keyOf(work, '1.1.3')]);
    const next = setClauses(work, keys, { core: true });
    expect(toPack(next).chapters[0]!.sections[0]!.clauses.map(({ core }) => core)).toEqual([true, false, true]);
    expect(setClauses(next, keys, { core: true })).toBe(next);
    expect(editClause(work, 999, () => firstOf(next))).toBe(work);
  });
});

test('科室：先列用得多的，写法不拘顿号', () => {
  const work = workOf({
    '1.1': [clauseOf('1', { departments: ['院办', '院感科'] }), clauseOf('2', { departments: ['院感科'] })],
  });
  expect(departmentsOf(work)).toEqual(['院感科', '院办']);
  expect(readNames('院办、护理部，院办；药剂科/')).toEqual(['院办', '护理部', '药剂科']);
});

describe('打进来的数和编号', () => {
  const work = workOf({ '1.1': ['1.1.1', '1.1.2'] });
  const read = readCode(work, 'clause', keyOf(work, '1.1.1'));
  test('全角编号照收，重复的说明', () => {
    expect(read('１．１．９')).toEqual({ value: '1.1.9' });
    expect(read('1.1.2')).toEqual({ fault: '已有这个编号' });
  });
  test('通过线、目标值', () => {
    expect([readShare('60%'), readShare('2/3'), readShare('0.6'), readShare('')]).toEqual([
      { value: 0.6 },
      { value: '2/3' },
      { value: 0.6 },
      { value: undefined },
    ]);
    expect(readShare('1.5')).toHaveProperty('fault');
    expect([readTarget('85%'), readTarget('0.85'), readTarget('不超过本地平均')]).toEqual([
      { value: 0.85 },
      { value: 0.85 },
      { value: '不超过本地平均' },
    ]);
  });
});

test('规则：新的同上一条；换算法保留范围', () => {
  const work = workOf({ '1.1': ['1.1.1'] });
  expect(addRule(work, 0).targets[0]!.rules).toHaveLength(2);
  expect(asRuleKind({ scope: 'chapter:1', grade: 'C', atLeast: 0.9 }, 'score')).toEqual({
    score: 'chapter:1',
    atLeast: 0.9,
    of: 'share',
  });
  expect(asRuleKind({ score: 'total', atLeast: 850 }, 'grade')).toEqual({ scope: 'all', grade: 'C', atLeast: 0.9 });
  expect([packFigure('0.9'), packFigure('1/3'), packFigure('850')]).toEqual([0.9, '1/3', 850]);
  expect(toPack(toWork(packOf({ '1.1': ['1.1.1'] })))).toEqual(packOf({ '1.1': ['1.1.1'] }));
});
