import { z } from 'zod';
import type { Confidence, Method, Standard } from '../domain/standard/standard.ts';
import { command, fileToken, query } from './call.ts';
import type { Exported } from './exchange.ts';

export interface TargetSummary {
  readonly id: string;
  readonly label: string;
  readonly confidence: Confidence | undefined;
  readonly note: string | undefined;
}

/** A pack as it is listed before a round is made from it. */
export interface StandardSummary {
  readonly id: string;
  readonly title: string;
  readonly programme: string;
  readonly edition: string;
  readonly issuer: string;
  /** Named only where it is certain. */
  readonly document: string | undefined;
  readonly confidence: Confidence;
  readonly note: string | undefined;
  readonly appliesTo: readonly string[];
  readonly clauses: Readonly<Partial<Record<Method, number>>>;
  readonly targets: readonly TargetSummary[];
  /** Brought in by this institution; undefined for built-in ones. */
  readonly own?: true | undefined;
  /** The declared total of a pack with points. */
  readonly totalPoints: number | undefined;
}

interface Remarks {
  readonly confidence?: Confidence | undefined;
  readonly note?: string | undefined;
}

/** A pack's `reference`: background about editions and official counts; nothing is computed from it. */
export interface StandardReference extends Remarks {
  readonly status?: string | undefined;
  readonly documentConfidence?: Confidence | undefined;
  readonly officialCounts?: Readonly<Record<string, number | string>> | undefined;
  readonly editions?: readonly (Remarks & { readonly edition: string; readonly document: string | null })[] | undefined;
  readonly gradingHints?: Readonly<Record<string, string>> | undefined;
  readonly vetoPolicy?: (Remarks & { readonly effect: string }) | undefined;
}

/** A standard of the library in whole. */
export interface LibraryStandard {
  readonly summary: StandardSummary;
  readonly standard: Standard;
  readonly reference?: StandardReference | undefined;
}

/** A clause that a search over all standards found. */
export interface StandardHit {
  readonly packId: string;
  readonly standardTitle: string;
  readonly programme: string;
  readonly code: string;
  readonly title: string;
  readonly method: Method;
  readonly core: boolean;
  /**
   * What stands around the hit when it is in a point or in the suggested evidence; the titles of chapter and section
   * when it is in those; empty when it is in code or title.
   */
  readonly excerpt: string;
}

/**
 * The workspace’s own standards first. Of both, own and built-in, the standards of the workspace’s rounds go first, then
 * those for its institution. In each of the three: hits in code or title, in texts, by other names of the words, and at
 * last those under a chapter or section of that title; these by programme, pack and the order of the standard.
 */
export interface StandardHits {
  /** Packs whose own title or programme has the words, by id. */
  readonly standards: readonly string[];
  readonly hits: readonly StandardHit[];
  /** Whether there were more than are listed. */
  readonly more: boolean;
}

export interface ImportProblem {
  /** `error`: it is wrong, or something was lost. `warning`: a guess was made, and somebody should look. */
  readonly severity: 'error' | 'warning';
  /** `Sheet1!C12`, `表格 2 第 5 行第 3 列`; empty when it is about the whole file. */
  readonly where: string;
  readonly message: string;
}

export interface ImportedStandard {
  /** In the format of the built-in standards; undefined when no clause was found. */
  readonly standard: object | undefined;
  readonly problems: readonly ImportProblem[];
  /** Which revision of the workspace's own standard holds it; undefined when it was not added. */
  readonly revision: number | undefined;
}

export const standardContract = {
  /** All packs in the order of their ids. What the job reports is the making of the index, on first use only. */
  'standard.list': query<readonly StandardSummary[]>()({ jobId: z.uuid().optional() }),
  'standard.read': query<LibraryStandard>()({ packId: z.string().max(100) }),
  'standard.search': query<StandardHits>()({ text: z.string().max(200) }),
  /**
   * Reads a standard out of Excel, Word, CSV or YAML. With `apply` it is added to the workspace's own standards, unless
   * something in it is wrong; without, nothing is written.
   */
  'standard.import': command<ImportedStandard>()({
    file: fileToken(),
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .max(60)
      .optional(),
    apply: z.boolean(),
    jobId: z.uuid(),
  }),
  /** As our Excel template or as YAML, by the output's name. */
  'standard.export': command<Exported>()({ packId: z.string().max(100), output: fileToken(), jobId: z.uuid() }),
  /** What is wrong with a YAML pack; empty when it can be used. */
  'standard.validate': query<readonly string[]>()({ file: fileToken() }),
};
