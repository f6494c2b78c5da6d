import path from 'node:path';
import type { ScoreImport } from '../../../shared/contract/assessment.ts';
import { refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import { judgedPoints } from '../../../shared/domain/round/clause-state.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import { scoresRefused } from '../../../shared/errors/messages.ts';
import type { OpenRound } from '../round/open-round.ts';
import { planScores, type ScoreEntry } from '../score-file/plan-scores.ts';
import { readScoreFile } from '../score-file/read-score-file.ts';

/**
 * Marks, grades and notes from a file; all rows or none.
 *
 * @throws {AppError} scores/refused with every faulty row, file/*
 */
export async function importScores(round: OpenRound, file: string): Promise<ScoreImport> {
  const rows = await readScoreFile(file);
  const { entries, problems } = planScores(rows, round.standard);
  const refused = [...problems, ...entries.flatMap((entry) => refuseEntry(round, entry))];
  if (refused.length > 0) throw scoresRefused(path.basename(file), refused);
  const patches = entries.flatMap((entry) => patchesOf(round, entry));
  const change = round.apply('do', `导入评分 ${entries.length} 条`, patches);
  return { change, rows: rows.length, clauses: entries.length };
}

/** What only shows once the file's own marks are in force: a grade raised without a reason. */
function refuseEntry(round: OpenRound, entry: ScoreEntry): readonly string[] {
  if (entry.grade === undefined) return [];
  const clause = round.clause(entry.clauseId);
  const state = round.state(entry.clauseId);
  const marks = { ...state.marks, ...Object.fromEntries(entry.marks.map(({ pointId, mark }) => [pointId, mark])) };
  const refusal = refuseGrade({
    optional: clause.optional,
    points: judgedPoints(clause, { marks }),
    ownGrade: entry.grade,
    reason: entry.reason ?? '',
  });
  if (refusal !== 'reason-missing') return [];
  const lines = entry.rows.join('、');
  return [`第 ${lines} 行：条款 ${clause.code} 评为 ${entry.grade} 高于要点得出的建议等级，缺少理由（reason 列）。`];
}

function patchesOf(round: OpenRound, entry: ScoreEntry): readonly Patch[] {
  const { clauseId } = entry;
  const state = round.state(clauseId);
  const patches: Patch[] = entry.marks.map(({ pointId, mark }) => ({
    on: 'mark',
    clauseId,
    pointId,
    before: state.marks[pointId] ?? null,
    after: mark,
  }));
  if (entry.grade !== undefined) {
    patches.push({
      on: 'grade',
      clauseId,
      before: { grade: state.ownGrade ?? null, reason: state.reason },
      after: { grade: entry.grade, reason: entry.reason?.trim() ?? '' },
    });
  }
  if (entry.note !== undefined) patches.push({ on: 'note', clauseId, before: state.note, after: entry.note });
  return patches;
}
