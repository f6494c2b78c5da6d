import { inFormWords, type PackName } from '../../../../shared/text/pack-words.ts';
import {
  clauseColumns,
  headColumns,
  headLabels,
  indicatorColumns,
  pointColumns,
  sheetNames,
  targetColumns,
  type ClauseColumn,
  type IndicatorColumn,
} from '../../standard-export/template-format.ts';
import type { ProblemList } from '../problem-list.ts';
import type { SourceTable } from '../source.ts';
import { rowsOf, type TemplateRow } from './sheet-rows.ts';

/** Where the template says what a fault is about. */
export interface FaultPlaces {
  /** By `章 1`, `节 1.1`, `条款 1.1.1`. */
  readonly rows: ReadonlyMap<string, TemplateRow<ClauseColumn>>;
  /** By code: the first point of a clause, or of one of its grades as `1.1.1 B`. */
  readonly points: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, TemplateRow<IndicatorColumn>>;
  /** By key. */
  readonly head: ReadonlyMap<string, string>;
  readonly targets: ReadonlyMap<string, string>;
}

export function placesIn(sheet: (name: string) => SourceTable | undefined): FaultPlaces {
  const codeOf = (row: TemplateRow<'code'>): string => row.text('code')?.trim() ?? '';
  const points = rowsOf(sheet(sheetNames.points), pointColumns);
  return {
    rows: byName(
      rowsOf(sheet(sheetNames.clauses), clauseColumns),
      (row) => `${row.text('level')?.trim() ?? ''} ${codeOf(row)}`,
    ),
    points: new Map(
      points.toReversed().flatMap((row) => [
        [codeOf(row), row.where('text')],
        [`${codeOf(row)} ${row.text('tier')?.trim() ?? ''}`, row.where('text')],
      ]),
    ),
    indicators: byName(rowsOf(sheet(sheetNames.indicators), indicatorColumns), (row) => row.text('code')?.trim() ?? ''),
    head: new Map(
      rowsOf(sheet(sheetNames.head), headColumns).map((row) => [row.text('key')?.trim() ?? '', row.where('value')]),
    ),
    targets: new Map(
      rowsOf(sheet(sheetNames.targets), targetColumns)
        .toReversed()
        .map((row) => [row.text('id')?.trim() ?? '', row.where('id')]),
    ),
  };
}

/** The last of one name: of a code that stands there twice, the second is the one too many. */
const byName = <Column extends string>(
  rows: readonly TemplateRow<Column>[],
  nameOf: (row: TemplateRow<Column>) => string,
): ReadonlyMap<string, TemplateRow<Column>> => new Map(rows.map((row) => [nameOf(row), row]));

const columnNames = <Column extends string>(columns: Readonly<Record<Column, string>>, under = ''): PackName[] =>
  Object.entries<string>(columns).map(([key, word]) => [
    new RegExp(`(?<![\\p{L}.])${under}${key}(?![\\p{L}.])`, 'gu'),
    word,
  ]);

/** The template's columns and rows by their names in it. */
const clauseNames: readonly PackName[] = [
  [/requirements\.yes/gu, '要点'],
  [/requirements\.([CBA])/gu, '要点（$1）'],
  ...columnNames(indicatorColumns, 'indicator\\.'),
  ...columnNames(clauseColumns),
];
const headNames: readonly PackName[] = [
  [/各条款 points/gu, '各条款分值'],
  ...Object.entries(headLabels).map(([key, word]): PackName => [
    new RegExp(`(?<![\\p{L}.])${key}(?![\\p{L}.])`, 'gu'),
    word,
  ]),
];

/** Faults of the pack that the template makes, each in its words, with the cell that is to be put right. */
export function listFaults(faults: readonly string[], places: FaultPlaces, problems: ProblemList): void {
  // The longest first: of 1.1 and 1.1.1 the message means the one that it names in full.
  const names = [...places.rows.keys()].toSorted((left, right) => right.length - left.length);
  for (const fault of faults) {
    const [place, kind] = placed(fault, places, names);
    problems.error(
      '不合格式的内容',
      place,
      `${inFormWords(fault, kind).replace(/^(\p{Script=Han}+)缺少$/u, '缺少$1')}。`,
    );
  }
}

type Placed = readonly [where: string, names: readonly PackName[]];

function placed(fault: string, places: FaultPlaces, names: readonly string[]): Placed {
  // `条款编号 1.1 写了两次` is about the clause as `条款 1.1 的 title 为空` is.
  const about = fault.replace(/^(章|节|条款)编号 /u, '$1 ');
  const name = names.find((each) => about.startsWith(`${each} `));
  if (name !== undefined) return [rowPlace(name, about.slice(name.length), places), clauseNames];
  const target = /^目标(?:编号)? (\S+)/u.exec(fault)?.[1];
  if (target !== undefined) return [places.targets.get(target) ?? '', []];
  const key = fault.startsWith('各条款 points') ? 'totalPoints' : /^(?:缺少 |写了 )?(\p{L}+)/u.exec(fault)?.[1];
  return [places.head.get(key ?? '') ?? '', headNames];
}

function rowPlace(name: string, rest: string, { rows, points, indicators }: FaultPlaces): string {
  const row = rows.get(name);
  if (!row) return '';
  const code = name.slice(name.indexOf(' ') + 1);
  const field = /^(?: 的)? (?:缺少 )?(?<field>\p{L}+)(?:\.(?<part>\p{L}+))?/u.exec(rest)?.groups;
  const key = field?.['field'] ?? '';
  if (key === 'requirements')
    return points.get(`${code} ${field?.['part'] ?? ''}`) ?? points.get(code) ?? row.where('code');
  if (key === 'indicator') {
    return indicators.get(code)?.where(columnOf(indicatorColumns, field?.['part']) ?? 'code') ?? row.where('code');
  }
  return row.where(columnOf(clauseColumns, key) ?? 'code');
}

const columnOf = <Column extends string>(
  columns: Readonly<Record<Column, string>>,
  key: string | undefined,
): Column | undefined => (key !== undefined && Object.hasOwn(columns, key) ? (key as Column) : undefined);
