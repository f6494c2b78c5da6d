import { createStore } from 'zustand/vanilla';
import type { Evidence, EvidenceFile } from '../../../shared/domain/evidence/evidence.ts';

export interface PreviewFile extends EvidenceFile {
  readonly evidence: Pick<Evidence, 'id' | 'number' | 'title'>;
}

export interface PreviewState {
  readonly files: readonly PreviewFile[];
  /** Undefined: closed. */
  readonly index: number | undefined;
  /** Shows the first file of `first` among all files of the evidence around it. */
  open(all: readonly Evidence[], first: Evidence): void;
  step(by: 1 | -1): void;
  close(): void;
}

export const createPreviewStore = () =>
  createStore<PreviewState>()((set) => ({
    files: [],
    index: undefined,
    open: (all, first) => {
      const files = all.flatMap((evidence) => evidence.files.map((file) => ({ ...file, evidence })));
      const index = files.findIndex(({ evidence }) => evidence === first);
      if (index >= 0) set({ files, index });
    },
    step: (by) =>
      set(({ files, index }) => (index !== undefined && files[index + by] ? { index: index + by } : { index })),
    close: () => set({ index: undefined }),
  }));
export type PreviewStore = ReturnType<typeof createPreviewStore>;
