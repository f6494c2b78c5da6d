import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import type { VerdictReport } from '../../shared/contract/round.ts';
import type { Mark } from '../../shared/domain/grade/grade.ts';
import { clausesOf, type Clause, type Method, type Standard } from '../../shared/domain/standard/standard.ts';
import { ruleLabel } from '../../shared/text/labels.ts';
import { createWorkspace, repoRoot, startBackend, temporaryFolder } from '../support/backend.ts';
import { Dice } from '../support/random-round.ts';

/** Every built-in standard goes all the way: chosen, scored at random, judged, exported, read back by a second library. */
const packs = readdirSync(path.join(repoRoot, 'resources/standards')).map((name) => name.replace('.yaml', ''));
const marks: readonly Mark[] = ['met', 'met', 'met', 'partial', 'unmet', 'n/a'];
const columns = 'clause,tier,point,mark,grade,reason,score,numerator,denominator,period'.split(',');
const periods = { month: ['2026-08', '2026-09'], quarter: ['2026-Q1', '2026-Q2'], year: ['2024', '2025'] } as const;
const sheetOfMethod: Readonly<Record<Method, string>> = {
  graded: '条款评分',
  checklist: '条款评分',
  prerequisite: '前置要求',
  points: '分值评分',
  indicator: '监测指标',
};

test.each(packs.map((packId, seed) => ({ packId, seed })))(
  '$packId：选择、评分、判定、导出、读回',
  async ({ packId, seed }) => {
    const folder = temporaryFolder();
    const backend = startBackend(folder);
    await createWorkspace(backend, folder, '其他机构');
    const { id: roundId } = await backend.ask('round.create', { packId, targetId: firstTarget(packId), title: '自评' });
    const { standard } = await backend.ask('round.open', { roundId });
    const scores = path.join(folder, '评分.csv');
    writeFileSync(scores, randomScores(clausesOf(standard), new Dice(seed)));
    await backend.ask('assessment.importScores', { roundId, file: backend.grant(scores) });

    const file = path.join(folder, '评审工作簿.xlsx');
    await backend.ask('exchange.exportWorkbook', { roundId, output: backend.grant(file), jobId: randomUUID() });
    const book = XLSX.read(readFileSync(file));
    expect(backend.bugs).toEqual([]);
    expectEveryClause(book, standard);
    expectVerdict(book, standard, await backend.ask('round.verdict', { roundId }));
  },
  60_000,
);

function firstTarget(packId: string): string {
  const text = readFileSync(path.join(repoRoot, `resources/standards/${packId}.yaml`), 'utf8');
  const id = /^targets:\s+- \{?id: ["']?([\w-]+)/mu.exec(text)?.[1];
  if (!id) throw new Error(`${packId} has no target`);
  return id;
}

/** A score file for nine clauses in ten, as an office clerk would fill it in. */
function randomScores(clauses: readonly Clause[], dice: Dice): string {
  const rows = clauses.flatMap((clause): readonly (readonly (string | number)[])[] => {
    if (dice.chance(0.1)) return [];
    if (clause.optional && dice.chance(0.2)) return [[clause.code, '', '', '', 'E', '', '', '', '', '']];
    if (clause.method === 'indicator' && clause.indicator) {
      const { denominator, period } = clause.indicator;
      return periods[period].map((when) => {
        const divisor = denominator === null ? '' : dice.pick([0, 7, 300]);
        return [clause.code, '', '', '', '', '', '', dice.below(200), divisor, when];
      });
    }
    const numbers = new Map<string, number>();
    const judged = clause.points.map(({ tier }) => {
      const number = (numbers.get(tier) ?? 0) + 1;
      numbers.set(tier, number);
      return [clause.code, tier, number, dice.pick(marks), '', '', '', '', '', ''];
    });
    const isAdjusted = clause.fullScore !== undefined && dice.chance(0.2);
    return isAdjusted ? [...judged, [clause.code, '', '', '', '', '=现场+抽查', '0.5', '', '', '']] : judged;
  });
  return [columns, ...rows].map((row) => row.join(',')).join('\n');
}

const rowsOf = (book: XLSX.WorkBook, name: string): readonly (readonly unknown[])[] => {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}: ${book.SheetNames.join('、')}`);
  return XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null });
};

/** On the sheet of its method, once. */
function expectEveryClause(book: XLSX.WorkBook, standard: Standard): void {
  const clauses = clausesOf(standard);
  for (const sheet of new Set(clauses.map(({ method }) => sheetOfMethod[method]))) {
    const wanted = clauses.filter(({ method }) => sheetOfMethod[method] === sheet).map(({ code }) => code);
    const codes = rowsOf(book, sheet).map(([code]) => code);
    expect(codes.filter((code) => wanted.includes(String(code)))).toEqual(wanted);
  }
}

/** The summary says what the verdict says, rule by rule, in the cells that its formulas recompute. */
function expectVerdict(book: XLSX.WorkBook, standard: Standard, verdict: VerdictReport): void {
  const summary = rowsOf(book, '结果汇总');
  const first = summary.findIndex(([label]) => label === '目标规则') + 3;
  for (const [index, rule] of verdict.rules.entries()) {
    const [label, , reachedSoFar, outOf, , missing, conclusion] = summary[first + index] ?? [];
    expect(label).toBe(ruleLabel(rule, standard.scopes));
    expect(conclusion).toBe(!rule.applicable ? '不适用' : rule.holds ? '达到' : '未达到');
    if (!rule.applicable) continue;
    if (rule.kind === 'score') {
      expect([Number(reachedSoFar), Number(outOf), Number(missing)]).toEqual([
        Number(rule.score),
        Number(rule.full),
        Number(rule.missing),
      ]);
    } else expect([reachedSoFar, outOf, missing]).toEqual([rule.count, rule.denominator, rule.missing]);
  }
  const overall = summary.find(([label]) => label === '总体结论')?.[6];
  expect(overall).toBe(verdict.vetoes.length > 0 ? '一票否决' : verdict.reached ? '达到' : '未达到');
}
