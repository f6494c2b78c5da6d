import type { Method } from '../../../../shared/domain/standard/standard.ts';
import type { Pack, PackChapter, PackClause, PackSection } from '../../../../shared/contract/pack-schema.ts';
import type { ProblemList } from '../problem-list.ts';
import { declaredTotal } from './declared-total.ts';
import type { ClauseEntry, RawPoint } from './entries.ts';
import { readMeasure } from './measure.ts';
import { headOf, placeholderTargets, scaleOf, type PackMeta } from './meta.ts';
import { lacksItsShare } from './shared-scores.ts';
import { cleanText } from './text.ts';
import type { DraftClause, DraftTree } from './tree.ts';
import { wordingOf, type RawWording, type Wordings } from './wording.ts';

/** Where a clause and each of its points stand in the file; points in the order C, B, A or of the list. */
export interface ClauseSource {
  readonly where: string;
  readonly points: readonly string[];
}

/** What stands above the first table: the title, and all short lines. */
export interface HeadLines {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What the file says of signs that mean one thing here and another there. */
export interface SignMeanings {
  readonly triangle: 'core' | 'optional';
  readonly isBlackCore: boolean;
}

export interface PackMade {
  readonly pack: Pack;
  /** What the file says, as it says it. */
  readonly wordings: Wordings;
  readonly sources: Readonly<Record<string, ClauseSource>>;
  /** What the scores of the clauses add up to. */
  readonly sum: number | undefined;
}

const longestTitle = 300;
const longestPoint = 5000;

/** The draft as a pack. Undefined when there is no clause in it. */
export function toPack(
  tree: DraftTree,
  { title, lines }: HeadLines,
  meta: PackMeta,
  signs: SignMeanings,
  problems: ProblemList,
): PackMade | undefined {
  const sources: Record<string, ClauseSource> = {};
  const wordings: Record<string, RawWording> = {};
  const chapters = tree.chapters.flatMap((chapter): PackChapter[] => {
    const sections = chapter.sections.flatMap((section): PackSection[] => {
      const clauses = section.clauses.map((clause) => {
        const isPrerequisite = chapter.isPrerequisite || section.isPrerequisite;
        const made = toClause(clause, isPrerequisite, signs, problems);
        sources[clause.code] = made.source;
        wordings[clause.code] = wordingOf(clause.entry, made.clause.method);
        return made.clause;
      });
      return clauses.length === 0 ? [] : [{ code: section.code, title: titleOf(section.title, section.code), clauses }];
    });
    return sections.length === 0 ? [] : [{ code: chapter.code, title: titleOf(chapter.title, chapter.code), sections }];
  });
  if (chapters.length === 0) return undefined;

  const clauses = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.clauses));
  const method = mostCommon(clauses);
  const methods = new Set(clauses.map((clause) => clause.method ?? method));
  const scores = clauses.flatMap(({ points }) => (points === undefined ? [] : [points]));
  const sum = scores.length > 0 ? sumOf(scores) : undefined;
  const head = headOf(title, meta, lines);
  const pack: Pack = {
    ...head,
    ...(meta.note === undefined && { note: `${head.note}${partsOf(tree)}` }),
    method,
    scale: [...scaleOf(method)],
    ...(sum !== undefined && { totalPoints: declaredTotal(tree) ?? sum, yesAtRate: 0.6 }),
    targets: meta.targets ?? placeholderTargets(methods, methods),
    chapters: chapters.map((chapter) => withMethod(chapter, method)),
  };
  return { pack, wordings, sources, sum };
}

/** The titles of parts have no place in the pack but here: their chapters say the number only. */
function partsOf({ chapters }: DraftTree): string {
  const names = new Set(chapters.flatMap(({ part }) => (part && part.name !== '' ? [part.name] : [])));
  return names.size === 0 ? '' : `各部分：${[...names].join('；')}。`;
}

const titleOf = (title: string, code: string): string => (title.trim() === '' ? code : title.slice(0, longestTitle));

const sumOf = (scores: readonly number[]): number =>
  scores.reduce((sum, score) => sum + Math.round(score * 10_000), 0) / 10_000;

function mostCommon(clauses: readonly PackClause[]): Method {
  const counts = new Map<Method, number>();
  for (const { method = 'checklist' } of clauses) counts.set(method, (counts.get(method) ?? 0) + 1);
  return [...counts].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? 'checklist';
}

/** The method is written where it differs: at the chapter when all below it agree. */
function withMethod(chapter: PackChapter, usual: Method): PackChapter {
  const methods = new Set(chapter.sections.flatMap(({ clauses }) => clauses.map(({ method }) => method)));
  const [only] = methods;
  const isUniform = methods.size === 1 && only !== undefined;
  const above = isUniform ? only : usual;
  const { code, title, sections } = chapter;
  return {
    code,
    title,
    ...(above !== usual && { method: above }),
    sections: sections.map((section) => ({
      ...section,
      clauses: section.clauses.map(({ method, ...clause }) =>
        method === above || method === undefined ? clause : { ...clause, method },
      ),
    })),
  };
}

function toClause(
  { code, entry, under }: DraftClause,
  isPrerequisite: boolean,
  { triangle, isBlackCore }: SignMeanings,
  problems: ProblemList,
): { readonly clause: PackClause; readonly source: ClauseSource } {
  const method = methodOf(entry, isPrerequisite, problems, code);
  const notes = [...(under.length > 0 ? [`所属：${under.join(' / ')}`] : []), ...entry.notes];
  const cut = cutTitle(entry, code, notes, problems);
  // Only points take deductions; elsewhere they are kept in words.
  if (method !== 'points' && entry.deductions.length > 0) notes.push(`扣分标准：${entry.deductions.join('；')}`);
  const points = pointsOf(entry, method, code, problems);
  const requirements = requirementsOf(points, method);
  const note = notes.join('\n').slice(0, longestPoint);
  if (entry.hasTriangle) {
    const means = triangle === 'core' ? '核心' : '可选';
    problems.warning('含义不明的 △', entry.where, `条款 ${code} 带 △，已当作${means}条款。请核对。`);
  }
  return {
    clause: {
      code,
      title: cut,
      core: entry.core || (entry.hasTriangle && triangle === 'core') || (entry.hasBlackTriangle && isBlackCore),
      optional: entry.optional || (entry.hasTriangle && triangle === 'optional'),
      method,
      ...(method === 'points' && entry.score !== undefined && { points: entry.score }),
      ...(method === 'prerequisite' && { veto: true }),
      ...(requirements && { requirements }),
      ...(method === 'points' &&
        entry.deductions.length > 0 && { deductions: entry.deductions.flatMap((text) => pieces(text)) }),
      ...(method === 'indicator' && { indicator: readMeasure(entry, problems) }),
      evidence: entry.evidence.flatMap(pieces),
      checks: entry.checks.flatMap(pieces),
      departments: entry.departments.flatMap(pieces),
      ...(note !== '' && { note }),
    },
    source: { where: entry.where, points: points.map(({ where }) => where) },
  };
}

function methodOf(entry: ClauseEntry, isPrerequisite: boolean, problems: ProblemList, code: string): Method {
  if (isPrerequisite) return 'prerequisite';
  if (entry.method === 'prerequisite' && (entry.score ?? 0) > 0) {
    const message = `条款 ${code} 是前置要求，违反即否决，它的分值 ${entry.score} 没有导入。`;
    problems.warning('前置要求的分值', entry.scoreWhere, message);
  }
  if (entry.method !== 'points' || (entry.score !== undefined && entry.score > 0)) return entry.method;
  if (!entry.hasUnreadableScore && !lacksItsShare(entry)) {
    const message = `条款 ${code} 没有分值，暂按“符合 / 不符合”判定。`;
    problems.warning('没有分值的条款', entry.scoreWhere, message);
  }
  return 'checklist';
}

/** A title that is too long is a sentence: the whole of it goes to the note. */
function cutTitle({ title, where }: ClauseEntry, code: string, notes: string[], problems: ProblemList): string {
  const whole = cleanText(title);
  const line = whole.replaceAll('\n', '');
  if (line === '') {
    problems.warning('没有名称的条款', where, `条款 ${code} 没有名称，暂用编号代替。`);
    return code;
  }
  if (line.length <= longestTitle) return line;
  problems.warning('过长的名称', where, `条款 ${code} 的名称超过 ${longestTitle} 个字，已截短；全文放在说明里。`);
  notes.push(whole);
  return `${line.slice(0, longestTitle - 1)}…`;
}

const tierOrder = ['C', 'B', 'A'] as const;

function pointsOf(entry: ClauseEntry, method: Method, code: string, problems: ProblemList): readonly RawPoint[] {
  const whole = entry.points.flatMap((point) => {
    if (point.text.length <= longestPoint) return [point];
    const parts = pieces(point.text);
    problems.warning(
      '过长的要点',
      point.where,
      `条款 ${code} 有一条要点超过 ${longestPoint} 个字，已按句子分成 ${parts.length} 条。`,
    );
    return parts.map((text) => ({ ...point, text }));
  });
  if (method === 'graded') {
    const untold = whole.find(({ tier }) => tier === undefined);
    if (untold) {
      problems.warning('没有写明等级的要点', untold.where, `条款 ${code} 有要点没有写明 C、B、A，已归入 C。`);
    }
    const told = whole.map((point) => ({ ...point, tier: point.tier ?? ('C' as const) }));
    if (told.length === 0) empty(entry, code, problems);
    return tierOrder.flatMap((tier) => told.filter((point) => point.tier === tier));
  }
  if (whole.length > 0 || method === 'indicator') return whole;
  if (entry.expectsPoints) empty(entry, code, problems);
  // The text of the clause is all that can be checked.
  const text = cleanText(entry.title) || code;
  return pieces(text).map((piece) => ({ tier: undefined, text: piece, where: entry.where }));
}

const empty = ({ where }: ClauseEntry, code: string, problems: ProblemList): void =>
  problems.warning('没有要点的条款', where, `条款 ${code} 没有要点。请核对表格，或在导入后补上。`);

function requirementsOf(points: readonly RawPoint[], method: Method): PackClause['requirements'] {
  if (method === 'graded') {
    const of = (tier: string) => points.filter((point) => point.tier === tier).map(({ text }) => text);
    return { C: of('C'), B: of('B'), A: of('A') };
  }
  const texts = points.map(({ text }) => text);
  return method === 'indicator' && texts.length === 0 ? undefined : { yes: texts };
}

/** A text in pieces that a pack can hold, cut after a sentence; nothing is lost. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > longestPoint) {
    const head = rest.slice(0, longestPoint);
    const end = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'), head.lastIndexOf('\n'));
    const at = end > longestPoint / 2 ? end + 1 : longestPoint;
    found.push(rest.slice(0, at).trim());
    rest = rest.slice(at);
  }
  return [...found, rest.trim()].filter((piece) => piece !== '');
}
