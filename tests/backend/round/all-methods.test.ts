import { expect, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import { clausesOf, type Clause, type Method } from '../../../shared/domain/standard/standard.ts';
import {
  allMet,
  clauseOf,
  createWorkspace,
  startBackend,
  temporaryFolder,
  workspaceFolderOf,
} from '../../support/backend.ts';

async function roundOf(packId: string, targetId: string) {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await createWorkspace(backend, folder, '三级综合医院');
  const { id: roundId } = await backend.ask('round.create', { packId, targetId, title: '自评' });
  const view = await backend.ask('round.open', { roundId });
  const reopen = async (): Promise<RoundView> => {
    backend.close();
    const again = startBackend(folder);
    await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
    return again.ask('round.open', { roundId });
  };
  return { backend, roundId, view, reopen };
}

function first(view: RoundView, method: Method, fits: (clause: Clause) => boolean = () => true): Clause {
  const clause = clausesOf(view.standard).find((each) => each.method === method && fits(each));
  if (!clause) throw new Error(`no ${method} clause`);
  return clause;
}

test('分值条款：要点得出得分，自定得分要理由，越界和非数被拒绝，撤销回到原样', async () => {
  const { backend, roundId, view, reopen } = await roundOf('sanitary-town-2021', 'national');
  const clause = first(view, 'points', ({ points }) => points.length >= 2);
  const place = { roundId, clauseId: clause.id };
  const marked = await backend.ask('assessment.mark', { ...place, marks: allMet(clause) });
  expect(marked.verdict.total).toEqual({ score: `${clause.fullScore}.00`, full: '1000' });
  expect(marked.verdict.rules[0]).toMatchObject({ kind: 'score', holds: false, full: '1000', wanted: '850' });

  const refusal = (score: string, reason = '理由') => backend.refusal('assessment.score', { ...place, score, reason });
  const over = String(Number(clause.fullScore) + 1);
  expect(await refusal(over)).toMatchObject({
    code: 'assessment/score-refused',
    message: expect.stringContaining(`满分 ${clause.fullScore}`) as string,
  });
  expect((await refusal('-1')).message).toContain('小于 0');
  expect((await refusal('1/0')).message).toContain('不是数');
  expect((await refusal('很好')).message).toContain('不是数');
  expect((await refusal('1.234')).message).toContain('小数超过两位');
  expect(await refusal('1', ' ')).toMatchObject({ code: 'assessment/reason-missing' });

  const scored = await backend.ask('assessment.score', { ...place, score: '1.5', reason: '现场抽查' });
  expect(scored.states[0]).toMatchObject({ ownScore: '1.5', reason: '现场抽查' });
  expect(scored.verdict.total?.score).toBe('1.50');
  const undone = await backend.ask('assessment.undo', { roundId });
  expect(undone.verdict.total?.score).toBe(`${clause.fullScore}.00`);
  await backend.ask('assessment.redo', { roundId });
  const again = await reopen();
  expect(again.verdict.total?.score).toBe('1.50');
});

test('是否条款：全部符合才通过；可选条款可以不适用，不可选的不行', async () => {
  const { backend, roundId, view } = await roundOf('community-hospital-2019', 'meets');
  const clause = first(view, 'checklist');
  const place = { roundId, clauseId: clause.id };
  const passed = await backend.ask('assessment.mark', { ...place, marks: allMet(clause) });
  expect(passed.verdict.rules[0]).toMatchObject({ kind: 'passing', count: 1, denominator: 53, missing: 52 });
  const [point] = clause.points;
  const failed = await backend.ask('assessment.mark', { ...place, marks: [{ pointId: point!.id, mark: 'partial' }] });
  expect(failed.verdict.rules[0]).toMatchObject({ count: 0 });
  expect(failed.verdict.unscored).toBe(52);
  expect(await backend.refusal('assessment.grade', { ...place, grade: 'A', reason: '' })).toMatchObject({
    code: 'assessment/not-graded',
  });
  const firm = first(view, 'checklist', ({ optional }) => !optional);
  expect(
    await backend.refusal('assessment.grade', { roundId, clauseId: firm.id, grade: 'E', reason: '' }),
  ).toMatchObject({ code: 'assessment/not-optional' });
  const spare = first(view, 'checklist', ({ optional }) => optional);
  const left = await backend.ask('assessment.grade', { roundId, clauseId: spare.id, grade: 'E', reason: '' });
  expect(left.verdict.rules[0]).toMatchObject({ denominator: 52 });
});

test('监测指标：按人写的方式读数，期间、分子、分母不对就拒绝，缺报不是 0', async () => {
  const { backend, roundId, view, reopen } = await roundOf('family-doctor-2022', 'ready');
  const clause = first(view, 'indicator', ({ indicator }) => indicator?.direction === 'up' && indicator.unit === '%');
  const { period } = clause.indicator!;
  const text = { month: '2026年3月', quarter: '2026年第1季度', year: '2026年' }[period];
  const wrong = period === 'month' ? '2026年' : '2026年3月';
  const place = { roundId, clauseId: clause.id };
  const enter = (numerator: string | null, denominator: string | null, when = text) =>
    backend.ask('assessment.figures', { ...place, figures: [{ period: when, numerator, denominator }] });
  const refusal = async (numerator: string | null, denominator: string | null, when = text) =>
    (await backend.refusal('assessment.figures', { ...place, figures: [{ period: when, numerator, denominator }] }))
      .message;

  expect(await refusal('1', '2', wrong)).toContain('填报');
  expect(await refusal('1', '2', '2026年13月')).toContain('看不懂');
  expect(await refusal('1/0', '2')).toContain('分子“1/0”不是数');
  expect(await refusal('1', '-2')).toContain('分母');
  expect(await refusal('-3', '1000')).toContain('分子“-3”小于 0');
  expect(await refusal(null, '2')).toContain('缺分子');

  const read = await enter('３．２万', '40,000');
  expect(read.states[0]?.figures[0]).toMatchObject({ numerator: '32000', denominator: '40000' });
  const rule = (change: typeof read) => change.verdict.rules[0] as { count: number; denominator: number };
  expect(rule(await enter('999', '1000')).count).toBe(1);
  const missing = await enter('999', '0');
  expect(rule(missing).count).toBe(0);
  expect(missing.verdict.unscored).toBe(rule(missing).denominator);

  await enter('700', '1000');
  const own = await backend.ask('assessment.ownTarget', { ...place, target: '70%' });
  expect(own.states[0]?.ownTarget).toBe('0.7');
  expect(rule(own).count).toBe(1);
  expect(await backend.refusal('assessment.ownTarget', { ...place, target: '一百' })).toMatchObject({
    code: 'assessment/own-target-refused',
  });
  const again = await reopen();
  expect(again.states.find(({ clauseId }) => clauseId === clause.id)).toMatchObject({
    figures: [{ numerator: '700', denominator: '1000' }],
    ownTarget: '0.7',
  });
});

test('前置要求：一项违反即一票否决，撤销即解除；加权总分随之变化', async () => {
  const { backend, roundId, view } = await roundOf('tier3-2022', '3a');
  const clause = first(view, 'prerequisite');
  expect(view.verdict.vetoes).toEqual([]);
  expect(view.verdict.total?.full).toBe('1000');
  const violated = await backend.ask('assessment.mark', {
    roundId,
    clauseId: clause.id,
    marks: [{ pointId: clause.points[0]!.id, mark: 'unmet' }],
  });
  expect(violated.verdict).toMatchObject({ reached: false, vetoes: [clause.code] });
  expect((await backend.ask('assessment.undo', { roundId })).verdict.vetoes).toEqual([]);

  const graded = first(view, 'graded');
  const lifted = await backend.ask('assessment.grade', { roundId, clauseId: graded.id, grade: 'A', reason: '现场' });
  // One of the 183 clauses of a part that weighs 0.4 of 1000.
  expect(lifted.verdict.total?.score).toBe((Math.floor((1000 * 0.4 * 100) / 183) / 100).toFixed(2));
});

test('指标不判定要点，分值以外不填得分，指标以外不填数据', async () => {
  const { backend, roundId, view } = await roundOf('tier3-2022', '3a');
  const graded = first(view, 'graded');
  const indicator = first(view, 'indicator');
  expect(
    await backend.refusal('assessment.score', { roundId, clauseId: graded.id, score: '1', reason: '' }),
  ).toMatchObject({ code: 'assessment/not-scored' });
  expect(
    await backend.refusal('assessment.figures', {
      roundId,
      clauseId: graded.id,
      figures: [{ period: '2026', numerator: '1', denominator: null }],
    }),
  ).toMatchObject({ code: 'assessment/not-measured' });
  expect(
    await backend.refusal('assessment.mark', {
      roundId,
      clauseId: indicator.id,
      marks: [{ pointId: graded.points[0]!.id, mark: 'met' }],
    }),
  ).toMatchObject({ code: 'assessment/not-marked' });
  expect(clauseOf(view, indicator.code).fullScore).toBeUndefined();
});
