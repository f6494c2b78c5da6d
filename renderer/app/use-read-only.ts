import { useStore } from 'zustand';
import { useServices } from './services.ts';

/** Whether this workspace can only be looked at; the strip above the page says why. */
export function useReadOnly(): boolean {
  const { app } = useServices();
  return useStore(app, (state) => state.workspace?.readOnlyBecause !== undefined);
}
