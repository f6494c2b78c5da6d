import type { ClauseId, EvidenceFileId, EvidenceId, RoundId } from '../id.ts';

/** How a file can be shown inside the app; `office` by the text that is read out of it. */
export type PreviewKind = 'image' | 'pdf' | 'text' | 'office' | 'none';

/** What is wrong with a stored file: it is not in the workspace any more, or not what was registered. */
export type FileFault = 'missing' | 'changed';

export interface EvidenceFile {
  readonly id: EvidenceFileId;
  readonly name: string;
  /** Lower case, without the dot; empty when the file has none. */
  readonly extension: string;
  readonly bytes: number;
  readonly preview: PreviewKind;
}

/** The fields of evidence that a person edits. */
export interface EvidenceFields {
  readonly number: string;
  readonly title: string;
  /** `YYYY-MM-DD`, or empty when not given; likewise validUntil. */
  readonly documentDate: string;
  readonly validUntil: string;
  readonly department: string;
  readonly remark: string;
}

/** 佐证材料: a document that proves one or more clauses. */
export interface Evidence extends EvidenceFields {
  readonly id: EvidenceId;
  readonly files: readonly EvidenceFile[];
  /** The clauses it proves, this one included, in any round of the workspace. */
  readonly usedBy: readonly EvidenceUse[];
}

/** A clause that evidence proves, in one of the rounds. */
export interface EvidenceUse {
  readonly roundId: RoundId;
  readonly roundTitle: string;
  readonly standardTitle: string;
  readonly clauseId: ClauseId;
  readonly code: string;
  readonly title: string;
}
