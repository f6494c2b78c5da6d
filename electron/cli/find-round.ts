import type { RoundSummary } from '../../shared/contract/round.ts';
import type { ClauseId, RoundId } from '../../shared/domain/id.ts';
import { clausesOf, type Clause } from '../../shared/domain/standard/standard.ts';
import { clauseNotFound, noRound, roundUnknown, severalRounds } from '../../shared/errors/messages.ts';
import { squeeze } from '../backend/score-file/score-words.ts';
import { resolved, textOf, type Context } from './command.ts';
import { refuse } from './outcome.ts';

export async function openWorkspace({ call, backend, values, remark }: Context) {
  const state = await call('workspace.open', { folder: backend.grant(resolved(values.workspace)) });
  const { readOnlyBecause, remark: repaired } = state.workspace ?? {};
  for (const words of [readOnlyBecause, repaired]) if (words !== undefined) remark(words);
  return state;
}

/** The round named by --round, or the only one there is. */
export async function openRound(context: Context): Promise<RoundSummary> {
  const { rounds } = await openWorkspace(context);
  const lines = rounds.map((round) => `${round.id} ${round.title}（${round.standardTitle}，${round.targetLabel}）`);
  if (context.values.round !== undefined) {
    const wanted = textOf(context.values.round).trim();
    return rounds.find((round) => round.id === (wanted as RoundId)) ?? refuse(roundUnknown(wanted, lines));
  }
  const [first, ...others] = rounds;
  if (!first) return refuse(noRound());
  return others.length === 0 ? first : refuse(severalRounds(lines));
}

export async function findClause(context: Context, roundId: RoundId, code: string): Promise<Clause & { id: ClauseId }> {
  const { standard } = await context.call('round.open', { roundId });
  const wanted = squeeze(code); // as in a score file
  return clausesOf(standard).find((clause) => clause.code === wanted) ?? refuse(clauseNotFound(wanted));
}
