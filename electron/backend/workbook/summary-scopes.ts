import type { Method, Scope, Standard, TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { isInScope } from '../../../shared/domain/verdict/gap.ts';
import type { Tally } from '../../../shared/domain/verdict/tally.ts';
import { literal } from './cells.ts';
import { chapterKey, countedText, type ClauseTable, type CountedKey } from './clause-table.ts';
import type { ScoredClause } from './scored-clauses.ts';

/** A row of the summary's tables. */
export interface SummaryScope {
  /** As rules name it: `all`, `core`, `chapter:<code>`, or the id of a named scope. */
  readonly name: string;
  readonly label: string;
  /** Of a named scope: the chapters in it that stand in rules. */
  readonly chapters?: readonly string[];
}

/** All clauses, the core ones, every chapter that stands in rules, named scopes, and whatever else a rule asks about. */
export function scopesOf(
  standard: Pick<Standard, 'chapters' | 'scopes'>,
  target: Pick<TargetLevel, 'rules'>,
  tally: Tally,
): readonly SummaryScope[] {
  const asked = new Set(target.rules.map(({ scope }) => scope).filter((name) => name !== 'total'));
  const chapters = standard.chapters.map(({ code, title }) => ({ name: `chapter:${code}`, label: `${code} ${title}` }));
  const scopes = [
    { name: 'all', label: '全部条款' },
    { name: 'core', label: '核心条款 ★' },
    ...chapters.filter(({ name }) => tally.scopes.has(name) || asked.has(name)),
    ...standard.scopes.map(({ id, label, chapters: codes }) => ({
      name: id,
      label,
      chapters: codes.filter((code) => tally.scopes.has(`chapter:${code}`)),
    })),
  ];
  const known = new Set(scopes.map(({ name }) => name));
  return [
    ...scopes,
    ...[...asked]
      .filter((name) => !known.has(name))
      .map((name) => ({ name, label: `${name.replace(/^chapter:/u, '')}（标准中没有这一章）` })),
  ];
}

/** Those of the scopes that have counted clauses of some methods, and those that are asked for. */
export const scopesWith = (
  scopes: readonly SummaryScope[],
  clauses: readonly ScoredClause[],
  named: readonly Scope[],
  methods: readonly Method[],
  asked: readonly string[],
): readonly SummaryScope[] =>
  scopes.filter(
    ({ name }) =>
      asked.includes(name) ||
      clauses.some(
        ({ clause, counted }) => counted && methods.includes(clause.method) && isInScope(clause, name, named),
      ),
  );

type Conditions<Key> = readonly (readonly [Key, string])[];

/** A formula: how many counted rows of a table in the scope meet all conditions. */
export const countIn = <Key extends string>(
  table: ClauseTable<Key | CountedKey>,
  scope: SummaryScope,
  conditions: Conditions<NoInfer<Key> | CountedKey> = [],
): string => sumOver(criteriaOf(table, scope, conditions).map((criteria) => `COUNTIFS(${criteria})`));

/** A formula: what a column of whole numbers adds up to over such rows. */
export const sumIn = <Key extends string>(
  table: ClauseTable<Key | CountedKey>,
  column: NoInfer<Key>,
  scope: SummaryScope,
  conditions: Conditions<NoInfer<Key> | CountedKey> = [],
): string =>
  sumOver(criteriaOf(table, scope, conditions).map((criteria) => `SUMIFS(${table.range(column)},${criteria})`));

export const sumOver = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join('+'));

/** One list of criteria for each term; a named scope is the sum over its chapters. */
function criteriaOf<Key extends string>(
  table: ClauseTable<Key | CountedKey>,
  scope: SummaryScope,
  conditions: Conditions<Key | CountedKey>,
): readonly string[] {
  const criteria = [['counted', countedText] as const, ...conditions]
    .map(([key, text]) => `${table.range(key)},${literal(text)}`)
    .join(',');
  if (scope.name === 'all') return [criteria];
  if (scope.name === 'core') return [`${criteria},${table.range('core')},"★"`];
  const chapters = scope.chapters ?? [scope.name.replace(/^chapter:/u, '')];
  return chapters.map((code) => `${criteria},${table.range('chapterKey')},${literal(asIs(chapterKey(code)))}`);
}

/** `~ * ?` are wildcards in a condition. */
const asIs = (text: string): string => text.replace(/[~*?]/gu, '~$&');
