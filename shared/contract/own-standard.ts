import { z } from 'zod';
import type { RoundId } from '../domain/id.ts';
import { command, query, text } from './call.ts';
import type { Pack } from './pack-schema.ts';

/** A revision 修订 of an own standard: never changed once it is there. */
export interface OwnRevision {
  readonly revision: number;
  /** The file it came from, or how else it was made. */
  readonly source: string;
  readonly addedAt: string;
  /** The rounds that are scored by it. */
  readonly rounds: readonly { readonly id: RoundId; readonly title: string; readonly archived: boolean }[];
}

/** 本院标准 */
export interface OwnStandard {
  readonly id: string;
  readonly title: string;
  /** Newest first. */
  readonly revisions: readonly OwnRevision[];
}

/** An error of the import that a standard came from: it stays with the work until somebody has dealt with it. */
export interface ImportRemark {
  /** Of the clause it is about, as it is numbered by now; undefined when it is about none. */
  readonly code: string | undefined;
  /** That clause was deleted; `code` is the last one it had. */
  readonly isGone: boolean;
  /** The source cell, in words; empty when it is about the whole file. */
  readonly where: string;
  readonly message: string;
  readonly isSettled: boolean;
}

/** A standard under edit: kept at every change, a revision only once it is published. */
export interface StandardWork {
  readonly id: string;
  /** It may have faults. */
  readonly pack: Pack;
  /** The revision it was begun from; undefined for a standard that has none yet. */
  readonly base: number | undefined;
  readonly source: string;
  readonly changedAt: string;
  /** Only of work that was begun from a file under import. */
  readonly remarks: readonly ImportRemark[];
}

/** Work as it is opened. */
export interface OpenedWork extends StandardWork {
  /** Begun before, or out of a file: leaving it untouched takes nothing away. */
  readonly isWorthKeeping: boolean;
}

export interface PackFault {
  /** Of the clause it is about, if it is about one. */
  readonly code: string | undefined;
  readonly message: string;
}

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);
/** Checked in whole only when it is published: half of an edit may be wrong. */
const pack = z.record(z.string(), z.unknown());

export const ownStandardContract = {
  'own.get': query<OwnStandard>()({ id }),
  /** Standards under edit, the last changed first. */
  'own.works': query<readonly (Pick<StandardWork, 'id' | 'base' | 'changedAt'> & { readonly title: string })[]>()({}),
  /**
   * Begins to edit: an empty standard, a standard (a built-in one becomes an own copy), or a file under import. Work on
   * an own standard that was begun before goes on as it was left.
   */
  'own.begin': command<OpenedWork>()({
    from: z.union([
      z.strictObject({ kind: z.literal('new'), title: z.string().trim().min(1).max(300) }),
      z.strictObject({ kind: z.literal('standard'), packId: z.string().max(100) }),
      z.strictObject({ kind: z.literal('draft'), draftId: z.uuid() }),
    ]),
  }),
  /**
   * Durable by the time it answers. `remarkCodes` says, in the order of the remarks, how the clause of each is numbered
   * by now; null when it is not there any more.
   */
  'own.keep': command<{ readonly savedAt: string }>()({
    id,
    pack,
    remarkCodes: z.array(text().nullable()).optional(),
  }),
  /** Says of the remark at this index whether it was dealt with. Durable by the time it answers. */
  'own.settle': command<void>()({ id, index: z.number().int().min(0), isSettled: z.boolean() }),
  'own.check': query<readonly PackFault[]>()({ pack }),
  /** Makes a revision of the work and ends it. Refused while it has faults; without a change there is none. */
  'own.publish': command<{ readonly id: string; readonly revision: number }>()({ id }),
  'own.discard': command<void>()({ id }),
  /** Takes an own standard out of the library; rounds made from it keep theirs. */
  'own.remove': command<void>()({ id }),
};
