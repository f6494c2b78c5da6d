import type { ClauseId, PointId, StandardId, TargetId } from '../id.ts';
import type { Grade } from '../grade/grade.ts';

/** Tiers of a graded clause in the order in which they are climbed. */
export const tiers = ['C', 'B', 'A'] as const;
export type Tier = (typeof tiers)[number];
/** `yes` is the one tier of clauses that are not graded. */
export type PointTier = Tier | 'yes';

export const methods = ['graded', 'checklist', 'points', 'prerequisite', 'indicator'] as const;
export type Method = (typeof methods)[number];

export type Confidence = 'high' | 'medium' | 'low';

/** 要点: one checkable sentence under a clause. */
export interface RequirementPoint {
  readonly id: PointId;
  readonly tier: PointTier;
  readonly text: string;
}

/** What a measured clause 监测指标 is made of; its scoring is not part of a graded verdict. */
export interface IndicatorDefinition {
  readonly numerator: string;
  readonly denominator: string | null;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'monitor';
  readonly period: 'month' | 'quarter' | 'year';
}

/** 条款: the unit that gets a result. */
export interface Clause {
  readonly id: ClauseId;
  readonly code: string;
  readonly title: string;
  readonly method: Method;
  /** 核心条款 ★ */
  readonly core: boolean;
  /** Only an optional clause may be graded E 不适用. */
  readonly optional: boolean;
  readonly chapter: string;
  readonly section: string;
  /** False in a chapter that is shown but stands in no proportion. */
  readonly counts: boolean;
  readonly points: readonly RequirementPoint[];
  readonly suggestedEvidence: readonly string[];
  readonly checks: readonly string[];
  readonly departments: readonly string[];
  readonly note?: string | undefined;
  readonly confidence?: Confidence | undefined;
  /** B and A texts are general wording of the pack, not written for this clause. */
  readonly genericTiers: readonly Tier[];
  readonly indicator?: IndicatorDefinition | undefined;
}

export interface Section {
  readonly code: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

export interface Chapter {
  readonly code: string;
  readonly title: string;
  readonly excludedFromRules: boolean;
  readonly sections: readonly Section[];
}

/**
 * “In `scope`, at least the share `atLeast` of the graded clauses has `grade` or better.”
 * `scope` is `all`, `core` or `chapter:<code>`; `atLeast` is exact text: `0.8`, `1`, `1/3`.
 */
export interface ProportionRule {
  readonly scope: string;
  readonly grade: Exclude<Grade, 'E'>;
  readonly atLeast: string;
}

/** 目标等级: rules that must all hold. */
export interface TargetLevel {
  readonly id: TargetId;
  readonly label: string;
  readonly rules: readonly ProportionRule[];
  readonly confidence?: Confidence | undefined;
  readonly note?: string | undefined;
}

/** 标准: one edition of one programme, as a round pins it. */
export interface Standard {
  readonly id: StandardId;
  readonly packId: string;
  readonly title: string;
  readonly programme: string;
  readonly edition: string;
  readonly confidence: Confidence;
  readonly note?: string | undefined;
  readonly targets: readonly TargetLevel[];
  readonly chapters: readonly Chapter[];
}

/** All clauses in the order of the standard. */
export const clausesOf = (standard: Pick<Standard, 'chapters'>): readonly Clause[] =>
  standard.chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.clauses));
