import { z } from 'zod';
import { institutionTypes, type InstitutionType } from '../domain/institution.ts';
import { command, fileToken, id, query } from './call.ts';
import type { Id, RoundId } from '../domain/id.ts';
import type { RoundSummary, RoundView } from './round.ts';

export type WorkspaceId = Id<'Workspace'>;

export interface WorkspaceInfo {
  readonly id: WorkspaceId;
  readonly institution: string;
  readonly type: InstitutionType;
  /** For display only. */
  readonly folder: string;
  /** Why nothing can be changed, in the user's words; undefined when it can. */
  readonly readOnlyBecause: string | undefined;
  /** What was found wrong on opening and put right, in the user's words. */
  readonly remark?: string | undefined;
}

export interface RecentWorkspace {
  readonly id: WorkspaceId;
  readonly institution: string;
  readonly folder: string;
  readonly openedAt: string;
}

export interface WorkspaceState {
  readonly workspace: WorkspaceInfo | undefined;
  readonly rounds: readonly RoundSummary[];
  readonly recent: readonly RecentWorkspace[];
  /** Where work was last; before anything was looked at, the newest. */
  readonly lastRound: RoundId | undefined;
  /** With `workspace.state` only: that round itself, so that a start takes one question and not two. */
  readonly lastView?: RoundView | undefined;
}

export const workspaceContract = {
  'workspace.state': query<WorkspaceState>()({}),
  'workspace.create': command<WorkspaceState>()({
    folder: fileToken(),
    institution: z.string().trim().min(1).max(100),
    type: z.enum(institutionTypes),
  }),
  'workspace.open': command<WorkspaceState>()({ folder: fileToken() }),
  'workspace.openRecent': command<WorkspaceState>()({ workspaceId: id<WorkspaceId>() }),
  /** Builds 示例卫生院 on first use, a job that reports progress. */
  'workspace.openSample': command<WorkspaceState>()({ jobId: z.uuid() }),
  'workspace.close': command<WorkspaceState>()({}),
};
