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

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What a measured clause 监测指标 is made of. */
export interface IndicatorDefinition {
  readonly numerator: string;
  /** Null is a plain count: the value is the numerator. */
  readonly denominator: string | null;
  readonly unit: string;
  /** What the value is multiplied with to be shown in its unit; `100` for percent. Undefined: as the unit says. */
  readonly multiplier?: string | undefined;
  readonly direction: 'up' | 'down' | 'monitor';
  readonly period: PeriodKind;
  /** Exact text in the value's own scale: 85 % is `0.85`. */
  readonly target?: string | undefined;
  /** Advice in words where the standard gives no figure; shown, never compared. */
  readonly targetAdvice?: string | undefined;
  readonly formula?: string | undefined;
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
  /** 分值条款: its full score 满分 as exact text; undefined for other methods. */
  readonly fullScore?: string | undefined;
  /** 扣分标准: guidance on what a fault costs. */
  readonly deductions: readonly string[];
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

/** “In `scope`, at least the share `atLeast` of the graded clauses has `grade` or better.” */
export interface GradeRule {
  readonly kind: 'grade';
  /** `all`, `core`, `chapter:<code>` or the id of one of the standard's scopes. */
  readonly scope: string;
  readonly grade: Exclude<Grade, 'E'>;
  /** Exact text: `0.8`, `1`, `1/3`. */
  readonly atLeast: string;
}

/** “In `scope`, at least the share `atLeast` of the clauses that are not graded passes.” */
export interface PassingRule {
  readonly kind: 'passing';
  readonly scope: string;
  readonly atLeast: string;
}

/** “The score of `scope` is at least `atLeast`”, in points or as a share of its full score. */
export interface ScoreRule {
  readonly kind: 'score';
  /** `total` or a scope as in the other rules. */
  readonly scope: string;
  readonly of: 'points' | 'share';
  readonly atLeast: string;
}

export type Rule = GradeRule | PassingRule | ScoreRule;

/** A named group of chapters that rules and parts refer to. */
export interface Scope {
  readonly id: string;
  readonly label: string;
  readonly chapters: readonly string[];
}

/** Exact text: what a clause with each result is worth in its part. */
export type GradeRates = Readonly<Record<Exclude<Grade, 'E'>, string>>;
export type IndicatorRates = Readonly<Record<'met' | 'improved' | 'worse' | 'missing', string>>;

/** One part of a total that is put together from weighted parts (FORMAT.md, `scoring.parts`). */
export interface ScoringPart {
  readonly scope: string;
  readonly weight: string;
  readonly gradeRates: GradeRates;
  readonly indicatorRates: IndicatorRates;
}

export interface Scoring {
  readonly full: string;
  readonly parts: readonly ScoringPart[];
  readonly confidence?: Confidence | undefined;
  readonly note?: string | undefined;
}

/** 目标等级: rules that must all hold. */
export interface TargetLevel {
  readonly id: TargetId;
  readonly label: string;
  readonly rules: readonly Rule[];
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
  readonly scopes: readonly Scope[];
  /** The declared total of a standard with points, as exact text. */
  readonly totalPoints?: string | undefined;
  /** The share of its full score at which a points clause passes, as exact text. */
  readonly yesAtRate: string;
  readonly scoring?: Scoring | undefined;
  readonly chapters: readonly Chapter[];
}

/** All clauses in the order of the standard. */
export const clausesOf = (standard: Pick<Standard, 'chapters'>): readonly Clause[] =>
  standard.chapters.flatMap((chapter) => chapter.sections.flatMap((section) => section.clauses));
