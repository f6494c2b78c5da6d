import path from 'node:path';
import type { ScoreImport } from '../../../shared/contract/assessment.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import { scoresRefused } from '../../../shared/errors/messages.ts';
import type { OpenRound } from '../round/open-round.ts';
import { planScores, type ScoreEntry } from '../score-file/plan-scores.ts';
import { readScoreFile } from '../score-file/read-score-file.ts';

/**
 * Marks, grades, scores, figures and notes from a file; all rows or none.
 *
 * @throws {AppError} scores/refused with every faulty row, file/*
 */
export async function importScores(round: OpenRound, file: string): Promise<ScoreImport> {
  const rows = await readScoreFile(file);
  const { entries, problems } = planScores(rows, round.standard, (id) => round.state(id).marks);
  if (problems.length > 0) throw scoresRefused(path.basename(file), problems);
  const patches = entries.flatMap((entry) => patchesOf(entry, round.state(entry.clauseId)));
  const change = round.apply('do', `导入评分 ${entries.length} 条`, patches);
  return { change, rows: rows.length, clauses: entries.length };
}

function patchesOf(entry: ScoreEntry, state: ClauseState): readonly Patch[] {
  const { clauseId, grade, score, reason, note } = entry;
  return [
    ...entry.marks.map(({ pointId, mark }): Patch => {
      return { on: 'mark', clauseId, pointId, before: state.marks[pointId] ?? null, after: mark };
    }),
    ...(grade === undefined ? [] : [gradePatch(state, { grade, reason })]),
    ...(score === undefined ? [] : [scorePatch(state, { score, reason: reason ?? '' })]),
    ...entry.figures.map((figure) => figurePatch(state, figure)),
    ...(note === undefined ? [] : [{ on: 'note', clauseId, before: state.note, after: note } as const]),
  ];
}

/** A grade without a reason of its own leaves that of a score by hand. */
function gradePatch(state: ClauseState, { grade, reason }: Pick<ScoreEntry, 'grade' | 'reason'>): Patch {
  const kept = state.ownScore === undefined ? '' : state.reason;
  return {
    on: 'grade',
    clauseId: state.clauseId,
    before: { grade: state.ownGrade ?? null, reason: state.reason },
    after: { grade: grade ?? null, reason: reason ?? kept },
  };
}

const scorePatch = (state: ClauseState, after: { readonly score: string; readonly reason: string }): Patch => ({
  on: 'score',
  clauseId: state.clauseId,
  before: { score: state.ownScore ?? null, reason: state.reason },
  after,
});

function figurePatch({ clauseId, figures }: ClauseState, { period, numerator, denominator }: Figure): Patch {
  const known = figures.find((figure) => figure.period === period);
  return {
    on: 'figure',
    clauseId,
    period,
    before: known ? { numerator: known.numerator, denominator: known.denominator } : null,
    after: { numerator, denominator },
  };
}
