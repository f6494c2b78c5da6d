import path from 'node:path';
import { createStandardLibrary } from '../../electron/backend/standard/standard-library.ts';
import type { RoundTarget } from '../../shared/contract/round.ts';
import type { ClauseId } from '../../shared/domain/id.ts';
import { blankState, type ClauseState } from '../../shared/domain/round/clause-state.ts';
import { clausesOf, type Standard } from '../../shared/domain/standard/standard.ts';
import type { Round } from '../../renderer/features/targets/ground.ts';
import { repoRoot } from '../support/backend.ts';

const library = createStandardLibrary(path.join(repoRoot, 'resources/standards'));
export const standardOf = (packId: string): Standard => library.get(packId).standard;

/** A round of a shipped standard in which these clauses, by code, have something put in. */
export function roundOf(packId: string, states: Readonly<Record<string, Partial<ClauseState>>> = {}): Round {
  const standard = standardOf(packId);
  const clauses = clausesOf(standard);
  return {
    standard,
    clauses,
    states: new Map(clauses.map(({ id, code }) => [id, { ...blankState(id), ...states[code] }])),
  };
}

/** The same grade for all clauses of a round that are graded. */
export function graded(packId: string, grade: 'A' | 'B' | 'C' | 'D'): Round {
  const clauses = clausesOf(standardOf(packId)).filter(({ method }) => method === 'graded');
  return roundOf(
    packId,
    Object.fromEntries(clauses.map(({ code }) => [code, { ownGrade: grade, reason: '现场核实' }])),
  );
}

export const targetsOf = ({ targets }: Standard): readonly RoundTarget[] =>
  targets.map((target) => ({ ...target, builtIn: target.rules, edited: false }));

export function idOf({ clauses }: Round, code: string): ClauseId {
  const clause = clauses.find((each) => each.code === code);
  if (!clause) throw new Error(`no clause ${code}`);
  return clause.id;
}
