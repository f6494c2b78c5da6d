import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { beforeEach, expect, test } from 'vitest';
import type { RoundId, TargetId } from '../../shared/domain/id.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { packStandard } from '../backend/score-file/score-rows.ts';
import { startBackend, temporaryFolder } from '../support/backend.ts';
import { dabiao, json, withRound } from './dabiao.ts';

let folder: string;
let workspace: string;
beforeEach(() => {
  folder = temporaryFolder();
  workspace = path.join(folder, '某某卫生院');
});

/** Imports rows of a CSV file. */
async function score(...lines: string[]) {
  const file = path.join(folder, '评分.csv');
  writeFileSync(file, lines.join('\n'));
  return dabiao('score', '--workspace', workspace, '--from', file, '--json');
}
/** The names of the sheets of the exported workbook. */
async function exportedSheets(): Promise<readonly string[]> {
  const file = path.join(folder, '工作簿.xlsx');
  const exported = await dabiao('export', 'workbook', '--workspace', workspace, '--out', file);
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  return XLSX.read(readFileSync(file)).SheetNames;
}
const here = (...args: string[]) => dabiao(...args, '--workspace', workspace);

test('分值标准：差 0.01 分就是差 0.01 分，补上即达标', async () => {
  await withRound(workspace, 'sanitary-town-2021', 'national');
  // 150.01 of 1000 points are taken off clauses that are not core, never more than half of one.
  let off = 15_001;
  const lines = clausesOf(packStandard('sanitary-town-2021')).map(({ code, core, fullScore }) => {
    const full = Number(fullScore) * 100;
    const less = core ? 0 : Math.min(off, Math.floor(full / 2));
    off -= less;
    return `${code},${((full - less) / 100).toFixed(2)},逐项核对`;
  });
  expect(off).toBe(0);
  expect(json(await score('条款,得分,理由', ...lines))).toEqual({ rows: 51, clauses: 51, unscored: 0 });

  const verdict = json(await here('verdict', '--json')) as { gap: object[] };
  expect(verdict).toMatchObject({
    target: 'national',
    edited: false,
    reached: false,
    vetoes: [],
    unscored: 0,
    total: { score: '849.99', full: '1000' },
    rules: [
      {
        score: 'total',
        atLeast: 850,
        applicable: true,
        value: '849.99',
        full: '1000',
        percent: '84.9',
        missing: '0.01',
        holds: false,
      },
      {
        scope: 'core',
        grade: 'yes',
        atLeast: 1,
        applicable: true,
        count: 4,
        denominator: 4,
        percent: '100.0',
        missing: 0,
        holds: true,
      },
    ],
  });
  expect(verdict.gap[0]).toMatchObject({ grade: null, wanted: 'full' });

  const { stdout } = await here('targets');
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    '目标          省级卫生乡镇（推荐线）             国家卫生乡镇（推荐线）（本轮目标）',
    '结论          已达到                             未达到',
    '总分          849.99/1000 分 要求 800 分 已达到  849.99/1000 分 要求 850 分 差 0.01 分',
  ]);

  const [first] = lines.filter((line) => line.startsWith('1.1.2,'));
  const raised = (Number(first?.split(',')[1]) + 0.01).toFixed(2);
  await score('clause,score,reason', `1.1.2,${raised},复核`);
  expect(json(await here('verdict', '--json'))).toMatchObject({
    reached: true,
    gap: [],
    rules: [{ missing: '0' }, {}],
  });
  expect(await exportedSheets()).toEqual(expect.arrayContaining(['封面', '结果汇总', '分值评分']));
}, 60_000);

test('三部分标准：否决排在最前，等级、指标和总分各算各的', async () => {
  await withRound(workspace, 'tier3-2022', '3a');
  const met = clausesOf(packStandard('tier3-2022')).find(({ code }) => code === '3.1.1.1');
  const imported = await score(
    'clause,tier,point,mark,grade,numerator,denominator,period,reason',
    ...['C', 'B', 'A'].flatMap((tier) =>
      (met?.points ?? [])
        .filter((point) => point.tier === tier)
        .map((_point, index) => `3.1.1.1,${tier},${index + 1},符合,,,,,`),
    ),
    '1.1.1,,,无违反,,,,,',
    '1.1.5,,,违反,,,,,',
    '2.1.1.3,,,,,900,1000,2026年3月,',
    '2.2.4.1,,,,不适用,,,,未开展',
  );
  expect(imported.code).toBe(0);

  const verdict = json(await here('verdict', '--json'));
  // 1000 × (0.6 × 1/814 + 0.4 × 1/183)
  const value = '2.92';
  expect(verdict).toMatchObject({
    target: '3a',
    reached: false,
    vetoes: ['1.1.5'],
    total: { score: value, full: '1000' },
    rules: [
      { scope: 'all', grade: 'C', atLeast: 0.9, count: 1, denominator: 183, missing: 164, holds: false },
      { scope: 'all', grade: 'B', atLeast: 0.6, count: 1, denominator: 183, missing: 109, holds: false },
      { score: 'total', atLeast: 900, value, full: '1000', percent: '0.2', missing: '897.08', holds: false },
    ],
  });
  const { stdout } = await here('verdict');
  const lines = stdout.split('\n');
  expect(lines[0]).toBe('一票否决：违反前置要求 1 条');
  expect(lines[1]).toBe('  1.1.5 母婴保健技术服务');
  expect(lines[2]).toBe('三级甲等（示例口径）（本轮目标）：一票否决');
  expect(lines.slice(3, 6).map((line) => line.trim().split(/\s{2,}/))).toEqual([
    ['C 及以上', '1/183', '0.5%', '要求 90%', '差 164 条'],
    ['B 及以上', '1/183', '0.5%', '要求 60%', '差 109 条'],
    ['总分', '2.92/1000 分', '0.2%', '要求 900 分', '差 897.08 分'],
  ]);
  expect(lines[6]).toBe('总分 2.92（满分 1000）');
  expect(json(await here('targets', '--json'))).toMatchObject([
    {
      target: '3a',
      label: '三级甲等（示例口径）',
      current: true,
      vetoes: ['1.1.5'],
      rules: [{}, {}, { atLeast: 900 }],
    },
    { target: '3b', current: false, reached: false, rules: [{ atLeast: 0.8 }, {}, { atLeast: 800 }] },
  ]);
  expect(await exportedSheets()).toEqual(expect.arrayContaining(['条款评分', '前置要求', '监测指标']));
}, 60_000);

test('改过的规则：结论按本轮的规则算，并且说出来', async () => {
  const roundId = await withRound(workspace, 'sanitary-town-2021', 'national');
  const backend = startBackend(folder);
  await backend.ask('workspace.open', { folder: backend.grant(workspace) });
  await backend.ask('round.editTarget', {
    roundId: roundId as RoundId,
    targetId: 'national' as TargetId,
    rules: [{ kind: 'score', scope: 'chapter:1', of: 'share', atLeast: '1/3' }],
  });
  backend.close();
  await score('条款,得分,理由', '1.1.1,25,好', '1.1.2,8,差');
  expect(json(await here('verdict', '--json'))).toMatchObject({
    edited: true,
    rules: [{ score: 'chapter:1', of: 'share', atLeast: '1/3', value: '33.00' }],
    gap: expect.arrayContaining([{ clause: '1.1.2', grade: null, wanted: 'full', pointsToMeet: 3 }]) as unknown,
  });
  expect((await here('verdict')).stdout).toContain(
    '国家卫生乡镇（推荐线）（本轮目标，规则已修改）：未达到\n  第 1 章得分率',
  );
  expect(json(await here('verdict', '--target', 'provincial', '--json'))).toMatchObject({
    edited: false,
    rules: [{ score: 'total' }, { grade: 'yes' }],
  });
}, 60_000);
