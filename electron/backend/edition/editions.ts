import type { Handlers, Input, Output } from '../../../shared/contract/contract.ts';
import type { ClauseText } from '../../../shared/contract/edition.ts';
import { wordingsOf } from '../../../shared/domain/edition/clause-wording.ts';
import { compareEditions } from '../../../shared/domain/edition/compare-editions.ts';
import { hasMore } from '../../../shared/domain/edition/carry-over.ts';
import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';
import { targetNotFound } from '../../../shared/errors/messages.ts';
import type { RoomNeeds } from '../room-needs.ts';
import { setTarget } from '../round/set-target.ts';
import { clauseTextsOf } from '../standard-import/clause-text.ts';
import { summarise } from '../standard/to-standard.ts';
import { planMove } from './plan-move.ts';
import { summariseCarried } from './summarise-carried.ts';

type EditionHandlers = Pick<Handlers, Extract<keyof Handlers, `edition.${string}`>>;

/** Comparing editions of a standard, and moving rounds from one to the next. */
export function createEditions(needs: RoomNeeds) {
  async function compare({ roundId, packId }: Input<'edition.compare'>): Promise<Output<'edition.compare'>> {
    const { pack, standard } = (await needs.standards()).get(packId);
    const round = needs.current().round(roundId);
    const { changes, carried } = planMove(round, standard, new Set());
    const { targets } = summarise(pack);
    const current = round.settings.target.id;
    return {
      from: nameOf(round.standard),
      to: nameOf(standard),
      isSame: round.standard.id === standard.id,
      changes,
      carried: carried.clauses.flatMap(summariseCarried),
      left: carried.gone.map(({ clause, record }) => ({
        code: clause.code,
        title: clause.title,
        marks: Object.keys(record.state.marks).length,
        evidence: record.state.evidence.length,
        hasMore: hasMore(record),
      })),
      texts: { from: textsOf(round.standard), to: textsOf(standard) },
      targets,
      targetId: targets.find(({ id }) => id === (current as string))?.id ?? targets[0]?.id ?? '',
    };
  }

  async function compareDraft({ draftId, packId }: Input<'edition.compareDraft'>) {
    const { pack } = (await needs.drafts()).get(draftId);
    const { standard } = (await needs.standards()).get(packId);
    return compareEditions(wordingsOf(standard), pack ? clauseTextsOf(pack) : []);
  }

  async function move({ roundId, packId, targetId, leave }: Input<'edition.move'>): Promise<Output<'edition.move'>> {
    const session = needs.writable();
    const { standard } = (await needs.standards()).get(packId);
    const target = standard.targets.find(({ id }) => id === (targetId as typeof id));
    if (!target) {
      throw targetNotFound(
        targetId,
        standard.targets.map(({ id }) => id),
      );
    }
    const keepStandard = await session.standards.prepare(standard);
    // Nothing is awaited from here on: what is planned is what is written.
    const round = session.round(roundId);
    if (round.standard.id === standard.id) setTarget(round, { roundId, targetId: target.id });
    else {
      const plan = planMove(round, standard, new Set(leave));
      const patches = plan.patchesTo(target.id, session.recordsUnder(round, standard));
      round.apply('do', labelOf(round.standard, standard), patches, () => {
        keepStandard();
        for (const { state } of plan.carried.clauses) {
          if (state.leadDepartment !== '' || state.status !== 'draft') session.rounds.beginState(roundId, state);
        }
      });
    }
    return session.round(roundId).view();
  }

  const handlers: EditionHandlers = {
    'edition.compare': compare,
    'edition.compareDraft': compareDraft,
    'edition.move': move,
  };
  return { handlers };
}

const nameOf = ({ title, edition }: Standard) => ({ title, edition });

const labelOf = (from: Standard, to: Standard): string =>
  from.packId === to.packId ? `转到新版${to.edition === from.edition ? '' : ` ${to.edition}`}` : `转到“${to.title}”`;

function textsOf(standard: Standard): readonly ClauseText[] {
  const wordings = new Map(wordingsOf(standard).map((wording) => [wording.code, wording]));
  return clausesOf(standard).flatMap(({ code, core, method, fullScore }) => {
    const wording = wordings.get(code);
    return wording ? [{ ...wording, core, method, fullScore }] : [];
  });
}
