import type { Grants } from './grants.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Standards } from './standard/standards.ts';
import type { Drafts } from './standard-draft/drafts.ts';
import type { Session } from './workspace/session.ts';

/** What every room of the backend may ask for. */
export interface RoomNeeds {
  readonly grants: Grants;
  readonly jobs: Jobs;
  /** The open workspace. @throws {AppError} workspace/none-open */
  readonly current: () => Session;
  /** The open workspace, for a command that changes it. @throws {AppError} workspace/read-only */
  readonly writable: () => Session;
  readonly standards: () => Promise<Standards>;
  readonly drafts: () => Promise<Drafts>;
  readonly now: () => Date;
}

export interface DraftNeeds extends Omit<RoomNeeds, 'drafts'> {
  /** The script that reads standards out of files in a thread of its own. */
  readonly standardWorker: URL;
}
