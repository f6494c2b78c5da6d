import { describe, expect, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { gradeOf, isCounted } from '../../../shared/domain/round/clause-state.ts';
import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';
import { tallyClauses, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { judge, type Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { randomRound, readStandard, seeded, tallyOf } from './round-fixture.ts';
import {
  bytesOf,
  figuresOf,
  hasLibreOffice,
  recalculated,
  rowsOf,
  sheetOf,
  sheetXml,
  unzip,
  zipOf,
} from './workbook-support.ts';

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

const manyRules = [
  { scope: 'all', grade: 'C', atLeast: '0.9' },
  { scope: 'all', grade: 'B', atLeast: '2/3' },
  { scope: 'all', grade: 'A', atLeast: '66.6%' },
  { scope: 'all', grade: 'D', atLeast: '1' },
  { scope: 'core', grade: 'C', atLeast: '1' },
  { scope: 'core', grade: 'B', atLeast: '0.333333' },
  { scope: 'chapter:1.1', grade: 'C', atLeast: '0.95' },
  { scope: 'chapter:1.10', grade: 'C', atLeast: '0.5' },
  { scope: 'chapter:2*', grade: 'A', atLeast: '0.7' },
  { scope: 'chapter:9', grade: 'A', atLeast: '0.7' }, // no clause: not applicable
] as const;

const rounds: readonly (readonly [string, RoundView])[] = [
  ['township, all rules of the pack', randomRound({ seed: 11 })],
  ['one chapter out of the rules', randomRound({ seed: 12, standard: readStandard('jcx-township-2022', ['2']) })],
  [
    'tricky chapter codes and thresholds',
    randomRound({ seed: 13, standard: withTrickyChapters(readStandard()), target: { rules: manyRules }, met: 0.95 }),
  ],
  [
    'tier 2 hospital, six chapters counted',
    randomRound({ seed: 14, standard: readStandard('tier2-2012', ['7']), met: 0.97 }),
  ],
  ['nothing marked yet', randomRound({ seed: 15, met: -1, evidence: 0 })],
  ['everything met', randomRound({ seed: 16, met: 2 })],
];

function expectFigures(found: ReturnType<typeof figuresOf>, verdict: Verdict, tally: Tally): void {
  expect(found.rules).toHaveLength(verdict.rules.length);
  for (const [index, rule] of verdict.rules.entries()) {
    expect(found.rules[index]).toMatchObject({
      count: rule.count,
      denominator: rule.denominator,
      missing: rule.missing,
      verdict: !rule.applicable ? '不适用' : rule.holds ? '达到' : '未达到',
    });
    const share = found.rules[index]?.share;
    expect(typeof share === 'number' ? Math.round(share * 1000) / 10 : share).toBe(
      rule.percent === undefined ? '不适用' : Number(rule.percent),
    );
  }
  expect(found.overall).toBe(verdict.reached ? '达到' : '未达到');
  for (const row of found.scopes) {
    const label = String(row[0]);
    const code = label.split(' ')[0] ?? '';
    const name = label === '全部条款' ? 'all' : label === '核心条款 ★' ? 'core' : `chapter:${code}`;
    const scope = tally.get(name);
    expect([name, ...row.slice(2, 8)]).toEqual([
      name,
      ...(scope ? [scope.A, scope.B, scope.C, scope.D, scope.E, scope.unscored] : [0, 0, 0, 0, 0, 0]),
    ]);
  }
}

/** Writes texts straight into cells, as an editor would, leaving every cached figure as it was. */
async function withCells(bytes: Buffer, sheet: number, cells: ReadonlyMap<string, string>): Promise<Buffer> {
  const parts = await unzip(bytes);
  const xml = sheetXml(parts, sheet).replace(
    /<c r="([A-Z]+\d+)"((?: s="\d+")?)[^>]*?(?:\/>|>.*?<\/c>)/gu,
    (whole: string, address: string, style: string) =>
      cells.has(address) ? `<c r="${address}"${style} t="inlineStr"><is><t>${cells.get(address)}</t></is></c>` : whole,
  );
  parts.set(`xl/worksheets/sheet${sheet + 1}.xml`, Buffer.from(xml));
  return zipOf(parts);
}

describe.skipIf(!hasLibreOffice)('用 LibreOffice 重新计算', () => {
  test.each(rounds)('%s：每个数字都与判定相同', async (_name, round) => {
    const bytes = await bytesOf(round);
    const book = recalculated(bytes);
    expectFigures(figuresOf(book), round.verdict, tallyOf(round));
    const theirs = figuresOf(book, 'reviewers');
    expect(theirs.overall).toBe('待评审');
    expect(new Set(theirs.rules.map((rule) => rule.verdict))).toEqual(new Set(['待评审']));
    expect(rowsOf(sheetOf(book, '封面')).flat()).toContain(round.verdict.reached ? '达到' : '未达到');
  });

  test('改了自评等级、填了评审等级的副本，重算后结论、比对和各章数字都跟着变', async () => {
    const round = randomRound({ seed: 21 });
    const clauses = clausesOf(round.standard);
    const chance = seeded(5);
    const pick = (optional: boolean): Grade =>
      (['A', 'A', 'A', 'B', 'C', 'D', optional ? 'E' : 'A'] as const)[Math.floor(chance() * 7)] ?? 'A';
    const own = clauses.map((): Grade => 'A');
    const theirs = clauses.map((clause): Grade | undefined => (chance() < 0.1 ? undefined : pick(clause.optional)));
    const cells = new Map<string, string>();
    for (const [index] of clauses.entries()) {
      cells.set(`G${index + 2}`, own[index] ?? '');
      const grade = theirs[index];
      if (grade) cells.set(`K${index + 2}`, grade);
    }
    const book = recalculated(await withCells(await bytesOf(round), 2, cells));
    const judged = (grades: readonly (Grade | undefined)[]) => {
      const tally = tallyClauses(
        clauses.flatMap((clause, index) =>
          isCounted(clause) ? [{ chapter: clause.chapter, core: clause.core, grade: grades[index] }] : [],
        ),
      );
      return [judge(round.target, tally), tally] as const;
    };
    expect(round.verdict.reached).toBe(false);
    expect(judged(own)[0].reached).toBe(true);
    expectFigures(figuresOf(book), ...judged(own));
    expectFigures(figuresOf(book, 'reviewers'), ...judged(theirs));
    const agreement = rowsOf(sheetOf(book, '条款评分'))
      .slice(1)
      .map((row) => row[12] ?? '');
    expect(agreement).toEqual(
      theirs.map((grade) => (grade === undefined ? '' : grade === 'A' ? '一致' : grade === 'E' ? '不一致' : '偏高')),
    );
  });

  test('偏低与未评：自评低于评审是偏低，自评未评时不比对', async () => {
    const round = randomRound({ seed: 22 });
    const grades = clausesOf(round.standard).map((clause, index) => {
      const state = round.states[index];
      return state && gradeOf(clause, state).grade;
    });
    const cells = new Map(grades.map((_grade, index) => [`K${index + 2}`, 'A']));
    const book = recalculated(await withCells(await bytesOf(round), 2, cells));
    expect(
      rowsOf(sheetOf(book, '条款评分'))
        .slice(1)
        .map((row) => row[12] ?? ''),
    ).toEqual(
      grades.map((grade) => (grade === undefined ? '' : grade === 'A' ? '一致' : grade === 'E' ? '不一致' : '偏低')),
    );
  });
});
