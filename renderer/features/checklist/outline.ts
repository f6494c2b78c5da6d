import type { Grade } from '../../../shared/domain/grade/grade.ts';
import {
  add,
  cut,
  divide,
  isZero,
  multiply,
  whole,
  zero,
  type Rational,
} from '../../../shared/domain/number/rational.ts';
import { passes } from '../../../shared/domain/result/clause-result.ts';
import type { Chapter, Clause, Standard } from '../../../shared/domain/standard/standard.ts';
import { factsOf, type ClauseFacts } from '../../app/clause-facts.ts';
import type { ClauseStates } from '../../app/round-store.ts';
import { gapRulesOf } from './gap-rules.ts';

/** How far a chapter, a section or the round has come. */
export interface Progress {
  readonly total: number;
  readonly scored: number;
}

/** `none` is an indicator that has a value and no target. */
export type ResultTone = Grade | 'pass' | 'fail' | 'none';

export interface ChapterOutline {
  readonly chapter: Chapter;
  readonly progress: Progress;
  readonly results: Readonly<Partial<Record<ResultTone, number>>>;
  /** 得分率 of a chapter with points: of everything that applies, in percent, cut to one decimal. */
  readonly scorePercent: string | undefined;
  readonly sections: readonly { readonly code: string; readonly title: string; readonly progress: Progress }[];
}

export function progressOf(clauses: readonly Clause[], states: ClauseStates): Progress {
  let scored = 0;
  for (const clause of clauses) {
    const state = states.get(clause.id);
    if (state && factsOf(clause, state).scored) scored++;
  }
  return { total: clauses.length, scored };
}

export function outlineOf(standard: Standard, states: ClauseStates): readonly ChapterOutline[] {
  const { yesAtRate } = gapRulesOf(standard);
  return standard.chapters.map((chapter) => {
    const clauses = chapter.sections.flatMap((section) => section.clauses);
    const facts = clauses.flatMap((clause) => {
      const state = states.get(clause.id);
      return state ? [factsOf(clause, state)] : [];
    });
    return {
      chapter,
      progress: progressOf(clauses, states),
      results: countResults(facts, yesAtRate),
      scorePercent: scorePercent(facts),
      sections: chapter.sections.map((section) => ({
        code: section.code,
        title: section.title,
        progress: progressOf(section.clauses, states),
      })),
    };
  });
}

function countResults(facts: readonly ClauseFacts[], yesAtRate: Rational): ChapterOutline['results'] {
  const counts: Partial<Record<ResultTone, number>> = {};
  for (const each of facts) {
    const tone = toneOf(each, yesAtRate);
    if (tone) counts[tone] = (counts[tone] ?? 0) + 1;
  }
  return counts;
}

function toneOf({ result, scored, exempt }: ClauseFacts, yesAtRate: Rational): ResultTone | undefined {
  if (result.method === 'graded') return result.grade;
  if (exempt) return 'E';
  if (!scored) return undefined;
  if (result.method === 'indicator' && result.status === 'neither' && !result.monitored) return 'none';
  return passes(result, yesAtRate) === 'pass' ? 'pass' : 'fail';
}

function scorePercent(facts: readonly ClauseFacts[]): string | undefined {
  let [earned, full] = [zero, zero];
  for (const { result } of facts) {
    if (result.method !== 'points' || result.exempt) continue;
    full = add(full, result.full);
    if (result.score) earned = add(earned, result.score);
  }
  return isZero(full) ? undefined : cut(multiply(divide(earned, full), whole(100)), 1);
}
