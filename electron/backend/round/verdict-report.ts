import type { VerdictReport } from '../../../shared/contract/round.ts';
import { gradeOf, isCounted, judgedPoints } from '../../../shared/domain/round/clause-state.ts';
import { gapOf } from '../../../shared/domain/verdict/gap.ts';
import { targetNotFound } from '../../../shared/errors/messages.ts';
import type { OpenRound } from './open-round.ts';

/**
 * A round's verdict with its gap, measured against any target of its standard.
 *
 * @throws {AppError} standard/target-not-found
 */
export function reportVerdict(round: OpenRound, targetId: string | undefined): VerdictReport {
  const { targets } = round.standard;
  const target = targetId === undefined ? round.target : targets.find((level) => level.id === targetId);
  if (!target) {
    throw targetNotFound(
      targetId ?? '',
      targets.map((level) => level.id),
    );
  }
  const verdict = round.verdict(target);
  const clauses = [...round.clauses.values()].filter(isCounted).map((clause) => {
    const state = round.state(clause.id);
    const { code, chapter, core } = clause;
    return { code, chapter, core, grade: gradeOf(clause, state).grade, points: judgedPoints(clause, state) };
  });
  const failing = verdict.rules.filter((rule) => !rule.holds);
  return {
    ...verdict,
    target: target.id,
    gap: gapOf(failing, clauses).map((entry) => ({
      clause: entry.clause.code,
      grade: entry.clause.grade ?? null,
      wanted: entry.wanted,
      pointsToMeet: entry.pointsToMeet,
    })),
  };
}
