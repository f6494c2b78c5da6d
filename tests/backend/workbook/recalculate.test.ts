import type { WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { denominatorOf, emptyScope, passingDenominator } from '../../../shared/domain/verdict/tally.ts';
import { reviewedBook, reviewedResults, type Entry } from './reviewers.ts';
import { resultsOf, tallyOn, verdictOn } from './round-fixture.ts';
import { bytesOf, figuresOf, hasLibreOffice, recalculated, rowsOf, sheetOf, tableIn } from './workbook-support.ts';
import { rounds } from './recalculated-rounds.ts';

/** Every figure of the summary against the product's own rules. */
function expectFigures(found: ReturnType<typeof figuresOf>, view: RoundView, results: readonly ClauseResult[]): void {
  const verdict = verdictOn(view, results);
  const tally = tallyOn(view.standard, results);
  expect(found.rules).toHaveLength(verdict.rules.length);
  for (const [index, rule] of verdict.rules.entries()) {
    const figures = found.rules[index];
    expect(figures).toMatchObject({
      label: figures?.label,
      count: rule.kind === 'score' ? Number(rule.score) : rule.count,
      denominator: rule.kind === 'score' ? Number(rule.full) : rule.denominator,
      missing: Number(rule.missing),
      verdict: !rule.applicable ? '不适用' : rule.holds ? '达到' : '未达到',
    });
    const { share } = figures ?? {};
    expect(typeof share === 'number' ? Math.round(share * 1000) / 10 : share).toBe(
      rule.percent === undefined ? '不适用' : Number(rule.percent),
    );
  }
  expect(found.overall).toBe(verdict.vetoes.length > 0 ? '一票否决' : verdict.reached ? '达到' : '未达到');
  if (found.veto) {
    expect(found.veto).toMatchObject({
      missing: verdict.vetoes.length,
      verdict: verdict.vetoes.length > 0 ? '一票否决' : '无违反',
    });
    expect(String(found.violated).trim().split(/\s+/u)).toEqual(verdict.vetoes.length > 0 ? verdict.vetoes : ['无']);
  }
  const scopeOf = (label: unknown) => {
    const named = view.standard.scopes.find((scope) => scope.label === label)?.id;
    const code = String(label).split(' ')[0];
    const name = label === '全部条款' ? 'all' : label === '核心条款 ★' ? 'core' : (named ?? `chapter:${code}`);
    return tally.scopes.get(name) ?? emptyScope();
  };
  for (const [label, counted, ...figures] of found.grades) {
    const scope = scopeOf(label);
    expect([label, counted, ...figures.slice(0, 6)]).toEqual([
      label,
      denominatorOf(scope) + scope.E,
      scope.A,
      scope.B,
      scope.C,
      scope.D,
      scope.E,
      scope.unscored,
    ]);
  }
  for (const [label, counted, ...figures] of found.passing) {
    const { passed, failed, exempt, open } = scopeOf(label);
    const whole = passingDenominator(scopeOf(label));
    expect([label, counted, ...figures.slice(0, 4)]).toEqual([label, whole + exempt, passed, failed, exempt, open]);
  }
  for (const [label, , ...figures] of found.indicators) {
    const { met, improved, worse, missing, monitored } = scopeOf(label);
    expect([label, ...figures]).toEqual([label, met, improved, worse, missing, monitored]);
  }
  const total = found.scores.find(([label]) => label === '总分');
  expect(total === undefined).toBe(verdict.total === undefined);
  if (verdict.total)
    expect([total?.[1], total?.[4]]).toEqual([Number(verdict.total.full), Number(verdict.total.score)]);
}

describe.skipIf(!hasLibreOffice)('用 LibreOffice 重新计算', () => {
  const books = new Map<string, WorkBook>();
  beforeAll(async () => {
    const filled = await Promise.all(
      rounds.map(async ({ view, entries }) => reviewedBook(await bytesOf(view), view, entries)),
    );
    for (const [index, book] of recalculated(filled).entries()) books.set(rounds[index]?.name ?? '', book);
  }, 120_000);
  const bookOf = (name: string): WorkBook => {
    const book = books.get(name);
    if (!book) throw new Error(`no book ${name}`);
    return book;
  };

  test.each(rounds)('$name：自评的每个数字都与判定相同', ({ name, view }) => {
    const book = bookOf(name);
    expectFigures(figuresOf(book), view, resultsOf(view));
    expect(rowsOf(sheetOf(book, '封面')).flat()).toContain(figuresOf(book).overall);
  });

  test.each(rounds)('$name：评审的每个数字都与判定相同，没有填时待评审', ({ name, view, entries }) => {
    const theirs = figuresOf(bookOf(name), 'reviewers');
    if (entries.length > 0) return expectFigures(theirs, view, reviewedResults(view, entries));
    expect(theirs.overall).toBe('待评审');
    expect(new Set(theirs.rules.map(({ verdict }) => verdict))).toEqual(new Set(['待评审']));
  });

  test('三个三分之一合起来恰好达到，少十亿分之一就不达到', () => {
    const verdicts = (name: string) => figuresOf(bookOf(name)).rules.map(({ verdict }) => verdict);
    expect(verdicts('thirds that reach the threshold')).toEqual(['达到', '达到', '达到']);
    expect(verdicts('thirds below by a billionth')).toEqual(['未达到', '未达到']);
    for (const of of ['points', 'weighted parts']) {
      expect(verdicts(`${of} on the threshold`)).toEqual(['达到']);
      expect(verdicts(`${of} just below`)).toEqual(['未达到']);
    }
  });

  test('比对：自评高于评审是偏高，低于是偏低，E 对等级是不一致，一方没有时不比', () => {
    const { view, entries } = rounds[0] ?? { view: undefined, entries: [] };
    if (!view) throw new Error('no round');
    const expected = resultsOf(view).map((result, index): string => {
      const theirs: Entry = entries[index];
      if (result.method !== 'graded' || !result.grade || theirs === undefined) return '';
      if (result.grade === theirs) return '一致';
      if (result.grade === 'E' || theirs === 'E') return '不一致';
      return result.grade < String(theirs) ? '偏高' : '偏低';
    });
    expect(new Set(expected).size).toBe(5);
    const found = tableIn(bookOf('township, all rules of the pack'), '条款评分').values('比对');
    expect(found.map((text) => text ?? '')).toEqual(expected);
  });

  test('得分之差和是否通过跟着评审变', () => {
    const { view, entries } = rounds.find(({ name }) => name === 'points') ?? { view: undefined, entries: [] };
    if (!view) throw new Error('no round');
    const table = tableIn(bookOf('points'), '分值评分');
    const own = table.values('自评得分');
    const differences = table.values('评审－自评').map((value) => value ?? '');
    expect(differences).toEqual(
      own.map((ours, index) => {
        const theirs = entries[index];
        return typeof ours === 'number' && typeof theirs === 'number' ? Math.round((theirs - ours) * 100) / 100 : '';
      }),
    );
  });

  test('指标值由分子和分母算出，截取两位小数', () => {
    const table = tableIn(bookOf('indicators'), '监测指标');
    const cached = tableIn(bookOf('indicators'), '监测指标').values('指标值');
    for (const [index, numerator] of table.values('分子').entries()) {
      const denominator = table.values('分母')[index];
      if (typeof numerator !== 'number' || typeof denominator !== 'number') continue;
      if (table.values('单位')[index] !== '%') continue;
      expect(cached[index]).toBe(Math.floor((numerator * 10_000) / denominator + 1e-9) / 100);
    }
  });
});
