import type { ClauseRecord } from '../../../shared/domain/edition/carry-clause.ts';
import { carryOver, type CarriedClause, type CarriedRound } from '../../../shared/domain/edition/carry-over.ts';
import { wordingsOf } from '../../../shared/domain/edition/clause-wording.ts';
import { compareEditions, type EditionChanges } from '../../../shared/domain/edition/compare-editions.ts';
import type { ClauseId, TargetId } from '../../../shared/domain/id.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { checkRules } from '../../../shared/domain/verdict/check-rules.ts';
import { checkScoring } from '../../../shared/domain/verdict/check-scoring.ts';
import type { OpenRound } from '../round/open-round.ts';
import { recordPatches } from './record-patches.ts';

export interface MovePlan {
  readonly changes: EditionChanges;
  readonly carried: CarriedRound;
  /**
   * The move as one action. The rows of the old edition stay as they are, and those of the new one are written beside
   * them, so that taking the move back restores both; `there` is what the new edition's rows hold so far.
   */
  readonly patchesTo: (targetId: TargetId, there: OpenRound) => readonly Patch[];
}

/** What becomes of a round in another edition. */
export function planMove(round: OpenRound, standard: Standard, leave: ReadonlySet<string>): MovePlan {
  const changes = compareEditions(wordingsOf(round.standard), wordingsOf(standard));
  const carried = carryOver({
    from: round.standard,
    to: standard,
    pairs: changes.kept,
    states: new Map([...round.clauses.keys()].map((id) => [id, round.state(id)])),
    plan: round.settings.view().plan,
    leave,
  });
  return {
    changes,
    carried,
    patchesTo: (targetId, there) => [
      ...carried.clauses.flatMap((entry) => clausePatches(entry, round, there)),
      ...settingPatches(round, standard),
      {
        on: 'standard',
        before: round.edition,
        after: { standardId: standard.id, targetId, position: positionIn(carried, round.edition.position) },
      },
    ],
  };
}

function clausePatches(entry: CarriedClause, round: OpenRound, there: OpenRound): readonly Patch[] {
  const { clause, from } = entry;
  const before: ClauseRecord = {
    state: there.state(clause.id),
    planned: there.settings.planned(clause.id) ?? undefined,
  };
  return recordPatches(before, entry, {
    before: (evidenceId) => round.positionOf(clause.id, evidenceId),
    after: (evidenceId) => (from ? round.positionOf(from.id, evidenceId) : 0),
  });
}

/** The clause in the new edition that the scorer was at. */
const positionIn = ({ clauses }: CarriedRound, position: ClauseId | null): ClauseId | null =>
  clauses.find(({ from }) => from?.id === position)?.clause.id ?? null;

/** Edited rules and weights that speak of what the new edition does not have fall back to its own. */
function settingPatches({ settings, standard: old }: OpenRound, standard: Standard): readonly Patch[] {
  const edited = settings.editedScoring;
  const isScoringKept =
    edited !== null && standard.scoring !== undefined && checkScoring(edited, standard).length === 0;
  const scoring = isScoringKept ? edited : standard.scoring;
  const known = new Set(standard.targets.map(({ id }) => id));
  return [
    ...(edited !== null && !isScoringKept ? [{ on: 'scoring', before: edited, after: null } as const] : []),
    ...old.targets.flatMap(({ id: targetId }): readonly Patch[] => {
      const rules = settings.editedRules(targetId);
      if (rules === null) return [];
      const fits = known.has(targetId) && checkRules(rules, { ...standard, scoring }).length === 0;
      return fits ? [] : [{ on: 'rules', targetId, before: rules, after: null }];
    }),
  ];
}
