import type { RoundSummary } from '../../shared/contract/round.ts';
import type { ClauseId, RoundId } from '../../shared/domain/id.ts';
import { clausesOf, type Clause } from '../../shared/domain/standard/standard.ts';
import { clauseNotFound, noRound, roundNotFound, severalRounds } from '../../shared/errors/messages.ts';
import { resolved, type Context } from './command.ts';
import { refuse } from './outcome.ts';

export function openWorkspace({ call, backend, values }: Context) {
  return call('workspace.open', { folder: backend.grant(resolved(values.workspace)) });
}

/** The round named by --round, or the only one there is. */
export async function openRound(context: Context): Promise<RoundSummary> {
  const { rounds } = await openWorkspace(context);
  const wanted = context.values.round;
  if (wanted !== undefined) return rounds.find((round) => round.id === (wanted as RoundId)) ?? refuse(roundNotFound());
  const [first, ...others] = rounds;
  if (!first) return refuse(noRound());
  return others.length === 0
    ? first
    : refuse(
        severalRounds(
          rounds.map((round) => `${round.id} ${round.title}（${round.standardTitle}，${round.targetLabel}）`),
        ),
      );
}

export async function findClause(context: Context, roundId: RoundId, code: string): Promise<Clause & { id: ClauseId }> {
  const { standard } = await context.call('round.open', { roundId });
  return clausesOf(standard).find((clause) => clause.code === code) ?? refuse(clauseNotFound(code));
}
