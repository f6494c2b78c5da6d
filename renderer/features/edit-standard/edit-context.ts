import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Commands } from './commands.ts';
import type { EditState, EditStore } from './edit-store.ts';

export interface Editing {
  readonly store: EditStore;
  readonly commands: Commands;
  readonly isReadOnly: boolean;
}

export const EditContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = use(EditContext);
  if (!editing) throw new Error('no standard under edit around this component');
  return editing;
}

export function useEdit<Selected>(select: (state: EditState) => Selected): Selected {
  return useStore(useEditing().store, select);
}

export const useWork = () => useEdit(({ history }) => history.present);
