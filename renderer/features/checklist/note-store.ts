import { createStore } from 'zustand/vanilla';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { CallError } from '../../app/call-error.ts';
import type { RoundStore } from '../../app/round-store.ts';

export interface NoteState {
  /** Notes as typed and not yet known to be on disk. A draft stays when saving fails. */
  readonly drafts: ReadonlyMap<ClauseId, string>;
  readonly failed: ReadonlySet<ClauseId>;
  type(clauseId: ClauseId, text: string): void;
  flush(): Promise<void>;
  /** Saves, and refuses to go on when something could not be saved. */
  settle(): Promise<void>;
}

const unsaved = {
  code: 'assessment/note-unsaved',
  message: '有一条说明还没有保存。请先在那一条里再存一次，或改回原来的文字。',
  details: [],
};

export const createNoteStore = (round: RoundStore, delay = 800) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onTheWay = new Map<ClauseId, { readonly text: string; readonly done: Promise<void> }>();
  return createStore<NoteState>()((set, get) => {
    const save = async (clauseId: ClauseId, text: string) => {
      const isSaved = await round.getState().note(clauseId, text);
      const [drafts, failed] = [new Map(get().drafts), new Set(get().failed)];
      if (!isSaved) failed.add(clauseId);
      else {
        failed.delete(clauseId);
        if (drafts.get(clauseId) === text) drafts.delete(clauseId); // typed on meanwhile: the timer has it
      }
      set({ drafts, failed });
    };
    /** Once for the same text: leaving the field and leaving the clause both ask. A second, empty change hides the first. */
    const saveOnce = (clauseId: ClauseId, text: string): Promise<void> => {
      const sent = onTheWay.get(clauseId);
      if (sent?.text === text) return sent.done;
      const done = save(clauseId, text).finally(() => {
        if (onTheWay.get(clauseId)?.done === done) onTheWay.delete(clauseId);
      });
      onTheWay.set(clauseId, { text, done });
      return done;
    };
    return {
      drafts: new Map(),
      failed: new Set(),
      type: (clauseId, text) => {
        set(({ drafts }) => ({ drafts: new Map(drafts).set(clauseId, text) }));
        clearTimeout(timer);
        timer = setTimeout(() => void get().flush(), delay);
      },
      settle: async () => {
        await get().flush();
        if (get().failed.size > 0) throw new CallError(unsaved);
      },
      flush: async () => {
        clearTimeout(timer);
        const { states } = round.getState();
        const drafts = [...get().drafts];
        const changed = drafts.filter(([id, text]) => states.get(id)?.note !== text);
        if (changed.length < drafts.length) {
          const open = new Map(changed);
          set({ drafts: open, failed: new Set([...get().failed].filter((id) => open.has(id))) });
        }
        await Promise.all(changed.map(([clauseId, text]) => saveOnce(clauseId, text)));
      },
    };
  });
};
export type NoteStore = ReturnType<typeof createNoteStore>;
