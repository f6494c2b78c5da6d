import type { Handlers, Input, Output } from '../../../shared/contract/contract.ts';
import type { ClauseText, EditionName } from '../../../shared/contract/edition.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { wordingOf, wordingsOf } from '../../../shared/domain/edition/clause-wording.ts';
import { compareEditions } from '../../../shared/domain/edition/compare-editions.ts';
import { hasMore } from '../../../shared/domain/edition/carry-over.ts';
import { showValue } from '../../../shared/domain/indicator/read-indicator.ts';
import { exactly } from '../../../shared/domain/number/rational.ts';
import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';
import { targetNotFound } from '../../../shared/errors/messages.ts';
import type { RoomNeeds } from '../room-needs.ts';
import { setTarget } from '../round/set-target.ts';
import { createOwnStandards } from '../own-standard/own-standards.ts';
import { toYaml } from '../standard-export/to-yaml.ts';
import { validatePack } from '../standard/read-pack.ts';
import { summarise, toStandard } from '../standard/to-standard.ts';
import { planMove } from './plan-move.ts';
import { ownOf, summariseCarried } from './summarise-carried.ts';

type EditionHandlers = Pick<Handlers, Extract<keyof Handlers, `edition.${string}`>>;

/** Comparing editions of a standard, and moving rounds from one to the next. */
export function createEditions(needs: RoomNeeds) {
  async function compare({ roundId, packId }: Input<'edition.compare'>): Promise<Output<'edition.compare'>> {
    const { pack, standard } = (await needs.standards()).get(packId);
    const round = needs.current().round(roundId);
    const { changes, carried } = planMove(round, standard, new Set());
    const { targets } = summarise(pack);
    const current = round.settings.target.id;
    const own = createOwnStandards(needs.current().workspace.db);
    const pinned = own.revisions(round.standard.packId).find(({ rounds }) => rounds.some(({ id }) => id === roundId));
    return {
      from: nameOf(round.standard, pinned?.revision),
      to: nameOf(standard, own.newestRevision(packId)),
      isSame: round.standard.id === standard.id,
      changes,
      carried: carried.clauses.flatMap(summariseCarried),
      left: carried.gone.map(({ clause, record }) => ({
        code: clause.code,
        title: clause.title,
        marks: Object.keys(record.state.marks).length,
        evidence: record.state.evidence.length,
        own: ownOf(record.state),
        hasMore: hasMore(record),
      })),
      texts: { from: textsOf(round.standard), to: textsOf(standard) },
      targets,
      targetId: targets.find(({ id }) => id === (current as string))?.id ?? targets[0]?.id ?? '',
    };
  }

  async function compareDraft({ draftId, packId }: Input<'edition.compareDraft'>) {
    const { pack: draft } = (await needs.drafts()).get(draftId);
    const { pack, standard } = (await needs.standards()).get(packId);
    const changes = compareEditions(wordingsOf(standard), draft ? wordingsOf(toStandard(draft, '')) : []);
    return { ...changes, isSame: draft !== undefined && isSamePack(pack, { ...draft, id: packId }) };
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

const nameOf = ({ title, edition }: Standard, revision: number | undefined): EditionName => ({
  title,
  edition,
  revision,
});

/** In the order of the format, whoever wrote it. */
const isSamePack = (one: Pack, other: Pack): boolean => yamlOf(one) === yamlOf(other);
const yamlOf = (pack: Pack): string => toYaml(validatePack(pack).pack ?? pack);

const labelOf = (from: Standard, to: Standard): string =>
  from.packId === to.packId ? `转到新版${to.edition === from.edition ? '' : ` ${to.edition}`}` : `转到“${to.title}”`;

const textsOf = (standard: Standard): readonly ClauseText[] =>
  clausesOf(standard).map((clause) => {
    const { core, optional, method, fullScore, deductions, indicator } = clause;
    const target =
      indicator &&
      (indicator.target === undefined ? indicator.targetAdvice : showValue(exactly(indicator.target), indicator));
    return { ...wordingOf(clause), core, optional, method, fullScore, deductions, target };
  });
