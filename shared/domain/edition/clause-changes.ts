import type { Method } from '../standard/standard.ts';
import type { ClauseTerms, ClauseWording } from './clause-wording.ts';

/** One respect in which a clause is not the same in two editions; what is short enough to be told is told. */
export type ClauseChange =
  | { readonly what: 'title' | 'points' | 'deductions' | 'indicator' }
  | { readonly what: 'score'; readonly from: string | undefined; readonly to: string | undefined }
  | { readonly what: 'method'; readonly from: Method; readonly to: Method }
  | { readonly what: 'core' | 'optional'; readonly to: boolean };

/** All that differs, the wording first; empty for a clause that asks the same and is scored the same. */
export function changesOf(from: ClauseWording, to: ClauseWording): readonly ClauseChange[] {
  const terms = from.terms && to.terms ? termChanges(from.terms, to.terms) : [];
  // The definition of an indicator stands among the points, too.
  const isDefinition = terms.some(({ what }) => what === 'indicator');
  return [
    ...(from.title === to.title ? [] : [{ what: 'title' } as const]),
    ...(isDefinition || isEqual(from.points, to.points, ({ tier, text }) => [tier, text])
      ? []
      : [{ what: 'points' } as const]),
    ...terms,
  ];
}

function termChanges(from: ClauseTerms, to: ClauseTerms): readonly ClauseChange[] {
  const changes: ClauseChange[] = [];
  if (from.method !== to.method) changes.push({ what: 'method', from: from.method, to: to.method });
  if (from.fullScore !== to.fullScore) changes.push({ what: 'score', from: from.fullScore, to: to.fullScore });
  if (from.core !== to.core) changes.push({ what: 'core', to: to.core });
  if (from.optional !== to.optional) changes.push({ what: 'optional', to: to.optional });
  if (!isEqual(from.deductions, to.deductions, (text) => [text])) changes.push({ what: 'deductions' });
  if (definedBy(from) !== definedBy(to)) changes.push({ what: 'indicator' });
  return changes;
}

const isEqual = <Item>(left: readonly Item[], right: readonly Item[], parts: (item: Item) => readonly string[]) =>
  JSON.stringify(left.map(parts)) === JSON.stringify(right.map(parts));

const definedBy = ({ indicator }: ClauseTerms): string =>
  JSON.stringify(
    indicator && [
      indicator.numerator,
      indicator.denominator,
      indicator.unit,
      indicator.multiplier,
      indicator.direction,
      indicator.period,
      indicator.target,
      indicator.targetAdvice,
      indicator.formula,
    ],
  );
