import type { Pack, PackChapter, PackClause } from '../../shared/contract/pack-schema.ts';

/**
 * A second opinion on verdicts: written from the specification alone (product.md section 5, FORMAT.md), slow and
 * plain, sharing nothing with shared/domain. It reads the pack itself and looks at every clause anew for every rule.
 * One file, so that it can be read beside the text.
 *
 * Where the text leaves something open, this was decided:
 * - a checklist clause with an unmarked point is unscored; with all points n/a it passes, without points it is unscored;
 * - a prerequisite is violated by one point that is not met, whatever is unmarked; those of excluded chapters veto too;
 * - E by hand takes an optional clause of any method out;
 * - a part without an applicable clause leaves the weights; a part by itself has full × its weight to give;
 * - in a part, checklist clauses and prerequisites are worth 1 or 0, points clauses their share, what is unscored 0;
 * - an indicator without a target is worth `improved` or `worse`; the last period with an entry counts, and improved
 *   compares with the calendar period right before it; “better” is neither met nor unmet when that one has no value;
 * - a target none of whose rules applies is not reached.
 */

export type RawMark = 'met' | 'partial' | 'unmet' | 'n/a' | undefined;
export type RawGrade = 'A' | 'B' | 'C' | 'D' | 'E';
export type RawTier = 'C' | 'B' | 'A' | 'yes';

export interface RawFigure {
  readonly period: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** What a scorer put into one clause; marks stand in the order of the pack's points. */
export interface RawInput {
  readonly marks: Readonly<Record<RawTier, readonly RawMark[]>>;
  readonly grade: RawGrade | undefined;
  readonly reason: string;
  readonly score: string | undefined;
  readonly figures: readonly RawFigure[];
  readonly target: string | undefined;
}

/** A rule as the pack writes it, with its threshold as exact text. */
export type RawRule =
  | { readonly scope: string; readonly grade: 'A' | 'B' | 'C' | 'D' | 'yes'; readonly atLeast: string }
  | { readonly score: string; readonly of: 'points' | 'share'; readonly atLeast: string };

export interface ReferenceRule {
  readonly applicable: boolean;
  readonly holds: boolean;
  /** Of rules over clauses. */
  readonly count?: number;
  readonly denominator?: number;
  /** Cut to one decimal; undefined when not applicable. */
  readonly percent?: string | undefined;
  /** 已评口径, cut to one decimal. */
  readonly forecast?: string | undefined;
  /** Clauses, or for a score exact points. */
  readonly missing: number | string;
  /** Of rules over scores: exact, as `n/d`. */
  readonly score?: string;
  readonly full?: string;
  readonly wanted?: string;
}

export interface ReferenceVerdict {
  readonly reached: boolean;
  /** Codes of the violated prerequisites, in the order of the pack. */
  readonly vetoes: readonly string[];
  readonly rules: readonly ReferenceRule[];
  readonly unscored: number;
  /** The total of a standard that has one, exact; undefined when nothing in it applies. */
  readonly total: string | undefined;
}

interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}
const whole = (value: number | bigint): Exact => ({ top: BigInt(value), bottom: 1n });
const plus = (a: Exact, b: Exact): Exact => ({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
const times = (a: Exact, b: Exact): Exact => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const over = (a: Exact, b: Exact): Exact =>
  b.top < 0n
    ? { top: -a.top * b.bottom, bottom: a.bottom * -b.top }
    : { top: a.top * b.bottom, bottom: a.bottom * b.top };
const minus = (a: Exact, b: Exact): Exact => plus(a, times(whole(-1), b));
const reaches = (a: Exact, b: Exact): boolean => minus(a, b).top >= 0n;
const sum = (values: readonly Exact[]): Exact => values.reduce((total, value) => shorten(plus(total, value)), whole(0));

function shorten({ top, bottom }: Exact): Exact {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? whole(0) : { top: top / a, bottom: bottom / a };
}

const write = (value: Exact): string => {
  const { top, bottom } = shorten(value);
  return bottom === 1n ? String(top) : `${top}/${bottom}`;
};

/** With so many decimals, cut or raised; of what is not negative. */
function decimals(value: Exact, places: number, direction: 'cut' | 'raised' = 'cut'): string {
  const scaled = value.top * 10n ** BigInt(places);
  const units = direction === 'cut' ? scaled / value.bottom : (scaled + value.bottom - 1n) / value.bottom;
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** An exact number of a reference verdict as it is shown. */
export const shownExact = (text: string, places: number, direction?: 'cut' | 'raised'): string =>
  decimals(read(text), places, direction);

const percentOf = (part: Exact, all: Exact): string => decimals(times(over(part, all), whole(100)), 1);

/** `0.85`, `-3`, `2/7`. */
function read(text: string | number): Exact {
  const [above = '', below] = String(text).split('/');
  if (below !== undefined) return over(read(above), read(below));
  const [units = '', fine = ''] = above.split('.');
  return { top: BigInt(units + fine), bottom: 10n ** BigInt(fine.length) };
}

interface Scored {
  readonly score: Exact;
  readonly full: Exact;
  readonly forecast: string | undefined;
}

type RawMethod = Pack['method'];
interface Place {
  readonly clause: PackClause;
  readonly method: RawMethod;
  readonly chapter: PackChapter;
  readonly input: RawInput;
}

export const emptyInput: RawInput = {
  marks: { C: [], B: [], A: [], yes: [] },
  grade: undefined,
  reason: '',
  score: undefined,
  figures: [],
  target: undefined,
};

function placesOf(pack: Pack, inputs: ReadonlyMap<string, RawInput>): Place[] {
  const places: Place[] = [];
  for (const chapter of pack.chapters)
    for (const section of chapter.sections)
      for (const clause of section.clauses)
        places.push({
          clause,
          method: clause.method ?? section.method ?? chapter.method ?? pack.method,
          chapter,
          input: inputs.get(clause.code) ?? emptyInput,
        });
  return places;
}

const marksOf = ({ clause, input }: Place, tier: RawTier): RawMark[] =>
  (clause.requirements?.[tier] ?? []).map((_text, index) => input.marks[tier][index]);
const isExempt = (place: Place): boolean => place.input.grade === 'E';

/** “Higher: only with a written reason.” */
function gradeOf(place: Place): RawGrade | undefined {
  const { grade, reason } = place.input;
  const suggested = suggestedOf(place);
  if (grade === undefined) return suggested;
  const hasPoints = (['C', 'B', 'A'] as const).some((tier) => marksOf(place, tier).length > 0);
  return hasPoints && grade < (suggested ?? 'D') && reason === '' ? suggested : grade;
}

/** “Suggested grade (graded).” */
function suggestedOf(place: Place): RawGrade | undefined {
  const tiersWithPoints = (['C', 'B', 'A'] as const).filter((tier) => marksOf(place, tier).length > 0);
  if (tiersWithPoints.length === 0) return undefined;
  if (marksOf(place, 'C').includes(undefined)) return undefined;
  if (tiersWithPoints.every((tier) => marksOf(place, tier).every((mark) => mark === undefined))) return undefined;
  const reached = (tier: RawTier) => marksOf(place, tier).every((mark) => mark === 'met' || mark === 'n/a');
  if (!reached('C')) return 'D';
  if (!tiersWithPoints.includes('B') && !tiersWithPoints.includes('A')) return 'C';
  if (!reached('B')) return 'C';
  if (!tiersWithPoints.includes('A')) return 'B';
  return reached('A') ? 'A' : 'B';
}

/** “Points.” Undefined while unscored. */
function scoreOf(place: Place): Exact | undefined {
  if (place.input.score !== undefined) return read(place.input.score);
  const marks = marksOf(place, 'yes');
  const applicable = marks.filter((mark) => mark !== 'n/a');
  if (applicable.length === 0 || applicable.includes(undefined)) return undefined;
  const halves = applicable.map((mark) => (mark === 'met' ? 2 : mark === 'partial' ? 1 : 0));
  const earned = halves.reduce<number>((total, half) => total + half, 0);
  return over(times(fullOf(place), whole(earned)), whole(2 * applicable.length));
}

const fullOf = ({ clause }: Place): Exact => {
  if (clause.points === undefined) throw new Error(`${clause.code} has no points`);
  return read(clause.points);
};

/** Months, quarters or years since the year 0: one more is the next period. */
function numberOf(period: string): number {
  const [year = '', part] = period.split('-');
  if (part === undefined) return Number(year);
  return part.startsWith('Q') ? Number(year) * 4 + Number(part.slice(1)) : Number(year) * 12 + Number(part);
}

type Met = 'met' | 'unmet' | 'neither' | 'missing';

/** “Indicators.” */
function measure(place: Place): { readonly met: Met; readonly improved: boolean } {
  const definition = place.clause.indicator;
  if (!definition) throw new Error(`${place.clause.code} has no indicator`);
  const { figures, target: ownTarget } = place.input;
  const valueOf = (figure: RawFigure | undefined): Exact | undefined => {
    if (!figure || figure.numerator === null) return undefined;
    if (definition.denominator === null) return read(figure.numerator);
    if (figure.denominator === null || read(figure.denominator).top === 0n) return undefined;
    return over(read(figure.numerator), read(figure.denominator));
  };
  const entered = figures
    .filter((figure) => figure.numerator !== null || figure.denominator !== null)
    .toSorted((a, b) => numberOf(a.period) - numberOf(b.period));
  const last = entered.at(-1);
  const value = valueOf(last);
  if (!last || value === undefined) return { met: 'missing', improved: false };
  if (definition.direction === 'monitor') return { met: 'neither', improved: false };
  const down = definition.direction === 'down';
  const before = valueOf(figures.find((figure) => numberOf(figure.period) === numberOf(last.period) - 1));
  const improved = before !== undefined && (down ? !reaches(value, before) : !reaches(before, value));
  if (ownTarget === 'better') {
    return { met: before === undefined ? 'neither' : improved ? 'met' : 'unmet', improved };
  }
  const target = ownTarget ?? definition.target;
  if (target === undefined || target === null || (target === definition.target && typeof target === 'string')) {
    return { met: 'neither', improved };
  }
  const wanted = read(target);
  return { met: (down ? reaches(wanted, value) : reaches(value, wanted)) ? 'met' : 'unmet', improved };
}

type Pass = 'pass' | 'fail' | 'n/a' | undefined;

/** “Passing”; undefined is unscored. */
function passOf(place: Place, yesAtRate: Exact): Pass {
  if (isExempt(place)) return 'n/a';
  const marks = marksOf(place, 'yes');
  switch (place.method) {
    case 'checklist':
      if (marks.length === 0 || marks.includes(undefined)) return undefined;
      return marks.every((mark) => mark === 'met' || mark === 'n/a') ? 'pass' : 'fail';
    case 'prerequisite':
      if (marks.includes('unmet') || marks.includes('partial')) return 'fail';
      return marks.length === 0 || marks.includes(undefined) ? undefined : 'pass';
    case 'points': {
      const score = scoreOf(place);
      if (score === undefined) return undefined;
      return reaches(over(score, fullOf(place)), yesAtRate) ? 'pass' : 'fail';
    }
    case 'indicator': {
      const { met } = measure(place);
      if (met === 'missing') return undefined;
      return met === 'met' || place.clause.indicator?.direction === 'monitor' ? 'pass' : 'fail';
    }
    case 'graded':
      throw new Error('graded clauses have no yes');
  }
}

const isUnscored = (place: Place, yesAtRate: Exact): boolean =>
  place.method === 'graded' ? gradeOf(place) === undefined : passOf(place, yesAtRate) === undefined;

export function referenceVerdict(
  pack: Pack,
  inputs: ReadonlyMap<string, RawInput>,
  rules: readonly RawRule[],
): ReferenceVerdict {
  const everywhere = placesOf(pack, inputs);
  const counted = everywhere.filter(({ chapter }) => chapter.excludeFromRules !== true);
  const yesAtRate = read(pack.yesAtRate ?? 0.6);

  const within = (scope: string): Place[] => {
    if (scope === 'all' || scope === 'total') return counted;
    if (scope === 'core') return counted.filter(({ clause }) => clause.core);
    if (scope.startsWith('chapter:')) return counted.filter(({ chapter }) => `chapter:${chapter.code}` === scope);
    const chapters = pack.scopes?.find(({ id }) => id === scope)?.chapters ?? [];
    return counted.filter(({ chapter }) => chapters.includes(chapter.code));
  };

  /** “Comparing”: the smallest count with count ÷ denominator ≥ atLeast, less what is there. */
  const proportion = (count: number, denominator: number, unscored: number, atLeast: Exact): ReferenceRule => {
    if (denominator === 0) {
      return {
        applicable: false,
        holds: true,
        count,
        denominator,
        percent: undefined,
        forecast: undefined,
        missing: 0,
      };
    }
    let needed = 0;
    while (!reaches(over(whole(needed), whole(denominator)), atLeast)) needed++;
    const scored = denominator - unscored;
    return {
      applicable: true,
      holds: count >= needed,
      count,
      denominator,
      percent: percentOf(whole(count), whole(denominator)),
      forecast: scored === 0 ? undefined : percentOf(whole(count), whole(scored)),
      missing: Math.max(0, needed - count),
    };
  };

  /** Σ earned ÷ Σ applicable full × Σ full, or × the declared total. */
  const pointsScore = (scope: string): Scored | undefined => {
    const places = within(scope).filter(({ method }) => method === 'points');
    const applicable = places.filter((place) => !isExempt(place));
    if (applicable.length === 0) return undefined;
    const full = scope === 'total' && pack.totalPoints !== undefined ? read(pack.totalPoints) : sum(places.map(fullOf));
    const earned = sum(applicable.map((place) => scoreOf(place) ?? whole(0)));
    const scored = applicable.filter((place) => scoreOf(place) !== undefined);
    return {
      score: times(over(earned, sum(applicable.map(fullOf))), full),
      full,
      forecast: scored.length === 0 ? undefined : percentOf(earned, sum(scored.map(fullOf))),
    };
  };

  /**
   * full × Σ weight × rate, over the parts in which something applies; their weights are made to add up to 1. A part by
   * itself has full × its weight to give.
   */
  const partsScore = (scoring: NonNullable<Pack['scoring']>, scope: string): Scored | undefined => {
    const rated: { weight: Exact; rate: Exact }[] = [];
    for (const part of scoring.parts.filter((entry) => scope === 'total' || entry.scope === scope)) {
      const gradeRates = { A: 1, B: 0.85, C: 0.7, D: 0, ...part.gradeRates };
      const indicatorRates = { met: 1, improved: 0.6, worse: 0, missing: 0, ...part.indicatorRates };
      const rates = within(part.scope).flatMap((place): Exact[] => {
        switch (place.method) {
          case 'graded': {
            const grade = gradeOf(place);
            return grade === 'E' ? [] : [grade === undefined ? whole(0) : read(gradeRates[grade])];
          }
          case 'points':
            return isExempt(place) ? [] : [over(scoreOf(place) ?? whole(0), fullOf(place))];
          case 'checklist':
          case 'prerequisite':
            return isExempt(place) ? [] : [whole(passOf(place, yesAtRate) === 'pass' ? 1 : 0)];
          case 'indicator': {
            if (isExempt(place)) return [];
            const { met, improved } = measure(place);
            if (met === 'missing') return [read(indicatorRates.missing)];
            if (place.clause.indicator?.direction === 'monitor') return [whole(1)];
            if (met === 'met') return [read(indicatorRates.met)];
            return [read(improved ? indicatorRates.improved : indicatorRates.worse)];
          }
        }
      });
      if (rates.length > 0) rated.push({ weight: read(part.weight), rate: over(sum(rates), whole(rates.length)) });
    }
    const weights = sum(rated.map(({ weight }) => weight));
    if (weights.top === 0n) return undefined;
    const full = scope === 'total' ? read(scoring.full) : times(read(scoring.full), weights);
    const rate = over(sum(rated.map((part) => times(part.weight, part.rate))), weights);
    return { score: times(full, rate), full, forecast: undefined };
  };

  const scoreIn = (scope: string) => (pack.scoring ? partsScore(pack.scoring, scope) : pointsScore(scope));

  const readRule = (rule: RawRule): ReferenceRule => {
    const atLeast = read(rule.atLeast);
    if ('score' in rule) {
      const found = scoreIn(rule.score);
      if (!found) return { applicable: false, holds: true, missing: '0' };
      const wanted = rule.of === 'share' ? times(atLeast, found.full) : atLeast;
      const holds = reaches(found.score, wanted);
      return {
        applicable: true,
        holds,
        score: write(found.score),
        full: write(found.full),
        wanted: write(wanted),
        percent: percentOf(found.score, found.full),
        forecast: found.forecast,
        missing: holds ? '0' : write(minus(wanted, found.score)),
      };
    }
    const places = within(rule.scope);
    if (rule.grade === 'yes') {
      const passed = places.filter(({ method }) => method !== 'graded').map((place) => passOf(place, yesAtRate));
      const applicable = passed.filter((pass) => pass !== 'n/a');
      const unscored = applicable.filter((pass) => pass === undefined).length;
      return proportion(applicable.filter((pass) => pass === 'pass').length, applicable.length, unscored, atLeast);
    }
    const orBetter = 'ABCD'.slice(0, 'ABCD'.indexOf(rule.grade) + 1);
    const given = places.filter(({ method }) => method === 'graded').map(gradeOf);
    const applicable = given.filter((grade) => grade !== 'E');
    const count = applicable.filter((grade) => grade !== undefined && orBetter.includes(grade)).length;
    const unscored = applicable.filter((grade) => grade === undefined).length;
    return proportion(count, applicable.length, unscored, atLeast);
  };

  const results = rules.map(readRule);
  const vetoes = everywhere
    .filter((place) => place.method === 'prerequisite' && passOf(place, yesAtRate) === 'fail')
    .map(({ clause }) => clause.code);
  const applicable = results.filter((rule) => rule.applicable);
  const total = pack.scoring !== undefined || pack.totalPoints !== undefined ? scoreIn('total') : undefined;
  return {
    reached: vetoes.length === 0 && applicable.length > 0 && applicable.every((rule) => rule.holds),
    vetoes,
    rules: results,
    unscored: counted.filter((place) => isUnscored(place, yesAtRate)).length,
    total: total && write(total.score),
  };
}
