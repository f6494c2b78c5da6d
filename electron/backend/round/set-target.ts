import type { Input } from '../../../shared/contract/contract.ts';
import type { RoundChange } from '../../../shared/contract/round.ts';
import type { TargetId } from '../../../shared/domain/id.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import type { TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { checkRules } from '../../../shared/domain/verdict/check-rules.ts';
import { checkScoring } from '../../../shared/domain/verdict/check-scoring.ts';
import { notWeighted, rulesRefused, scoringRefused, targetNotFound } from '../../../shared/errors/messages.ts';
import type { OpenRound } from './open-round.ts';

/** @throws {AppError} standard/target-not-found */
export function setTarget(round: OpenRound, { targetId }: Input<'round.setTarget'>): RoundChange {
  const level = findTarget(round, targetId);
  return round.apply('do', `目标改为${level.label}`, [
    { on: 'level', before: round.settings.target.id, after: level.id },
  ]);
}

/**
 * Measures a target by other rules in this round. Rules equal to the standard's are no edit.
 *
 * @throws {AppError} standard/target-not-found; round/rules-refused with every faulty rule, the old ones stay
 */
export function editTarget(round: OpenRound, { targetId, rules }: Input<'round.editTarget'>): RoundChange {
  const level = findTarget(round, targetId);
  const problems = rules === null ? [] : checkRules(rules, { ...round.standard, scoring: round.settings.scoring });
  if (problems.length > 0) throw rulesRefused(level.label, problems);
  const isOwn = rules !== null && JSON.stringify(rules) !== JSON.stringify(level.rules);
  return round.apply('do', isOwn ? `修改${level.label}的规则` : `恢复${level.label}的规则`, [
    { on: 'rules', targetId: level.id, before: round.settings.editedRules(level.id), after: isOwn ? rules : null },
  ]);
}

/**
 * Puts the total together in another way in this round. What equals the standard's is no edit.
 *
 * @throws {AppError} round/not-weighted; round/scoring-refused with everything that is wrong, the old way stays
 */
export function editScoring(round: OpenRound, { scoring }: Input<'round.editScoring'>): RoundChange {
  const own = round.standard.scoring;
  if (!own) throw notWeighted();
  const problems = scoring === null ? [] : checkScoring(scoring, round.standard);
  if (problems.length > 0) throw scoringRefused(problems);
  const isOwn = scoring !== null && JSON.stringify(scoring) !== JSON.stringify({ full: own.full, parts: own.parts });
  return round.apply('do', isOwn ? '修改总分折算' : '恢复总分折算', [
    { on: 'scoring', before: round.settings.editedScoring, after: isOwn ? scoring : null },
  ]);
}

/** @throws {AppError} assessment/clause-not-found */
export function planLifts(round: OpenRound, { items }: Input<'round.plan'>): RoundChange {
  const patches = items.map(({ clauseId, wanted }): Patch => {
    round.clause(clauseId);
    return { on: 'plan', clauseId, before: round.settings.planned(clauseId), after: wanted };
  });
  return round.apply('do', `拟提升 ${items.length} 条`, patches);
}

function findTarget(round: OpenRound, id: TargetId): TargetLevel {
  const { targets } = round.standard;
  const level = targets.find((known) => known.id === id);
  if (!level) {
    throw targetNotFound(
      id,
      targets.map((known) => known.id),
    );
  }
  return level;
}
