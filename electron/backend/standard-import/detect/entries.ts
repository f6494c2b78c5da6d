import type { Method, Tier } from '../../../../shared/domain/standard/standard.ts';
import type { ParsedCode } from './codes.ts';
import type { MeasureRole } from './roles.ts';

/** A text and where it stands. */
export interface Located {
  readonly text: string;
  readonly where: string;
}

/** 第三部分 现场检查, above the chapters that it was folded into. */
export interface PartHeading {
  readonly name: string;
  readonly where: string;
  readonly declared: number | undefined;
}

export interface HeadingEntry {
  readonly kind: 'heading';
  readonly title: string;
  /** The whole of it, number and marks included, where it is a line of its own. */
  readonly line?: string;
  readonly code: ParsedCode | undefined;
  /** A smaller one is further out. */
  readonly rank: number;
  readonly where: string;
  /** The score that it declares for what is below it. */
  readonly declared: number | undefined;
  /** It is the name of a sheet. */
  readonly isSheet?: true;
  /** It stands in a column of parts, chapters or sections. */
  readonly column?: OuterColumn;
  /** The chapter's number and title say in which part it stands. */
  readonly part?: PartHeading;
  /** A row among clauses, below what the columns of chapters and sections say. */
  readonly isInside?: true;
  /** It is not in the file: above 1.2 stands 1. */
  readonly isImplied?: true;
  readonly isPrerequisite: boolean;
}

export type OuterColumn = 'part' | 'chapter' | 'section';

export interface RawPoint extends Located {
  readonly tier: Tier | undefined;
}

/** A text as the file writes it. */
export interface Worded {
  readonly tier: Tier | undefined;
  readonly text: string;
}

/** A clause as its rows say it. */
export interface ClauseEntry {
  readonly kind: 'clause';
  readonly where: string;
  code: ParsedCode | undefined;
  readonly codeWhere: string;
  /** The code was typed as a number, where 1.10 has become 1.1. */
  readonly isNumberCode: boolean;
  title: string;
  readonly points: RawPoint[];
  /** What it asks for as the file writes it: its points, with their numbers and what leads in to them. */
  readonly wording: Worded[];
  /** The same of its name, number and marks included. */
  readonly titleWording: string;
  /** Its points are numbered in the file. */
  hasNumbers: boolean;
  /** A column for points exists, so that having none is worth a word. */
  readonly expectsPoints: boolean;
  score: number | undefined;
  scoreWhere: string;
  /** A score was written that is no number: that is told of its cell. */
  hasUnreadableScore: boolean;
  /** The cell of the score that is merged over this row too, though it belongs to a clause above. */
  sharedScore: Located | undefined;
  /** The score came from a cell of its own, not from the title. */
  hasScoreCell: boolean;
  readonly deductions: string[];
  core: boolean;
  optional: boolean;
  readonly hasTriangle: boolean;
  readonly hasBlackTriangle: boolean;
  readonly checks: string[];
  readonly departments: string[];
  readonly evidence: string[];
  readonly notes: string[];
  readonly measures: Map<MeasureRole, Located>;
  method: Method;
  /** It stands in running text, where it was told from headings and points by the text as a whole. */
  readonly isText?: true;
}

export interface TotalEntry {
  readonly kind: 'total';
  readonly declared: number;
  /** For what stands above it in the chapter or section, not for the whole. */
  readonly isPartial: boolean;
  /** It is called the total of all: 总计, 总分. */
  readonly isGrand: boolean;
  readonly where: string;
}

/** A new sheet with chapters of its own: nothing above it holds any longer. */
export interface SheetEntry {
  readonly kind: 'sheet';
}

export type Entry = HeadingEntry | ClauseEntry | TotalEntry | SheetEntry;
