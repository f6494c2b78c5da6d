import type { RoundView } from '../../../shared/contract/round.ts';
import { clausesOf, type Rule, type Standard } from '../../../shared/domain/standard/standard.ts';
import { scoreOf } from '../../../shared/domain/verdict/score.ts';
import { randomEntries } from './reviewers.ts';
import { randomRound, readStandard, seeded, tallyOf, withClauses, withState } from './round-fixture.ts';

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

/** Rounds whose workbooks are recalculated, and what reviewers put into them. */
export const rounds = reviewedSeeds.map(([name, view, seed]) => ({
  name,
  view,
  entries: seed === undefined ? [] : randomEntries(view, seeded(seed)),
}));
