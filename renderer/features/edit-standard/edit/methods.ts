import { tiers, type Method, type PointTier, type Tier } from '../../../../shared/domain/standard/standard.ts';
import { changeChapters, changeClauses, changeSections } from './change-tree.ts';
import {
  indexOf,
  inheritedMethod,
  methodOf,
  type Aside,
  type Key,
  type WorkClause,
  type WorkPack,
} from './work-pack.ts';

export const tiersOf = (method: Method): readonly PointTier[] => (method === 'graded' ? tiers : ['yes']);

const emptyIndicator = { numerator: '', denominator: '', unit: '%', direction: 'monitor', period: 'year' } as const;

/** The points as the method holds them. Texts that once stood in a tier go back there; others start in C. */
function requirementsAs(clause: WorkClause, isGraded: boolean): WorkClause['requirements'] {
  const { C = [], B = [], A = [], yes = [] } = clause.requirements ?? {};
  if (!isGraded) return { yes: [...C, ...B, ...A, ...yes] };
  const tierOf = (text: string): Tier => clause.aside?.tiers?.get(text) ?? 'C';
  const inTier = (tier: Tier) => yes.filter((text) => tierOf(text) === tier);
  return { C: [...C, ...inTier('C')], B: [...B, ...inTier('B')], A: [...A, ...inTier('A')] };
}

const tiersNow = ({ requirements }: WorkClause): Aside['tiers'] =>
  new Map(tiers.flatMap((tier) => (requirements?.[tier] ?? []).map((text) => [text, tier] as const)));

/** The clause with what this method asks for; what it has no place for is kept aside. */
export function asMethod(clause: WorkClause, method: Method): WorkClause {
  const { aside: before, points, deductions, indicator, veto: _, genericLevels, ...rest } = clause;
  const isGraded = method === 'graded';
  const wasGraded = tiers.some((tier) => (clause.requirements?.[tier]?.length ?? 0) > 0);
  const kept = {
    points: points ?? before?.points,
    deductions: deductions ?? before?.deductions,
    indicator: indicator ?? before?.indicator,
    genericLevels: genericLevels ?? before?.genericLevels,
  };
  return {
    ...rest,
    requirements: requirementsAs(clause, isGraded),
    ...(method === 'points' && {
      ...(kept.points !== undefined && { points: kept.points }),
      ...(kept.deductions && { deductions: kept.deductions }),
    }),
    ...(method === 'indicator' && { indicator: kept.indicator ?? { ...emptyIndicator } }),
    ...(method === 'prerequisite' && { veto: true }),
    ...(isGraded && kept.genericLevels !== undefined && { genericLevels: kept.genericLevels }),
    aside: { ...kept, tiers: wasGraded ? tiersNow(clause) : before?.tiers },
  };
}

/** Gives clauses a method, with their texts. */
export const setMethod = (work: WorkPack, keys: ReadonlySet<Key>, method: Method): WorkPack =>
  changeClauses(work, (clause, section, chapter) => {
    if (!keys.has(clause.key) || methodOf(work, { clause, section, chapter }) === method) return clause;
    const changed = asMethod(clause, method);
    if (method !== inheritedMethod(work, chapter, section)) return { ...changed, method };
    const { method: _, ...inheriting } = changed;
    return inheriting;
  });

/**
 * Sets or, with undefined, takes back what clauses of a section, a chapter or, without a key, the standard inherit. Those
 * that inherit it are converted.
 */
export function setInherited(work: WorkPack, key: Key | undefined, method: Method | undefined): WorkPack {
  const set = <Node extends { readonly key: Key; method?: Method | undefined }>(node: Node): Node => {
    if (node.key !== key || node.method === method) return node;
    const { method: _, ...rest } = node;
    return (method === undefined ? rest : { ...rest, method }) as Node;
  };
  const headed =
    key === undefined ? { ...work, method: method ?? work.method } : changeChapters(changeSections(work, set), set);
  const places = indexOf(headed).clauses;
  return changeClauses(headed, (clause, section, chapter) => {
    const before = indexOf(work).clauses.get(clause.key);
    const now = methodOf(headed, places.get(clause.key) ?? { clause, section, chapter });
    return before && methodOf(work, before) !== now ? asMethod(clause, now) : clause;
  });
}
