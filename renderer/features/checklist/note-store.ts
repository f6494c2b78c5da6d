import { createStore } from 'zustand/vanilla';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { RoundStore } from '../../app/round-store.ts';

export interface NoteState {
  /** Notes as typed and not yet known to be on disk. A draft stays when saving fails. */
  readonly drafts: ReadonlyMap<ClauseId, string>;
  readonly failed: ReadonlySet<ClauseId>;
  type(clauseId: ClauseId, text: string): void;
  flush(): Promise<void>;
}

export const createNoteStore = (round: RoundStore, delay = 800) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return createStore<NoteState>()((set, get) => {
    const save = async (clauseId: ClauseId, text: string) => {
      const isSaved =
        (await round.getState().note(clauseId, text)) || round.getState().states.get(clauseId) === undefined;
      const [drafts, failed] = [new Map(get().drafts), new Set(get().failed)];
      if (!isSaved) failed.add(clauseId);
      else {
        failed.delete(clauseId);
        if (drafts.get(clauseId) === text) drafts.delete(clauseId); // typed on meanwhile: the timer has it
      }
      set({ drafts, failed });
    };
    return {
      drafts: new Map(),
      failed: new Set(),
      type: (clauseId, text) => {
        set(({ drafts }) => ({ drafts: new Map(drafts).set(clauseId, text) }));
        clearTimeout(timer);
        timer = setTimeout(() => void get().flush(), delay);
      },
      flush: async () => {
        clearTimeout(timer);
        const { states } = round.getState();
        const drafts = [...get().drafts];
        const changed = drafts.filter(([id, text]) => states.get(id)?.note !== text);
        if (changed.length < drafts.length) set({ drafts: new Map(changed) });
        await Promise.all(changed.map(([clauseId, text]) => save(clauseId, text)));
      },
    };
  });
};
export type NoteStore = ReturnType<typeof createNoteStore>;
