import type { Method } from '../../../shared/domain/standard/standard.ts';
import { amountWords, chapterSum, sectionSum } from './edit/totals.ts';
import { isZero, type Rational } from '../../../shared/domain/number/rational.ts';
import { inheritedMethod, type Key, type WorkClause, type WorkPack } from './edit/work-pack.ts';
import type { Spot } from './faults.ts';

export interface TreeRow {
  readonly spot: Spot;
  readonly kind: 'head' | 'targets' | 'chapter' | 'section' | 'clause';
  readonly code: string;
  readonly title: string;
  /** Of clauses. */
  readonly method: Method | undefined;
  readonly core: boolean;
  readonly optional: boolean;
  /** Full score of a clause, or the sum of what is under it. */
  readonly score: string;
  /** Of chapters and sections; undefined for what cannot be folded. */
  readonly folded: boolean | undefined;
  readonly under: readonly Key[];
}

const matches = ({ code, title, requirements }: WorkClause, words: string): boolean =>
  [code, title, ...Object.values(requirements ?? {}).flat()].some((text) => text?.toLowerCase().includes(words));

const sumWords = (sum: Rational): string => (isZero(sum) ? '' : amountWords(sum));

/** The outline as rows. While it is filtered nothing is folded, and of an empty chapter nothing is shown. */
export function treeRows(work: WorkPack, folded: ReadonlySet<Key>, filter: string): readonly TreeRow[] {
  const words = filter.trim().toLowerCase();
  const isLooking = words !== '';
  const named = ({ code, title }: { readonly code: string; readonly title: string }) =>
    [code, title].some((text) => text.toLowerCase().includes(words));
  const plain = { method: undefined, core: false, optional: false, score: '', folded: undefined, under: [] };
  const rows: TreeRow[] = isLooking
    ? []
    : [
        { ...plain, spot: 'head', kind: 'head', code: '', title: '标准信息' },
        { ...plain, spot: 'targets', kind: 'targets', code: '', title: '目标与规则' },
      ];
  for (const chapter of work.chapters) {
    const below: TreeRow[] = [];
    const isChapter = isLooking && named(chapter);
    for (const section of chapter.sections) {
      const isSection = isChapter || (isLooking && named(section));
      const clauses = section.clauses.filter((clause) => !isLooking || isSection || matches(clause, words));
      if (isLooking && !isSection && clauses.length === 0) continue;
      const inherited = inheritedMethod(work, chapter, section);
      const isFolded = !isLooking && folded.has(section.key);
      below.push({
        ...plain,
        spot: section.key,
        kind: 'section',
        code: section.code,
        title: section.title,
        score: sumWords(sectionSum(section)),
        folded: isFolded,
        under: section.clauses.map(({ key }) => key),
      });
      if (isFolded) continue;
      for (const clause of clauses) {
        below.push({
          ...plain,
          spot: clause.key,
          kind: 'clause',
          code: clause.code,
          title: clause.title,
          method: clause.method ?? inherited,
          core: clause.core,
          optional: clause.optional,
          score: clause.points === undefined ? '' : String(clause.points),
        });
      }
    }
    if (isLooking && !isChapter && below.length === 0) continue;
    const isFolded = !isLooking && folded.has(chapter.key);
    rows.push({
      ...plain,
      spot: chapter.key,
      kind: 'chapter',
      code: chapter.code,
      title: chapter.title,
      score: sumWords(chapterSum(chapter)),
      folded: isFolded,
      under: chapter.sections.flatMap(({ key, clauses }) => [key, ...clauses.map((clause) => clause.key)]),
    });
    if (!isFolded) rows.push(...below);
  }
  return rows;
}

/** The clauses, sections or chapters between two rows, of the kind of the first. */
export function rowsBetween(rows: readonly TreeRow[], from: Spot, to: Spot): readonly Key[] {
  const [start, end] = [rows.findIndex(({ spot }) => spot === from), rows.findIndex(({ spot }) => spot === to)];
  const kind = rows[start]?.kind;
  if (start < 0 || end < 0) return [];
  return rows
    .slice(Math.min(start, end), Math.max(start, end) + 1)
    .flatMap((row) => (row.kind === kind && typeof row.spot === 'number' ? [row.spot] : []));
}
