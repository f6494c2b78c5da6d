import type { Bridge } from '../../shared/contract/bridge.ts';

/** The bridge as this page meets it: its files are the DOM's. */
export type PageBridge = Bridge<File>;

declare global {
  interface Window {
    /** Put there by the preload script before anything of ours runs. */
    readonly bridge: PageBridge;
  }
}
