import { z } from 'zod';
import type { ClauseId, EvidenceFileId, EvidenceId, RoundId } from '../domain/id.ts';
import type { Evidence } from '../domain/evidence/evidence.ts';
import { command, day, fileToken, id, query, shortText, text } from './call.ts';
import type { RoundChange } from './round.ts';

const place = { roundId: id<RoundId>(), clauseId: id<ClauseId>() };

export interface AttachResult {
  readonly change: RoundChange;
  readonly added: readonly Evidence[];
  /** What the user should know though nothing failed: an empty file, a file that already serves other clauses. */
  readonly remarks: readonly string[];
}

/** A document as readable text: its sheets, or its paragraphs and tables in their order. */
export interface DocumentText {
  readonly sections: readonly TextSection[];
  /** There is more than can be shown. */
  readonly isCut: boolean;
}

export interface TextSection {
  /** The sheet's name; empty in a document. */
  readonly name: string;
  readonly blocks: readonly TextBlock[];
}

export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly isHeading: boolean }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export const evidenceContract = {
  /**
   * Copies files and whole folders in; all of them or none, unless those that cannot be read are to be left out. A job:
   * progress, cancel.
   */
  'evidence.attach': command<AttachResult>()({
    ...place,
    files: z.array(fileToken()).min(1).max(1000),
    title: shortText().optional(),
    skipRefused: z.boolean().optional(),
    jobId: z.uuid(),
  }),
  /** A picture or file from the clipboard that has no path. */
  'evidence.paste': command<AttachResult>()({
    ...place,
    name: z.string().min(1).max(255),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 100 * 1024 * 1024),
  }),
  /** Lets evidence that is already in the workspace prove this clause too. */
  'evidence.reuse': command<RoundChange>()({ ...place, evidenceId: id<EvidenceId>() }),
  'evidence.remove': command<RoundChange>()({ ...place, evidenceId: id<EvidenceId>() }),
  'evidence.describe': command<RoundChange>()({
    roundId: id<RoundId>(),
    evidenceId: id<EvidenceId>(),
    number: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(300),
    documentDate: day(),
    validUntil: day(),
    department: shortText(),
    remark: text(),
  }),
  /** Vouches for a stored file, or refuses: it is missing, or not what was registered. */
  'evidence.check': query<void>()({ fileId: id<EvidenceFileId>() }),
  /** Puts the registered content back where it is missing or was changed; refuses any other content. */
  'evidence.restore': command<void>()({ fileId: id<EvidenceFileId>(), file: fileToken() }),
  /** What a Word or Excel file says. */
  'evidence.readText': query<DocumentText>()({ fileId: id<EvidenceFileId>() }),
  /** Evidence anywhere in the workspace by title or number; at most 50, newest first. */
  'evidence.find': query<readonly Evidence[]>()({ text: z.string().max(200) }),
};
