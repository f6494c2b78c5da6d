import type { Reply } from '../errors/app-error.ts';
import type { BackendEvent } from './contract.ts';

/** A file or folder the user chose: its display name, and the token that stands for its path. */
export interface FileGrant {
  readonly token: string;
  readonly name: string;
}

/** What the preload script puts on `window.bridge`. Paths stay on its far side. `PageFile` is the DOM's `File`. */
export interface Bridge<PageFile> {
  call(name: string, input: unknown): Promise<Reply<unknown>>;
  onEvent(listener: (event: BackendEvent) => void): () => void;
  /** Hears that the backend process ended though nobody closed it: from now on every call is refused. */
  onBackendLost(listener: () => void): void;
  /** Starts another backend process instead; it opens the workspace that was open last. */
  restartBackend(): Promise<void>;
  /** `work` is waited for, a moment at most, before the window closes: the last half-typed note. */
  onLeaving(work: () => Promise<void>): void;
  /** Tokens for dropped or pasted files; files that have no path on disk get none. */
  grantFiles(files: readonly PageFile[]): Promise<readonly (FileGrant | null)[]>;
  pickEvidence(what: 'files' | 'folder'): Promise<readonly FileGrant[]>;
  pickFolder(purpose: 'new-workspace' | 'open-workspace'): Promise<FileGrant | null>;
  pickOutput(
    what: 'workbook' | 'bundle-folder' | 'bundle-zip' | 'pdf' | 'standard-xlsx' | 'standard-yaml',
    suggestedName: string,
  ): Promise<FileGrant | null>;
  pickScores(): Promise<FileGrant | null>;
  /** A file to read a standard from. */
  pickStandard(): Promise<FileGrant | null>;
  /** Opens a read-only copy with the system's program. */
  openEvidence(fileId: string): Promise<Reply<void>>;
  /** Writes what the page has laid out for print into the file under this token; the title stands on every page. */
  savePdf(token: string, title: string): Promise<Reply<void>>;
  /** The same through the system's print dialog; a cancel is no failure. */
  print(title: string): Promise<Reply<void>>;
  /** Shows what was exported under this token in the system's file manager. */
  revealOutput(token: string): Promise<void>;
  openLog(): Promise<void>;
}
