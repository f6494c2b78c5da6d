import type { Pack, PackClause } from '../../shared/contract/pack-schema.ts';
import {
  emptyInput,
  type RawFigure,
  type RawGrade,
  type RawInput,
  type RawMark,
  type RawRule,
} from './reference-verdict.ts';

/** Chance that comes out the same for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1);
  }

  /** From 0 up to but without 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** 0 … sides − 1 */
  below(sides: number): number {
    return Math.floor(this.roll() * sides);
  }

  chance(of: number): boolean {
    return this.roll() < of;
  }

  pick<Item>(from: readonly Item[]): Item {
    const item = from[this.below(from.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

/** How full a round is and how good the hospital. */
export interface Temper {
  readonly marked: number;
  readonly met: number;
  /** How often something is set by hand: grades, scores, targets, 不适用. */
  readonly byHand: number;
}

export const randomTemper = (dice: Dice): Temper => ({
  marked: dice.pick([0.05, 0.5, 0.9, 0.99, 1]),
  met: dice.pick([0.2, 0.6, 0.9, 0.98]),
  byHand: dice.pick([0, 0.1, 0.3]),
});

export interface PlacedClause {
  readonly clause: PackClause;
  readonly method: Pack['method'];
}

export const placedClauses = (pack: Pack): readonly PlacedClause[] =>
  pack.chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) =>
      section.clauses.map((clause) => ({
        clause,
        method: clause.method ?? section.method ?? chapter.method ?? pack.method,
      })),
    ),
  );

/** What a scorer may have put into every clause; only what the application lets in. */
export const randomInputs = (clauses: readonly PlacedClause[], temper: Temper, dice: Dice): Map<string, RawInput> =>
  new Map(clauses.map((placed) => [placed.clause.code, randomInput(placed, temper, dice)]));

export function randomInput({ clause, method }: PlacedClause, temper: Temper, dice: Dice): RawInput {
  const marksIn = (tier: 'C' | 'B' | 'A' | 'yes') => (clause.requirements?.[tier] ?? []).map(() => mark(temper, dice));
  const byHand = dice.chance(temper.byHand);
  return {
    marks: { C: marksIn('C'), B: marksIn('B'), A: marksIn('A'), yes: marksIn('yes') },
    grade: ownGrade(clause, method, byHand, dice),
    reason: byHand && dice.chance(0.7) ? '专家组认可' : '',
    score: method === 'points' && byHand ? ownScore(clause.points ?? 0, dice) : undefined,
    figures: clause.indicator && method === 'indicator' ? figures(clause.indicator, temper, dice) : emptyInput.figures,
    target: method === 'indicator' && byHand ? dice.pick(['better', '0.5', '1/3', '3', '0', '0.85']) : undefined,
  };
}

function mark(temper: Temper, dice: Dice): RawMark {
  if (!dice.chance(temper.marked)) return undefined;
  if (dice.chance(0.06)) return 'n/a';
  return dice.chance(temper.met) ? 'met' : dice.pick(['partial', 'unmet']);
}

function ownGrade(clause: PackClause, method: Pack['method'], byHand: boolean, dice: Dice): RawGrade | undefined {
  if (clause.optional && dice.chance(0.3)) return 'E';
  return method === 'graded' && byHand ? dice.pick(['A', 'B', 'C', 'D']) : undefined;
}

/** A part of the full score, thirds and sevenths among them. */
function ownScore(full: number, dice: Dice): string {
  const parts = dice.pick([1, 2, 3, 5, 7]);
  return `${Math.round(full * 1000) * dice.below(parts + 1)}/${1000 * parts}`;
}

type PackIndicator = NonNullable<PackClause['indicator']>;

function figures(indicator: PackIndicator, temper: Temper, dice: Dice): readonly RawFigure[] {
  if (!dice.chance(temper.marked)) return [];
  const start = dice.below(12);
  const count = 1 + dice.below(3);
  const taken = Array.from({ length: count }, (_, index) => start + index).filter(() => dice.chance(0.85));
  const found = taken.map((at): RawFigure => ({ period: periodAt(indicator.period, at), ...amounts(indicator, dice) }));
  return dice.chance(0.5) ? found.toReversed() : found;
}

/** The `at`th period from 2025 on; the months and quarters cross the turn of the year. */
function periodAt(kind: PackIndicator['period'], at: number): string {
  if (kind === 'year') return String(2025 + at);
  if (kind === 'quarter') return `${2025 + Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  return `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Often what meets the target to the last digit, or misses it by one. */
function amounts(indicator: PackIndicator, dice: Dice): Omit<RawFigure, 'period'> {
  const denominator = dice.pick([1, 3, 7, 40, 200, 1000]);
  const target = typeof indicator.target === 'number' ? indicator.target : dice.pick([0.5, 0.85, 1, 3]);
  const hit = Math.round(target * (indicator.denominator === null ? 1 : denominator) * 1000);
  const thousandths = Math.max(0, dice.pick([hit, hit, hit - 1, hit + 1, dice.below(2000), dice.below(2_000_000)]));
  const numerator = dice.chance(0.05) ? null : String(thousandths / 1000);
  if (indicator.denominator === null) return { numerator: numerator ?? '0', denominator: null };
  if (numerator === null) return { numerator, denominator: String(denominator) };
  return { numerator, denominator: dice.chance(0.05) ? null : dice.chance(0.05) ? '0' : String(denominator) };
}

/** The pack's own rules of a target, thresholds as exact text. */
export const rulesOf = (target: Pack['targets'][number]): readonly RawRule[] =>
  target.rules.map((rule): RawRule => {
    const atLeast = String(rule.atLeast);
    if ('score' in rule) return { score: rule.score, of: rule.of ?? 'points', atLeast };
    if (rule.grade === 'E') throw new Error('a rule over grade E');
    return { scope: rule.scope, grade: rule.grade, atLeast };
  });

/** Rules as a hospital may edit them: any scope of the pack, any threshold. */
export function randomRules(pack: Pack, dice: Dice): readonly RawRule[] {
  const scopes = [
    'all',
    'core',
    ...pack.chapters.filter(({ excludeFromRules }) => excludeFromRules !== true).map(({ code }) => `chapter:${code}`),
    ...(pack.scopes ?? []).map(({ id }) => id),
  ];
  const scored = pack.scoring
    ? ['total', ...pack.scoring.parts.map(({ scope }) => scope)]
    : pack.totalPoints !== undefined
      ? ['total', ...scopes]
      : [];
  return Array.from({ length: 1 + dice.below(5) }, (): RawRule => {
    const share = dice.pick(['0', '1/3', '2/3', '0.5', '0.9', '0.333333', '1', String(dice.below(1001) / 1000)]);
    if (scored.length > 0 && dice.chance(0.4)) {
      return dice.chance(0.5)
        ? { score: dice.pick(scored), of: 'share', atLeast: share }
        : { score: dice.pick(scored), of: 'points', atLeast: dice.pick(['0', '10/3', '20', String(dice.below(1000))]) };
    }
    return { scope: dice.pick(scopes), grade: dice.pick(['A', 'B', 'C', 'D', 'yes'] as const), atLeast: share };
  });
}

type PackScoring = NonNullable<Pack['scoring']>;

/** A total put together otherwise: one to three parts, any rates. */
export function randomScoring(pack: Pack, dice: Dice): PackScoring {
  const scopes = ['all', 'core', ...pack.chapters.map(({ code }) => `chapter:${code}`)];
  const chosen = [...new Set(Array.from({ length: 1 + dice.below(3) }, () => dice.pick(scopes)))];
  const shares = chosen.map(() => 1 + dice.below(5));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const rate = () => dice.pick([0, 1, dice.below(1001) / 1000]);
  return {
    full: dice.pick([100, 1000, 300.5]),
    parts: chosen.map((scope, index) => ({
      scope,
      weight: `${shares[index]}/${whole}`,
      gradeRates: { A: rate(), B: rate(), C: rate(), D: rate() },
      indicatorRates: { met: rate(), improved: rate(), worse: rate(), missing: rate() },
    })),
  };
}
