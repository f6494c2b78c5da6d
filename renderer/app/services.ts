import { createContext, use } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import type { AppStore } from './app-store.ts';
import type { PageBridge } from './bridge.ts';
import type { WatchJob } from './jobs.ts';
import type { RoundStore } from './round-store.ts';
import type { ThemeStore } from './theme-store.ts';
import type { ChecklistStore } from '../features/checklist/checklist-store.ts';
import type { FigureStore } from '../features/checklist/figure-store.ts';
import type { NoteStore } from '../features/checklist/note-store.ts';
import type { EvidenceStore } from '../features/evidence/evidence-store.ts';
import type { PreviewStore } from '../features/preview/preview-store.ts';
import type { TargetsStore } from '../features/targets/targets-store.ts';

/** Everything that lives as long as the window. */
export interface Services {
  readonly api: Api;
  readonly bridge: PageBridge;
  readonly watchJob: WatchJob;
  readonly theme: ThemeStore;
  readonly app: AppStore;
  readonly round: RoundStore;
  readonly checklist: ChecklistStore;
  readonly notes: NoteStore;
  readonly figures: FigureStore;
  readonly evidence: EvidenceStore;
  readonly preview: PreviewStore;
  readonly targets: TargetsStore;
  /** What is waited for, a moment at most, before the window closes. */
  readonly beforeClosing: Set<() => Promise<void>>;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('no services around this component');
  return services;
}
