import type { Handlers, Input, Output } from '../../../shared/contract/contract.ts';
import type { OpenedWork } from '../../../shared/contract/own-standard.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  badCall,
  noStandardWork,
  standardNotFound,
  standardTooLarge,
  workHasErrors,
} from '../../../shared/errors/messages.ts';
import type { RoomNeeds } from '../room-needs.ts';
import { validatePack } from '../standard/read-pack.ts';
import type { Session } from '../workspace/session.ts';
import { planWork, type WorkPlace } from './begin-work.ts';
import { renumbered, settled } from './import-remarks.ts';
import { createOwnStandards } from './own-standards.ts';
import { faultsOf } from './pack-faults.ts';
import { createWorkRepo } from './work-repo.ts';

type OwnHandlers = Pick<Handlers, Extract<keyof Handlers, `own.${string}`>>;

/** Of a pack under edit, as JSON; the largest built-in standard has a quarter of it. */
const maxPackLength = 8 * 1024 * 1024;

/** Editing the institution's own standards: every change is kept at once, a revision is made when it is published. */
export function createOwnWork(needs: RoomNeeds) {
  const storesOf = ({ workspace }: Session) => ({
    own: createOwnStandards(workspace.db),
    works: createWorkRepo(workspace.db),
  });

  function get(id: string): Output<'own.get'> {
    const { own, works } = storesOf(needs.current());
    const title = own.get(id)?.pack.title ?? works.get(id)?.pack.title;
    if (title === undefined) throw standardNotFound(id);
    return { id, title, revisions: own.revisions(id) };
  }

  async function begin({ from }: Input<'own.begin'>): Promise<OpenedWork> {
    const session = needs.writable();
    const place = await placeOf(session, from);
    const plan = planWork(from, place);
    if ('there' in plan) return { ...plan.there, isWorthKeeping: true };
    const work = { ...plan.begun, changedAt: needs.now().toISOString() };
    session.commit(() => place.works.insert(work));
    return { ...work, isWorthKeeping: from.kind === 'draft' };
  }

  async function placeOf(session: Session, from: Input<'own.begin'>['from']): Promise<WorkPlace> {
    const { library } = await needs.standards();
    const drafts = from.kind === 'draft' ? await needs.drafts() : undefined;
    return {
      ...storesOf(session),
      builtIn: (id) => library.get(id),
      isBuiltIn: (id) => isThere(() => library.get(id)),
      draft: (draftId) => {
        if (!drafts) throw new Error('no draft was asked for');
        return drafts.get(draftId);
      },
    };
  }

  function keep({ id, pack, remarkCodes }: Input<'own.keep'>): Output<'own.keep'> {
    const session = needs.writable();
    if (pack['id'] !== id) throw badCall([`pack.id is not ${id}`]);
    const text = JSON.stringify(pack);
    if (text.length > maxPackLength) throw standardTooLarge(typeof pack['title'] === 'string' ? pack['title'] : id);
    const savedAt = needs.now().toISOString();
    session.commit(() => {
      const { works } = storesOf(session);
      if (!works.keep(id, text, savedAt)) throw noStandardWork();
      if (remarkCodes && remarkCodes.length > 0)
        works.remark(id, renumbered(works.remarks(id) ?? [], remarkCodes), savedAt);
    });
    return { savedAt };
  }

  function settle({ id, index, isSettled }: Input<'own.settle'>): void {
    const session = needs.writable();
    const { works } = storesOf(session);
    session.commit(() => {
      const remarks = works.remarks(id);
      if (!remarks) throw noStandardWork();
      if (index >= remarks.length) throw badCall([`no remark ${index}`]);
      works.remark(id, settled(remarks, index, isSettled), needs.now().toISOString());
    });
  }

  function publish({ id }: Input<'own.publish'>): Output<'own.publish'> {
    const session = needs.writable();
    const { own, works } = storesOf(session);
    const work = works.get(id);
    if (!work) throw noStandardWork();
    const { pack, problems } = validatePack(work.pack);
    if (!pack || problems.length > 0) throw workHasErrors(work.pack.title, problems);
    try {
      return session.commit(() => {
        const revision = own.add(pack, work.source, needs.now());
        works.remove(id);
        return { id, revision };
      });
    } catch (cause) {
      throw cause instanceof AppError && cause.code === 'standard/pack-invalid'
        ? workHasErrors(work.pack.title, cause.details)
        : cause;
    }
  }

  function discard({ id }: Input<'own.discard'>): void {
    const session = needs.writable();
    session.commit(() => storesOf(session).works.remove(id));
  }

  function remove({ id }: Input<'own.remove'>): void {
    const session = needs.writable();
    const { own, works } = storesOf(session);
    session.commit(() => {
      own.remove(id);
      works.remove(id);
    });
  }

  const handlers: OwnHandlers = {
    'own.get': ({ id }) => get(id),
    'own.works': () => storesOf(needs.current()).works.list(),
    'own.begin': begin,
    'own.keep': keep,
    'own.settle': settle,
    'own.check': ({ pack }) => faultsOf(pack),
    'own.publish': publish,
    'own.discard': discard,
    'own.remove': remove,
  };
  return { handlers };
}

/** A pack that cannot be read is there all the same. */
function isThere(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (cause) {
    if (cause instanceof AppError) return cause.code !== 'standard/not-found';
    throw cause;
  }
}
