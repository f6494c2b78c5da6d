import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { Overlay } from '../../../shared/contract/official-text.ts';
import { noOfficialMatch, standardHasErrors } from '../../../shared/errors/messages.ts';
import type { RoomNeeds } from '../room-needs.ts';
import { overlay } from '../standard-import/overlay.ts';
import { createOfficialTextRepo } from './official-text-repo.ts';

type OfficialHandlers = Pick<Handlers, Extract<keyof Handlers, `official.${string}`>>;

interface Laying {
  readonly pack: Pack;
  readonly fileName: string;
  readonly overlay: Overlay;
}

/** Official wording over standards, clause by clause; the standards and their rules stay as they are. */
export function createOfficialTexts(needs: RoomNeeds) {
  const textsOf = () => createOfficialTextRepo(needs.current().workspace.db);

  /** What the open draft says of a standard; of a draft with faults, as far as it was understood. */
  async function layOver(draftId: string, packId: string): Promise<Laying> {
    const { fileName, pack: official, wordings } = (await needs.drafts()).get(draftId);
    const { pack } = (await needs.standards()).get(packId);
    if (!official) throw standardHasErrors(fileName, [noClauses]);
    return { pack, fileName, overlay: overlay(pack, official, wordings) };
  }

  const handlers: OfficialHandlers = {
    'official.preview': async ({ draftId, packId }) => {
      const { texts: _texts, ...shown } = (await layOver(draftId, packId)).overlay;
      return { ...shown, worded: textsOf().codes(packId) };
    },
    'official.lay': async ({ draftId, packId, leave, replaceAll }) => {
      const into = needs.writable();
      const { pack, fileName, overlay: laid } = await layOver(draftId, packId);
      const left = new Set(leave);
      const texts = laid.texts.filter(({ code }) => !left.has(code));
      if (texts.length === 0) throw noOfficialMatch(fileName, pack.title);
      const source = fileName;
      const addedAt = needs.now().toISOString();
      const repo = createOfficialTextRepo(into.workspace.db);
      return into.commit(() => {
        if (replaceAll) repo.drop(packId);
        repo.lay({ packId, source, addedAt, texts, left: laid.matched.filter(({ code }) => left.has(code)) });
        const summary = repo.list().find((each) => each.packId === packId);
        return summary ?? { packId, clauses: texts.length, source, addedAt };
      });
    },
    'official.drop': ({ packId }) => {
      const from = needs.writable();
      const repo = createOfficialTextRepo(from.workspace.db);
      from.commit(() => repo.drop(packId));
    },
    'official.list': () => textsOf().list(),
    'official.of': ({ packId, code }) => textsOf().of(packId, code),
  };
  return { handlers };
}

const noClauses = '没有找到条款。请核对表头，指明哪一列是条款名称、哪一列是编号。';
