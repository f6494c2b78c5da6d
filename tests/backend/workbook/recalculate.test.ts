import type { WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { clausesOf, type Rule, type Standard } from '../../../shared/domain/standard/standard.ts';
import { scoreOf } from '../../../shared/domain/verdict/score.ts';
import { denominatorOf, emptyScope, passingDenominator } from '../../../shared/domain/verdict/tally.ts';
import { randomEntries, reviewedBook, reviewedResults, type Entry } from './reviewers.ts';
import {
  randomRound,
  readStandard,
  resultsOf,
  seeded,
  tallyOf,
  tallyOn,
  verdictOn,
  withClauses,
  withState,
} from './round-fixture.ts';
import { bytesOf, figuresOf, hasLibreOffice, recalculated, rowsOf, sheetOf, tableIn } from './workbook-support.ts';

/** Chapter codes that a count by condition could take for numbers: 1.1 and 1.10 are different chapters. */
function withTrickyChapters(standard: Standard): Standard {
  const codes = ['1.1', '1.10', '2*', '3'];
  return {
    ...standard,
    chapters: standard.chapters.map((chapter, index) => {
      const code = codes[index] ?? chapter.code;
      return {
        ...chapter,
        code,
        sections: chapter.sections.map((section) => ({
          ...section,
          clauses: section.clauses.map((clause) => ({ ...clause, chapter: code })),
        })),
      };
    }),
  };
}

const grade = (scope: string, wanted: 'A' | 'B' | 'C' | 'D', atLeast: string): Rule => ({
  kind: 'grade',
  scope,
  grade: wanted,
  atLeast,
});
const passing = (scope: string, atLeast: string): Rule => ({ kind: 'passing', scope, atLeast });
const score = (scope: string, atLeast: string, of: 'points' | 'share' = 'points'): Rule => ({
  kind: 'score',
  scope,
  of,
  atLeast,
});

const trickyRules = [
  grade('all', 'C', '0.9'),
  grade('all', 'B', '2/3'),
  grade('all', 'A', '66.6%'),
  grade('all', 'D', '1'),
  grade('core', 'C', '1'),
  grade('core', 'B', '0.333333'),
  grade('chapter:1.1', 'C', '0.95'),
  grade('chapter:1.10', 'C', '0.5'),
  grade('chapter:2*', 'A', '0.7'),
  grade('chapter:9', 'A', '0.7'), // no clause: not applicable
];

const pointRules = [
  score('total', '850'),
  score('total', '0.85', 'share'),
  score('chapter:1', '0.6', 'share'),
  score('chapter:2', '100'),
  passing('core', '1'),
  passing('all', '2/3'),
  passing('chapter:3', '0.9'),
];

const partRules = [
  grade('all', 'C', '0.8'),
  grade('part3', 'B', '0.5'),
  grade('chapter:3.1', 'A', '0.2'),
  passing('part2', '0.5'),
  passing('chapter:1', '1'),
  score('total', '700'),
  score('part2', '0.6', 'share'),
  score('part3', '300'),
];

const one = '1/3';
/** Three clauses of 10 points, one of three points met in each: 10/3 + 10/3 + 10/3 is exactly 10. */
function thirds(rules: readonly Rule[]): RoundView {
  const whole = readStandard('sanitary-town-2021');
  const [chapter] = whole.chapters;
  const sections = chapter
    ? chapter.sections.map((section) => ({ ...section, clauses: section.clauses.slice(0, 3) }))
    : [];
  const small: Standard = {
    ...whole,
    totalPoints: '30',
    yesAtRate: one,
    chapters: chapter ? [{ ...chapter, sections: sections.slice(0, 1) }] : [],
  };
  const standard = withClauses(small, (clause) => ({
    ...clause,
    fullScore: '10',
    points: Array.from({ length: 3 }, (_point, at) => ({
      id: `${clause.id}/yes${at + 1}` as never,
      tier: 'yes' as const,
      text: `要点 ${at + 1}`,
    })),
  }));
  let view = randomRound({ seed: 1, standard, rules, met: 2, evidence: 0 });
  for (const [index, clause] of clausesOf(standard).entries()) {
    const marks = Object.fromEntries(clause.points.map(({ id }, at) => [id, at === 0 ? 'met' : 'unmet']));
    view = withState(view, index, { marks: marks as never });
  }
  return view;
}

/** A round whose score rule wants exactly what the round has, or the least bit more. */
function onTheThreshold(view: RoundView, more: bigint): RoundView {
  const { standard } = view;
  const earned = scoreOf('total', tallyOf(view), standard)?.earned;
  if (!earned) throw new Error('no score');
  const atLeast = `${earned.numerator + more}/${earned.denominator}`;
  return { ...view, target: { ...view.target, rules: [score('total', atLeast)], edited: true } };
}

const tier3 = readStandard('tier3-2022');
/** Two clauses of each section: LibreOffice takes seconds for a whole hospital standard. */
const shortened = (standard: Standard): Standard => ({
  ...standard,
  chapters: standard.chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section) => ({ ...section, clauses: section.clauses.slice(0, 2) })),
  })),
});
/** A standard whose total is put together from its first chapters, weighted alike. */
function weighted(id: string, parts: number): Standard {
  const standard = readStandard(id);
  const [part] = tier3.scoring?.parts ?? [];
  if (!part) throw new Error('no parts');
  const chapters = standard.chapters.slice(0, parts);
  const scopes = chapters.map(({ code }) => ({ ...part, scope: `chapter:${code}`, weight: `1/${parts}` }));
  return { ...standard, scoring: { full: '100', parts: scopes } };
}
const weightedRules = [score('total', '85'), score('chapter:1', '0.6', 'share'), score('chapter:2', '10')];

const violated = (view: RoundView): RoundView => {
  const index = clausesOf(view.standard).findIndex(({ method }) => method === 'prerequisite');
  const [point] = clausesOf(view.standard)[index]?.points ?? [];
  return withState(view, index, { marks: point ? { [point.id]: 'unmet' } : {} });
};

const reviewedSeeds: readonly (readonly [string, RoundView, number | undefined])[] = [
  ['township, all rules of the pack', randomRound({ seed: 11 }), 31],
  [
    'one chapter out of the rules',
    randomRound({ seed: 12, standard: shortened(readStandard('jcx-township-2022', ['2'])) }),
    32,
  ],
  [
    'tricky chapter codes and thresholds',
    randomRound({ seed: 13, standard: withTrickyChapters(readStandard()), rules: trickyRules, met: 0.95 }),
    33,
  ],
  [
    'tier 2 hospital, a chapter of indicators out of the rules',
    randomRound({ seed: 14, standard: shortened(readStandard('tier2-2012')), met: 0.97, evidence: 0 }),
    34,
  ],
  [
    'nothing marked yet',
    randomRound({ seed: 15, standard: shortened(readStandard()), met: -1, evidence: 0 }),
    undefined,
  ],
  ['everything met', randomRound({ seed: 16, standard: shortened(readStandard()), met: 2, evidence: 0 }), undefined],
  ['checklist', randomRound({ seed: 17, standard: readStandard('community-hospital-2019') }), 35],
  ['points', randomRound({ seed: 18, standard: readStandard('sanitary-town-2021'), rules: pointRules }), 36],
  [
    'points, nothing marked yet',
    randomRound({ seed: 19, standard: readStandard('sanitary-town-2021'), rules: pointRules, met: -1 }),
    undefined,
  ],
  ['indicators', randomRound({ seed: 20, standard: readStandard('family-doctor-2022') }), 37],
  [
    'prerequisites beside grades, one violated',
    violated(randomRound({ seed: 21, standard: readStandard('mch-review') })),
    38,
  ],
  ['tier 3 hospital, weighted parts', randomRound({ seed: 22, standard: tier3, rules: partRules, evidence: 0 }), 39],
  [
    'points in weighted parts',
    randomRound({ seed: 25, standard: weighted('sanitary-town-2021', 2), rules: weightedRules, evidence: 0 }),
    40,
  ],
  [
    'so many weighted parts that no whole number holds them',
    randomRound({ seed: 26, standard: weighted('sanitary-town-2021', 8), rules: weightedRules, evidence: 0 }),
    41,
  ],
  [
    'checklists in weighted parts',
    randomRound({ seed: 27, standard: weighted('community-hospital-2019', 7), rules: weightedRules, evidence: 0 }),
    42,
  ],
  [
    'thirds that reach the threshold',
    thirds([score('total', '10'), score('chapter:1', one, 'share'), passing('all', '1')]),
    undefined,
  ],
  [
    'thirds below by a billionth',
    thirds([score('total', '10.000000001'), score('total', '0.3333333334', 'share')]),
    undefined,
  ],
  [
    'points on the threshold',
    onTheThreshold(randomRound({ seed: 23, standard: readStandard('sanitary-town-2021'), evidence: 0 }), 0n),
    undefined,
  ],
  [
    'points just below',
    onTheThreshold(randomRound({ seed: 23, standard: readStandard('sanitary-town-2021'), evidence: 0 }), 1n),
    undefined,
  ],
  [
    'weighted parts on the threshold',
    onTheThreshold(randomRound({ seed: 24, standard: shortened(tier3), evidence: 0 }), 0n),
    undefined,
  ],
  [
    'weighted parts just below',
    onTheThreshold(randomRound({ seed: 24, standard: shortened(tier3), evidence: 0 }), 1n),
    undefined,
  ],
];

const rounds = reviewedSeeds.map(([name, view, seed]) => ({
  name,
  view,
  entries: seed === undefined ? [] : randomEntries(view, seeded(seed)),
}));

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
