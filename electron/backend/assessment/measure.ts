import type { Input } from '../../../shared/contract/contract.ts';
import type { RoundChange } from '../../../shared/contract/round.ts';
import { parseTarget } from '../../../shared/domain/indicator/amount.ts';
import { readFigure } from '../../../shared/domain/indicator/read-figure.ts';
import { betterThanBefore, multiplierOf } from '../../../shared/domain/indicator/read-indicator.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { figureRefused, notMeasured, ownTargetRefused } from '../../../shared/errors/messages.ts';
import type { OpenRound } from '../round/open-round.ts';

/** @throws {AppError} assessment/not-measured, assessment/figure-refused */
export function setFigure(round: OpenRound, input: Input<'assessment.figure'>): RoundChange {
  const clause = round.clause(input.clauseId);
  if (!clause.indicator || clause.method !== 'indicator') throw notMeasured(clause.code);
  const read = readFigure(clause.indicator, input);
  if (read.refusal) throw figureRefused(clause.code, clause.indicator, input, read.refusal);
  const { period, numerator, denominator } = read.figure;
  const known = round.state(clause.id).figures.find((figure) => figure.period === period);
  return round.apply('do', `${clause.code} ${period} 数据`, [
    {
      on: 'figure',
      clauseId: clause.id,
      period,
      before: known ? { numerator: known.numerator, denominator: known.denominator } : null,
      after: numerator === null && denominator === null ? null : { numerator, denominator },
    },
  ]);
}

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
