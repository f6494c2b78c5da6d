import { tiers, type Method } from '../../../shared/domain/standard/standard.ts';
import { isInScope } from '../../../shared/domain/verdict/gap.ts';
import { addsUpTo, asShare, compareExactly } from '../../../shared/domain/number/exact-share.ts';
import { isKnownUnit } from './known-units.ts';
import type { Pack, PackChapter, PackClause, PackRule, PackSection } from '../../../shared/contract/pack-schema.ts';

/** The parts of a pack that are well-formed; what the schema refused is left out. */
export interface WellFormed {
  readonly pack: Partial<Omit<Pack, 'chapters' | 'targets'>> & Pick<Pack, 'targets'>;
  readonly clauses: readonly LocatedClause[];
  /** All codes that are written, of refused clauses too. */
  readonly codes: Readonly<Record<'chapters' | 'sections' | 'clauses', readonly string[]>>;
  readonly excludedChapters: ReadonlySet<string>;
  /** False when something was left out, so that sums say nothing. */
  readonly complete: boolean;
}

export interface LocatedClause {
  readonly clause: PackClause;
  readonly method: Method;
  readonly chapter: string;
}

export const methodOf = (
  pack: Pick<Pack, 'method'>,
  chapter: Pick<PackChapter, 'method'>,
  section: Pick<PackSection, 'method'>,
  clause: Pick<PackClause, 'method'>,
): Method => clause.method ?? section.method ?? chapter.method ?? pack.method;

/** What the schema cannot see: codes written twice, scopes that do not exist, sums, and what each method needs. */
export function checkPack(found: WellFormed): readonly string[] {
  return [
    ...checkCodes(found),
    ...checkScopes(found),
    ...found.clauses.flatMap(checkClause),
    ...found.pack.targets.flatMap((target) =>
      target.rules.flatMap((rule, index) =>
        checkRule(rule, found).map((fault) => `目标 ${target.id} 的 rules 第 ${index + 1} 项${fault}`),
      ),
    ),
    ...(found.complete ? checkSums(found) : []),
  ];
}

const repeated = (what: string, names: readonly string[]): readonly string[] =>
  [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => `${what} ${name} 写了两次`);

function checkCodes({ codes, pack }: WellFormed): readonly string[] {
  return [
    ...repeated('章编号', codes.chapters),
    ...repeated('节编号', codes.sections),
    ...repeated('条款编号', codes.clauses),
    ...repeated(
      '目标编号',
      pack.targets.map((target) => target.id),
    ),
    ...repeated('范围编号', pack.scopes?.map((scope) => scope.id) ?? []),
  ];
}

const isKnownScope = (scope: string, { codes, pack }: WellFormed): boolean =>
  scope === 'all' ||
  scope === 'core' ||
  (scope.startsWith('chapter:') && codes.chapters.includes(scope.slice('chapter:'.length))) ||
  (pack.scopes?.some(({ id }) => id === scope) ?? false);

function checkScopes(found: WellFormed): readonly string[] {
  const { scopes = [], scoring } = found.pack;
  return [
    ...scopes.flatMap(({ id, chapters }) => [
      ...(['all', 'core', 'total'].includes(id) ? [`范围 ${id} 的 id 是保留的名字`] : []),
      ...chapters
        .filter((code) => !found.codes.chapters.includes(code))
        .map((code) => `范围 ${id} 的 chapters 里没有章“${code}”`),
    ]),
    ...(scoring?.parts ?? []).flatMap((part, index) =>
      isKnownScope(part.scope, found) ? [] : [`scoring.parts 第 ${index + 1} 项的 scope“${part.scope}”没有这个范围`],
    ),
    ...(scoring &&
    !addsUpTo(
      scoring.parts.map(({ weight }) => weight),
      1,
    )
      ? ['scoring.parts 的 weight 加起来不是 1']
      : []),
  ];
}

function checkRule(rule: PackRule, found: WellFormed): readonly string[] {
  const scope = 'score' in rule ? rule.score : rule.scope;
  const faults: string[] = [];
  const key = 'score' in rule ? 'score' : 'scope';
  if (!(key === 'score' && scope === 'total') && !isKnownScope(scope, found)) {
    faults.push(`的 ${key}“${scope}”没有这个范围`);
  }
  if (scope.startsWith('chapter:') && found.excludedChapters.has(scope.slice('chapter:'.length))) {
    faults.push(`的 ${key}“${scope}”是不参与比例的章`);
  }
  if ('grade' in rule) {
    if (rule.grade === 'E') faults.push('的 grade 不能是 E，不适用的条款不参与比例');
    if (compareExactly(rule.atLeast, 1) > 0) faults.push(`的 atLeast“${rule.atLeast}”大于 1`);
    if (
      faults.length === 0 &&
      found.complete &&
      !hasClauses(scope, rule.grade === 'yes' ? isNotGraded : isGraded, found)
    ) {
      faults.push(`的 scope“${scope}”里没有${rule.grade === 'yes' ? '等级以外的' : '按等级评定的'}条款`);
    }
    return faults;
  }
  const full = found.pack.totalPoints ?? found.pack.scoring?.full;
  if (asShare(rule.atLeast) === undefined) faults.push(`的 atLeast“${rule.atLeast}”不是精确的数`);
  else if (rule.of === 'share' && compareExactly(rule.atLeast, 1) > 0) {
    faults.push(`的 atLeast“${rule.atLeast}”大于 1`);
  } else if (!rule.of && full !== undefined && compareExactly(rule.atLeast, full) > 0) {
    faults.push(`的 atLeast“${rule.atLeast}”大于满分 ${full}`);
  }
  if (found.complete && full === undefined) faults.push('按得分，但标准包没有 totalPoints 或 scoring');
  if (faults.length > 0 || !found.complete || scope === 'total') return faults;
  if (found.pack.scoring) {
    if (!found.pack.scoring.parts.some((part) => part.scope === scope)) {
      faults.push(`的 score“${scope}”不是 scoring.parts 里的部分`);
    }
  } else if (!hasClauses(scope, isPoints, found)) faults.push(`的 score“${scope}”里没有分值条款`);
  return faults;
}

const isGraded = (method: Method): boolean => method === 'graded';
const isNotGraded = (method: Method): boolean => method !== 'graded';
const isPoints = (method: Method): boolean => method === 'points';

/** Whether a rule over this scope would count anything. */
const hasClauses = (scope: string, fits: (method: Method) => boolean, found: WellFormed): boolean =>
  found.clauses.some(
    ({ clause: { core }, method, chapter }) =>
      fits(method) &&
      !found.excludedChapters.has(chapter) &&
      isInScope({ core, chapter }, scope, found.pack.scopes ?? []),
  );

function checkClause({ clause, method }: LocatedClause): readonly string[] {
  const faults: string[] = [];
  const wanted = method === 'graded' ? tiers : method === 'indicator' ? [] : (['yes'] as const);
  for (const tier of wanted) {
    if (!clause.requirements?.[tier]) faults.push(`缺少 requirements.${tier}`);
  }
  const foreign = Object.keys(clause.requirements ?? {}).filter((tier) => (tier === 'yes') === (method === 'graded'));
  if (foreign.length > 0) faults.push(`的 requirements 不该有 ${foreign.join('、')}（判定方式为 ${method}）`);

  if (method === 'points' && clause.points === undefined) faults.push('缺少 points');
  if (method !== 'points' && clause.points !== undefined) faults.push(`的 points 只用于分值条款`);
  if (method !== 'points' && (clause.deductions?.length ?? 0) > 0) faults.push('的 deductions 只用于分值条款');
  if (method === 'indicator' && !clause.indicator) faults.push('缺少 indicator');
  if (clause.indicator && !isKnownUnit(clause.indicator.unit)) {
    faults.push(`的 indicator.unit“${clause.indicator.unit}”不是认识的单位`);
  }
  if (method === 'prerequisite' && clause.veto !== true) faults.push('缺少 veto: true');
  if (method !== 'prerequisite' && clause.veto === true) faults.push('的 veto 只用于前置要求');
  if (method !== 'graded' && clause.genericLevels !== undefined) faults.push('的 genericLevels 只用于等级条款');
  return faults.map((fault) => `条款 ${clause.code} ${fault}`);
}

function checkSums({ pack, clauses, excludedChapters }: WellFormed): readonly string[] {
  const points = clauses
    .filter(({ chapter }) => !excludedChapters.has(chapter))
    .flatMap(({ clause }) => (clause.points === undefined ? [] : [clause.points]));
  if (points.length === 0) return pack.totalPoints === undefined ? [] : ['写了 totalPoints，但没有分值条款'];
  if (pack.totalPoints === undefined) return ['缺少 totalPoints'];
  if (addsUpTo(points, pack.totalPoints)) return [];
  const sum = points.reduce((total, value) => total + Math.round(value * 1_000_000), 0) / 1_000_000;
  return [`各条款 points 加起来是 ${sum}，不等于 totalPoints ${pack.totalPoints}`];
}
