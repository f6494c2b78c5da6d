import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { DraftCorrections, StandardDraft } from '../../../shared/contract/standard-draft.ts';
import type { ImportStore } from './import-store.ts';
import type { SourceIndex } from './source-index.ts';
import type { ViewStore } from './view-store.ts';

export interface ImportContent {
  readonly work: ImportStore;
  readonly view: ViewStore;
  readonly draft: StandardDraft;
  readonly index: SourceIndex;
}

export const ImportContext = createContext<ImportContent | undefined>(undefined);

/** The file under import; only below the page, once a file was read. */
export function useImport(): ImportContent {
  const content = use(ImportContext);
  if (!content) throw new Error('no file under import around this component');
  return content;
}

/** The corrections as they are, and how to say one more. */
export function useCorrections() {
  const { work } = useImport();
  const corrections = useStore(work, (state) => state.history.present);
  return { corrections, correct: (next: DraftCorrections) => work.getState().correct(next) };
}
