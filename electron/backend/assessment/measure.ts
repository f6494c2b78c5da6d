import type { Input } from '../../../shared/contract/contract.ts';
import type { RoundChange } from '../../../shared/contract/round.ts';
import { parseTarget } from '../../../shared/domain/indicator/amount.ts';
import { showPeriod } from '../../../shared/domain/indicator/period.ts';
import { readFigure } from '../../../shared/domain/indicator/read-figure.ts';
import { betterThanBefore, multiplierOf, type Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { figureRefused, notMeasured, ownTargetRefused } from '../../../shared/errors/messages.ts';
import type { OpenRound } from '../round/open-round.ts';

/** @throws {AppError} assessment/not-measured, assessment/figure-refused */
export function setFigures(round: OpenRound, input: Input<'assessment.figures'>): RoundChange {
  const clause = round.clause(input.clauseId);
  const { indicator, method } = clause;
  if (!indicator || method !== 'indicator') throw notMeasured(clause.code);
  const known = new Map(round.state(clause.id).figures.map((figure) => [figure.period, figure]));
  const patches = input.figures.map((typed): Patch => {
    const read = readFigure(indicator, typed);
    if (read.refusal) throw figureRefused(clause.code, indicator, typed, read.refusal);
    const { period, numerator, denominator } = read.figure;
    const before = known.get(period);
    known.set(period, read.figure);
    return {
      on: 'figure',
      clauseId: clause.id,
      period,
      before: before && hasFigure(before) ? { numerator: before.numerator, denominator: before.denominator } : null,
      after: hasFigure(read.figure) ? { numerator, denominator } : null,
    };
  });
  const [first] = patches;
  const what = patches.length === 1 && first?.on === 'figure' ? showPeriod(first.period) : `${patches.length} 期`;
  return round.apply('do', `${clause.code} ${what}数据`, patches);
}

const hasFigure = ({ numerator, denominator }: Figure): boolean => numerator !== null || denominator !== null;

/** @throws {AppError} assessment/not-measured, assessment/own-target-refused */
export function setOwnTarget(round: OpenRound, input: Input<'assessment.ownTarget'>): RoundChange {
  const clause = round.clause(input.clauseId);
  if (!clause.indicator || clause.method !== 'indicator') throw notMeasured(clause.code);
  return round.apply('do', `${clause.code} 目标值`, [
    {
      on: 'own-target',
      clauseId: clause.id,
      before: round.state(clause.id).ownTarget ?? null,
      after: input.target === null ? null : readOwnTarget(clause.code, clause.indicator, input.target),
    },
  ]);
}

function readOwnTarget(code: string, definition: IndicatorDefinition, typed: string): string {
  if (definition.direction === 'monitor') throw ownTargetRefused(code, typed, 'monitored');
  if (typed === betterThanBefore) return typed;
  const target = parseTarget(typed, definition.unit, multiplierOf(definition));
  if (target === undefined) throw ownTargetRefused(code, typed, 'not-a-number');
  return target;
}
