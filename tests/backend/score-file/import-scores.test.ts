import { writeFileSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { RoundId } from '../../../shared/domain/id.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { clauseOf, createWorkspace, startBackend, temporaryFolder } from '../../support/backend.ts';

type Value = string | number | Date;
type Rows = readonly Readonly<Record<string, Value>>[];

const headers = ['条款', '要点', '级别', '判定', '等级', '得分', '分子', '分母', '期间', '理由', '说明'] as const;
const tableOf = (rows: Rows): Value[][] => [[...headers], ...rows.map((row) => headers.map((name) => row[name] ?? ''))];

function saveCsv(folder: string, rows: Rows): string {
  const file = path.join(folder, '评分.csv');
  const cellOf = (value: Value): string => `"${value instanceof Date ? '2026/3/1' : value}"`;
  writeFileSync(
    file,
    `\uFEFF${tableOf(rows)
      .map((row) => row.map(cellOf).join(','))
      .join('\r\n')}`,
  );
  return file;
}

/** Values with their own types: numbers as numbers, a date as a date. */
async function saveXlsx(folder: string, rows: Rows): Promise<string> {
  const file = path.join(folder, '评分.xlsx');
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('评分').addRows(tableOf(rows));
  writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
  return file;
}

async function start(packId: string, targetId: string) {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await createWorkspace(backend, folder, '三级综合医院');
  const { id: roundId } = await backend.ask('round.create', { packId, targetId, title: '' });
  const load = async (file: string) => backend.ask('assessment.importScores', { roundId, file: backend.grant(file) });
  return { folder, backend, roundId, load };
}

async function stateOf(backend: ReturnType<typeof startBackend>, roundId: RoundId, code: string): Promise<ClauseState> {
  const view = await backend.ask('round.open', { roundId });
  const { id } = clauseOf(view, code);
  const state = view.states.find(({ clauseId }) => clauseId === id);
  if (!state) throw new Error(`no state of ${code}`);
  return state;
}

const valuesIn = (state: ClauseState): readonly string[] => Object.values(state.marks);

describe.each(['csv', 'xlsx'] as const)('%s', (kind) => {
  const save = (folder: string, rows: Rows) => (kind === 'csv' ? saveCsv(folder, rows) : saveXlsx(folder, rows));

  test('分值条款：判定、得分、不适用', async () => {
    const { folder, backend, roundId, load } = await start('sanitary-town-2021', 'national');
    const { change, clauses } = await load(
      await save(folder, [
        { 条款: '1.1.1', 要点: 1, 判定: '符合' },
        { 条款: '1.1.1', 级别: '是', 要点: 2, 判定: '部分符合' },
        { 条款: '1.1.1', 级别: 'yes', 要点: 3, 判定: '不适用' },
        { 条款: '1.1.2', 得分: 3.5, 理由: '资料不全' },
        { 条款: '3.2.4', 等级: '不适用', 理由: '辖区无工地' },
      ]),
    );
    expect(clauses).toBe(3);
    // (25 × 3/4 + 3.5) ÷ (1000 − 15) × 1000
    expect(change.verdict.total).toEqual({ score: '22.58', full: '1000' });
    expect(valuesIn(await stateOf(backend, roundId, '1.1.1'))).toEqual(['met', 'partial', 'n/a']);
    expect(await stateOf(backend, roundId, '1.1.2')).toMatchObject({ ownScore: '3.5', reason: '资料不全' });
    expect(await stateOf(backend, roundId, '3.2.4')).toMatchObject({ ownGrade: 'E', reason: '辖区无工地' });
  });

  test('是否条款：通过、不通过、不适用进入通过率', async () => {
    const { folder, load } = await start('community-hospital-2019', 'meets');
    const { change } = await load(
      await save(folder, [
        { 条款: '1.1.1', 要点: 1, 判定: '是' },
        { 条款: '1.1.1', 要点: 2, 判定: '通过' },
        { 条款: '1.1.2', 要点: 1, 判定: '否' },
        { 条款: '1.1.2', 要点: 2, 判定: '不通过' },
        { 条款: '2.1.4', 等级: 'E' },
      ]),
    );
    expect(change.verdict.rules).toMatchObject([{ kind: 'passing', count: 1, denominator: 52 }]);
    expect(change.verdict.unscored).toBe(50);
  });

  test('监测指标：多个期间，分母为 0 是缺报', async () => {
    const { folder, backend, roundId, load } = await start('family-doctor-2022', 'ready');
    const { change } = await load(
      await save(folder, [
        { 条款: '1.1.1', 分子: '3,000', 分母: '１万', 期间: '2026年第一季度' },
        { 条款: '1.1.1', 分子: 5200, 分母: 10000, 期间: '2026Q2', 说明: '按新口径' },
        { 条款: '1.1.3', 分子: 0, 分母: 0, 期间: '2026-Q2' },
        { 条款: '2.1.6', 分子: 1, 分母: 2, 期间: 2026 },
      ]),
    );
    expect(await stateOf(backend, roundId, '1.1.1')).toMatchObject({
      note: '按新口径',
      figures: [
        { period: '2026-Q1', numerator: '3000', denominator: '10000' },
        { period: '2026-Q2', numerator: '5200', denominator: '10000' },
      ],
    });
    // 1.1.1 reaches 50 %, 1.1.3 is missing, 2.1.6 is below 2 a person.
    expect(change.verdict).toMatchObject({ rules: [{ count: 1, denominator: 21 }], unscored: 19 });
  });

  test('前置要求和按月指标：违反一条即一票否决，日期单元格是那个月', async () => {
    const { folder, backend, roundId, load } = await start('tier3-2022', '3a');
    const { change } = await load(
      await save(folder, [
        { 条款: '1.1.1', 判定: '无违反' },
        { 条款: '1.1.5', 判定: '违反' },
        { 条款: '2.1.1.3', 分子: 900, 分母: 1000, 期间: new Date(Date.UTC(2026, 2, 1)) },
      ]),
    );
    expect(change.verdict).toMatchObject({ reached: false, vetoes: ['1.1.5'] });
    expect((await stateOf(backend, roundId, '2.1.1.3')).figures).toEqual([
      { period: '2026-03', numerator: '900', denominator: '1000' },
    ]);
  });

  test('混合评分方式的标准：等级、前置、指标在同一个文件', async () => {
    const { folder, backend, roundId, load } = await start('mch-review', '3a');
    const { change } = await load(
      await save(folder, [
        { 条款: '0.1.2', 要点: 1, 判定: '无违反' },
        { 条款: '1.1.1.1', 等级: 'D', 说明: '整改中' },
        { 条款: '4.3.2.1', 等级: 'E' },
        { 条款: '7.1.5', 分子: 99, 分母: 100, 期间: '2026年第3季度' },
      ]),
    );
    expect(change.verdict.vetoes).toEqual([]);
    expect(change.verdict.rules[0]).toMatchObject({ count: 0, denominator: 57 });
    expect(await stateOf(backend, roundId, '1.1.1.1')).toMatchObject({ ownGrade: 'D', note: '整改中' });
  });
});

test('撤销一次导入，得分、数据和理由都回到从前', async () => {
  const { folder, backend, roundId, load } = await start('tier3-2022', '3b');
  const figures = (numerator: number) =>
    saveCsv(folder, [{ 条款: '2.1.1.3', 分子: numerator, 分母: 1000, 期间: '2026.3' }]);
  await load(figures(800));
  await load(figures(900));
  await backend.ask('assessment.undo', { roundId });
  expect((await stateOf(backend, roundId, '2.1.1.3')).figures).toEqual([
    { period: '2026-03', numerator: '800', denominator: '1000' },
  ]);
  await backend.ask('assessment.undo', { roundId });
  expect((await stateOf(backend, roundId, '2.1.1.3')).figures).toEqual([]);
});

test('条款已有得分时写不适用：得分的理由不丢', async () => {
  const { folder, backend, roundId, load } = await start('sanitary-town-2021', 'provincial');
  await load(saveCsv(folder, [{ 条款: '3.2.4', 得分: '8', 理由: '围挡不全' }]));
  await load(saveCsv(folder, [{ 条款: '3.2.4', 等级: 'E' }]));
  expect(await stateOf(backend, roundId, '3.2.4')).toMatchObject({
    ownGrade: 'E',
    ownScore: '8',
    reason: '围挡不全',
  });
  await backend.ask('assessment.undo', { roundId });
  const change = await backend.ask('assessment.undo', { roundId });
  expect(change.verdict.unscored).toBe(51);
  expect(await stateOf(backend, roundId, '3.2.4')).toMatchObject({ ownScore: undefined, reason: '' });
});

test('有一行错，全部不导入，错误带行号', async () => {
  const { folder, backend, roundId } = await start('sanitary-town-2021', 'national');
  const file = saveCsv(folder, [
    { 条款: '1.1.1', 要点: '1', 判定: '符合' },
    { 条款: '1.1.2', 得分: '20.5', 理由: '好' },
    { 条款: '1.1.3', 分子: '1', 分母: '2', 期间: '2026' },
  ]);
  expect(await backend.refusal('assessment.importScores', { roundId, file: backend.grant(file) })).toMatchObject({
    code: 'scores/refused',
    details: ['第 3 行：条款 1.1.2 的得分“20.5”超过满分 20。', '第 4 行：条款 1.1.3 不是监测指标，不能填分子和分母。'],
  });
  const view = await backend.ask('round.open', { roundId });
  expect(view.verdict.unscored).toBe(51);
  expect(view.history.undo).toBeUndefined();
});
