import { z } from 'zod';
import type { WordedPoint } from '../domain/edition/clause-wording.ts';
import { command, query } from './call.ts';

/** Official wording of one clause, kept beside a standard: the standard and its rules stay as they are. */
export interface OfficialText {
  /** Of the standard's clause. */
  readonly code: string;
  /** Left out where it says the same as the standard's. */
  readonly title?: string | undefined;
  readonly points: readonly WordedPoint[];
}

export interface OverlayMatch {
  readonly code: string;
  /** As the file writes it. */
  readonly officialCode: string;
  readonly title: string;
  readonly officialTitle: string;
  /** Of the titles, 0 … 1. */
  readonly similarity: number;
  /** The numbers agree, the titles do not: perhaps another edition. */
  readonly isDoubtful: boolean;
}

interface NamedClause {
  readonly code: string;
  readonly title: string;
}

/** What laying the wording of a file over a standard, by code, comes to. */
export interface Overlay {
  readonly packId: string;
  readonly texts: readonly OfficialText[];
  /** In the standard's order. */
  readonly matched: readonly OverlayMatch[];
  /** Clauses of the standard that the file says nothing of. */
  readonly withoutText: readonly NamedClause[];
  /** Clauses of the file that the standard does not have. */
  readonly unknown: readonly NamedClause[];
}

/** An overlay as it is shown before it is laid. */
export interface OverlayPreview extends Omit<Overlay, 'texts'> {
  /** Clauses that have official wording from before. */
  readonly worded: readonly string[];
}

/** `source`: the name of the file. */
export type OfficialWording =
  | (OfficialText & { readonly kind: 'worded'; readonly source: string; readonly addedAt: string })
  /** The file has a clause of this code, whose text was not taken. */
  | { readonly kind: 'left'; readonly officialTitle: string; readonly source: string }
  | { readonly kind: 'none' };

/** A standard that official wording was laid over. */
export interface WordedStandard {
  readonly packId: string;
  readonly clauses: number;
  /** The names of the files, or the first of them and how many there are. */
  readonly source: string;
  /** Of what was laid last. */
  readonly addedAt: string;
}

const packId = z.string().max(100);

export const officialTextContract = {
  'official.preview': query<OverlayPreview>()({ draftId: z.uuid(), packId }),
  /**
   * Adds to what was laid over the standard before, and replaces it clause by clause; `replaceAll` removes it first.
   * `leave`: clauses of the standard that get no text. The answer sums up all that the standard has then.
   */
  'official.lay': command<WordedStandard>()({
    draftId: z.uuid(),
    packId,
    leave: z.array(z.string().max(40)).max(5000),
    replaceAll: z.boolean(),
  }),
  'official.drop': command<void>()({ packId }),
  'official.list': query<readonly WordedStandard[]>()({}),
  'official.of': query<OfficialWording>()({ packId, code: z.string().max(40) }),
};
