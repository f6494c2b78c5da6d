import { grades, type Grade } from '../../../shared/domain/grade/grade.ts';
import type { Chapter, Clause, Standard } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import type { ClauseStates } from '../../app/round-store.ts';

/** How far a chapter or section has come. Clauses that are not graded yet cannot be scored and are not counted. */
export interface Progress {
  readonly total: number;
  readonly scored: number;
  readonly byGrade: Readonly<Record<Grade, number>>;
}

export interface ChapterOutline {
  readonly chapter: Chapter;
  readonly progress: Progress;
  readonly sections: readonly { readonly code: string; readonly title: string; readonly progress: Progress }[];
}

export function progressOf(clauses: readonly Clause[], states: ClauseStates): Progress {
  const byGrade: Record<Grade, number> = { A: 0, B: 0, C: 0, D: 0, E: 0 };
  let total = 0;
  for (const clause of clauses) {
    const state = states.get(clause.id);
    if (clause.method !== 'graded' || !state) continue;
    total++;
    const { grade } = factsOf(clause, state);
    if (grade) byGrade[grade]++;
  }
  return { total, scored: grades.reduce((sum, grade) => sum + byGrade[grade], 0), byGrade };
}

export const outlineOf = (standard: Pick<Standard, 'chapters'>, states: ClauseStates): readonly ChapterOutline[] =>
  standard.chapters.map((chapter) => ({
    chapter,
    progress: progressOf(
      chapter.sections.flatMap(({ clauses }) => clauses),
      states,
    ),
    sections: chapter.sections.map(({ code, title, clauses }) => ({
      code,
      title,
      progress: progressOf(clauses, states),
    })),
  }));
