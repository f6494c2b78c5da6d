import type { VerdictReport } from '../../../shared/contract/round.ts';
import { isCounted } from '../../../shared/domain/round/clause-state.ts';
import { judgedPoints, type ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import type { TargetId } from '../../../shared/domain/id.ts';
import { gapOf, gapRulesOf } from '../../../shared/domain/verdict/gap.ts';
import { targetNotFound } from '../../../shared/errors/messages.ts';
import type { OpenRound } from './open-round.ts';
import { usesEdited } from './uses-edited.ts';

/**
 * A round's verdict with its gap, measured against any target of its standard.
 *
 * @throws {AppError} standard/target-not-found
 */
export function reportVerdict(round: OpenRound, targetId: string | undefined): VerdictReport {
  const { targets } = round.standard;
  const found = targetId === undefined ? round.settings.target : targets.find((level) => level.id === targetId);
  if (!found) {
    throw targetNotFound(
      targetId ?? '',
      targets.map((level) => level.id),
    );
  }
  const target = round.settings.level(found.id satisfies TargetId);
  const verdict = round.verdict(target);
  const clauses = [...round.clauses.values()].filter(isCounted).map((clause) => {
    const { id, code, chapter, core } = clause;
    return { code, chapter, core, result: round.result(id), points: judgedPoints(clause, round.state(id)) };
  });
  const failing = verdict.rules.filter((rule) => !rule.holds);
  return {
    ...verdict,
    target: target.id,
    edited: usesEdited(target, round.settings.editedScoring !== null),
    gap: gapOf(failing, clauses, gapRulesOf({ ...round.standard, scoring: round.settings.scoring })).map((entry) => ({
      clause: entry.clause.code,
      grade: gradeIn(entry.clause.result),
      wanted: entry.wanted,
      pointsToMeet: entry.pointsToMeet,
    })),
  };
}

const gradeIn = (result: ClauseResult) => (result.method === 'graded' ? (result.grade ?? null) : null);
