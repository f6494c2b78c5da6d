import type { Pack, PackChapter, PackClause, PackSection } from '../../../shared/contract/pack-schema.ts';
import type { Method, PointTier } from '../../../shared/domain/standard/standard.ts';

export type TreeRow =
  | { readonly kind: 'chapter'; readonly key: string; readonly chapter: PackChapter; readonly clauses: number }
  | { readonly kind: 'section'; readonly key: string; readonly section: PackSection }
  | {
      readonly kind: 'clause';
      readonly key: string;
      readonly clause: PackClause;
      readonly method: Method;
      readonly points: number;
    }
  | {
      readonly kind: 'point';
      readonly key: string;
      readonly code: string;
      /** Among the clause's points, as `places` counts them. */
      readonly at: number;
      readonly tier: PointTier;
      readonly text: string;
    }
  | {
      readonly kind: 'fact';
      readonly key: string;
      readonly code: string;
      readonly label: string;
      readonly text: string;
    };

/** What is unfolded or folded against the usual: chapters and sections open, clauses closed. */
export type Turned = ReadonlySet<string>;

export interface TreeCounts {
  readonly chapters: number;
  readonly sections: number;
  readonly clauses: number;
  readonly points: number;
  /** Of all clauses with a score. */
  readonly score: number;
}

const tiers = ['C', 'B', 'A', 'yes'] as const;
const directions = { up: '逐步提高', down: '逐步降低', monitor: '监测比较' } as const;
const periods = { month: '月', quarter: '季度', year: '年' } as const;

export const clauseKey = (code: string): string => `clause:${code}`;

const pointsOf = ({ requirements }: PackClause) =>
  tiers.flatMap((tier) => (requirements?.[tier] ?? []).map((text) => ({ tier, text })));

/** The rows of the tree as it is unfolded. */
export function treeRows(pack: Pack, turned: Turned): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  for (const [chapterAt, chapter] of pack.chapters.entries()) {
    const key = `chapter:${chapterAt}`;
    const clauses = chapter.sections.reduce((sum, section) => sum + section.clauses.length, 0);
    rows.push({ kind: 'chapter', key, chapter, clauses });
    if (turned.has(key)) continue;
    for (const [sectionAt, section] of chapter.sections.entries()) {
      const sectionKey = `${key}:${sectionAt}`;
      rows.push({ kind: 'section', key: sectionKey, section });
      if (turned.has(sectionKey)) continue;
      for (const clause of section.clauses) {
        const method = clause.method ?? section.method ?? chapter.method ?? pack.method;
        const points = pointsOf(clause);
        const own = clauseKey(clause.code);
        rows.push({ kind: 'clause', key: own, clause, method, points: points.length });
        if (!turned.has(own)) continue;
        for (const [at, { tier, text }] of points.entries())
          rows.push({ kind: 'point', key: `${own}:${at}`, code: clause.code, at, tier, text });
        for (const { label, text } of factsOf(clause))
          rows.push({ kind: 'fact', key: `${own}:${label}`, code: clause.code, label, text });
      }
    }
  }
  return rows;
}

/** What else the file says of a clause. */
function factsOf({ indicator, deductions = [], evidence, departments, checks, note }: PackClause) {
  const facts: readonly (readonly [string, string])[] = [
    ['分子', indicator?.numerator ?? ''],
    ['分母', indicator?.denominator ?? ''],
    ['公式', indicator?.formula ?? ''],
    [
      '统计',
      indicator
        ? [
            indicator.unit,
            directions[indicator.direction],
            periods[indicator.period],
            indicator.target === undefined || indicator.target === null ? '' : `目标 ${indicator.target}`,
          ]
            .filter((part) => part !== '')
            .join(' · ')
        : '',
    ],
    ['扣分', deductions.join('；')],
    ['佐证', evidence.join('；')],
    ['科室', departments.join('、')],
    ['方法', checks.join('、')],
    ['备注', note ?? ''],
  ];
  return facts.flatMap(([label, text]) => (text === '' ? [] : [{ label, text }]));
}

export function countTree({ chapters }: Pack): TreeCounts {
  const sections = chapters.flatMap((chapter) => chapter.sections);
  const clauses = sections.flatMap((section) => section.clauses);
  return {
    chapters: chapters.length,
    sections: sections.length,
    clauses: clauses.length,
    points: clauses.reduce((sum, clause) => sum + pointsOf(clause).length, 0),
    score: clauses.reduce((sum, { points = 0 }) => sum + Math.round(points * 10_000), 0) / 10_000,
  };
}

const figure = (value: number): string => value.toLocaleString('zh-CN');

/** “8 章 · 62 节 · 698 条款 · 3,120 要点 · 分值 1,000” */
export const countWords = ({ chapters, sections, clauses, points, score }: TreeCounts): string =>
  [
    `${figure(chapters)} 章`,
    `${figure(sections)} 节`,
    `${figure(clauses)} 条款`,
    `${figure(points)} 要点`,
    ...(score > 0 ? [`分值 ${figure(score)}`] : []),
  ].join(' · ');

/** Chapter and section of a clause, so that they can be unfolded above it. */
export function keysAbove(pack: Pack, code: string): readonly string[] {
  for (const [chapterAt, { sections }] of pack.chapters.entries()) {
    const sectionAt = sections.findIndex(({ clauses }) => clauses.some((clause) => clause.code === code));
    if (sectionAt >= 0) return [`chapter:${chapterAt}`, `chapter:${chapterAt}:${sectionAt}`];
  }
  return [];
}

const widestCode = 14;

/** In characters; a single odd code does not move all titles. */
export const longestCode = ({ chapters }: Pack): number =>
  Math.min(
    widestCode,
    Math.max(
      4,
      ...chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses.map(({ code }) => code.length))),
    ),
  );
