import { validatePack } from '../../standard/read-pack.ts';
import {
  clauseColumns,
  confidenceWords,
  directionWords,
  formatMark,
  gradeWords,
  headColumns,
  indicatorColumns,
  levels,
  markers,
  methodWords,
  periodWords,
  pointColumns,
  sheetNames,
  splitList,
  splitNames,
  targetColumns,
  tierWords,
  unescapeText,
} from '../../standard-export/template-format.ts';
import { isListKey } from '../../standard-export/template-rows.ts';
import type { Draft } from '../detect/detect-standard.ts';
import { readTick } from '../detect/marks.ts';
import { createProblemList, type ProblemList } from '../problem-list.ts';
import type { Source, SourceCell, SourceTable } from '../source.ts';
import { listFaults, placesIn } from './list-faults.ts';
import { numberOf, rowsOf } from './sheet-rows.ts';

type Tables = Extract<Source, { kind: 'tables' }>;

/** Whether the workbook is one that we wrote, edited or not. */
export function isTemplate({ format, tables }: Tables): boolean {
  const head = tables.find(({ name }) => name === sheetNames.head);
  return (
    format === 'xlsx' &&
    (head?.rows.some(
      ({ cells }) =>
        cells.some(({ text }) => text === formatMark.value) && cells.some(({ text }) => text === formatMark.key),
    ) ??
      false)
  );
}

/** Reads our own template: by column names, so columns may be moved; values as they are, not as they look. */
export function readTemplate({ tables, problems: found }: Tables): Draft {
  const problems = createProblemList();
  const sheet = (name: string) => tables.find((table) => table.name === name);
  const sources: Record<string, { where: string; points: string[] }> = {};
  const requirements = readPoints(sheet(sheetNames.points), problems);
  const indicators = readIndicators(sheet(sheetNames.indicators), problems);
  const chapters = readClauses(sheet(sheetNames.clauses), { requirements, indicators, sources }, problems);
  for (const [what, texts] of [
    ['要点', requirements],
    ['指标', indicators],
  ] as const) {
    for (const [code, { where }] of texts) {
      if (!Object.hasOwn(sources, code))
        problems.error('没有条款的行', where, `${what}的条款编号“${code}”在“条款”表里没有。请核对编号。`);
    }
  }
  const raw = {
    ...readHead(sheet(sheetNames.head)),
    targets: readTargets(sheet(sheetNames.targets), problems),
    chapters,
  };
  const { pack, problems: faults } = validatePack(raw);
  listFaults(faults, placesIn(sheet), problems);
  return {
    pack,
    tables: [],
    sources,
    problems: [...found, ...problems.list()],
  };
}

function readHead(table: SourceTable | undefined): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const row of rowsOf(table, headColumns)) {
    const path = row.text('key')?.trim();
    const cell = row.cell('value');
    if (path === undefined || path === '' || path === formatMark.key || !cell) continue;
    setAt(root, path, headValue(path, cell));
  }
  return asLists(root) as Record<string, unknown>;
}

/** Keys of the head whose value is a text, though Excel takes an edition such as 2026 for a number. */
const textKeys = /^(?:id|title|programme|edition|issuer|document|note)$|^scopes\.\d+\.(?:id|label)$/u;
const amountKeys = /^(?:totalPoints|yesAtRate)$/u;

function headValue(path: string, cell: SourceCell): unknown {
  if (isListKey(path)) return splitList(cell.text);
  if (textKeys.test(path) && (cell.kind === 'number' || cell.kind === 'boolean')) return cell.text;
  return (amountKeys.test(path) ? (cell.value ?? numberOf(cell.text)) : undefined) ?? valueOf(cell);
}

function valueOf(cell: SourceCell): unknown {
  if (cell.kind === 'number') return cell.value;
  if (cell.kind === 'boolean') return cell.text === 'TRUE';
  if (cell.text === markers.null) return null;
  if (cell.text === markers.list) return [];
  return cell.text === markers.object ? {} : unescapeText(cell.text);
}

/** Objects made on the way have no prototype, so that no key can mean more than itself. */
function setAt(root: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.').map((key) => key.replaceAll('~1', '.').replaceAll('~0', '~'));
  let at = root;
  for (const key of keys.slice(0, -1)) {
    const inner = Object.hasOwn(at, key) ? at[key] : undefined;
    const next =
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)
        : (Object.create(null) as Record<string, unknown>);
    Object.defineProperty(at, key, { value: next, enumerable: true, configurable: true, writable: true });
    at = next;
  }
  const last = keys.at(-1) ?? '';
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
}

/** An object with the keys 0, 1, 2 … was a list. */
function asLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, asLists(inner)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

interface Below {
  readonly requirements: ReadonlyMap<string, PointsRead>;
  readonly indicators: ReadonlyMap<string, { readonly value: unknown; readonly where: string }>;
  readonly sources: Record<string, { where: string; points: string[] }>;
}

function readClauses(
  table: SourceTable | undefined,
  { requirements, indicators, sources }: Below,
  problems: ProblemList,
): unknown[] {
  interface Node {
    readonly children: unknown[];
  }
  const chapters: unknown[] = [];
  let chapter: Node | undefined;
  let section: Node | undefined;
  for (const row of rowsOf(table, clauseColumns)) {
    const word = (column: 'method' | 'confidence', words: Readonly<Record<string, string>>) =>
      wordOf(row.text(column), words, row.where(column), problems);
    const bool = (column: 'core' | 'optional' | 'veto' | 'excludeFromRules' | 'genericLevels') =>
      tickOf(row.text(column), row.where(column), problems);
    const list = (column: 'deductions' | 'evidence' | 'checks') => {
      const text = row.text(column);
      return text === undefined ? undefined : splitList(text);
    };
    const common = {
      code: row.text('code')?.trim() ?? '',
      title: plain(row.text('title')) ?? '',
      ...defined({
        method: word('method', methodWords),
        confidence: word('confidence', confidenceWords),
        note: plain(row.text('note')),
      }),
    };
    const level = row.text('level')?.trim();
    if (level === levels.chapter) {
      const sections: unknown[] = [];
      chapter = { children: sections };
      section = undefined;
      chapters.push({
        ...common,
        ...defined({ part: plain(row.text('part')), excludeFromRules: bool('excludeFromRules') }),
        sections,
      });
    } else if (level === levels.section && chapter) {
      const clauses: unknown[] = [];
      section = { children: clauses };
      chapter.children.push({ ...common, ...defined({ optional: bool('optional') }), clauses });
    } else if (level === levels.clause && section) {
      const points = requirements.get(common.code);
      if (Object.hasOwn(sources, common.code)) {
        problems.error(
          '重复的编号',
          row.where('code'),
          `编号 ${common.code} 与 ${sources[common.code]?.where ?? ''} 重复。`,
        );
      } else sources[common.code] = { where: row.where('code'), points: [...(points?.places ?? [])] };
      const generic = row.text('genericLevels');
      section.children.push({
        ...common,
        core: bool('core') ?? false,
        optional: bool('optional') ?? false,
        evidence: list('evidence') ?? [],
        checks: list('checks') ?? [],
        departments: splitNames(row.text('departments') ?? ''),
        ...defined({
          requirements: points && withAllTiers(points.value),
          points: row.number('points'),
          deductions: list('deductions'),
          veto: bool('veto'),
          genericLevels:
            generic === undefined || typeof readTick(generic) === 'boolean'
              ? bool('genericLevels')
              : splitList(generic),
          indicator: indicators.get(common.code)?.value,
          monitor: plain(row.text('monitor')),
        }),
        ...restOf(row.text('rest'), row.where('rest'), problems),
      });
    } else {
      const wanted =
        level === levels.section || level === levels.clause ? '上面没有它所属的章或节' : '层级应为章、节或条款';
      problems.error('没有位置的行', row.where('level'), `${wanted}，这一行没有导入。请改正。`);
    }
  }
  return chapters;
}

/** A clause with points of some grades asks nothing more for the others. */
const withAllTiers = (found: PointsRead['value']): PointsRead['value'] =>
  (found.C ?? found.B ?? found.A) ? { C: [], B: [], A: [], ...found } : found;

function restOf(text: string | undefined, where: string, problems: ProblemList): object {
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'rollup' in parsed) return { rollup: parsed.rollup };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  problems.error('被改动的内容', where, '“其他（勿改）”一列被改动，读不出来。请恢复原样或清空。');
  return {};
}

const plain = (text: string | undefined): string | undefined => (text === undefined ? undefined : unescapeText(text));

const defined = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function wordOf(
  text: string | undefined,
  words: Readonly<Record<string, string>>,
  where: string,
  problems: ProblemList,
): string | undefined {
  if (text === undefined) return undefined;
  const found = Object.entries(words).find(([, word]) => word === text.trim())?.[0];
  if (found === undefined) {
    problems.error('看不懂的内容', where, `“${text.slice(0, 20)}”看不懂，应为${Object.values(words).join('、')}之一。`);
  }
  return found;
}

function tickOf(text: string | undefined, where: string, problems: ProblemList): boolean | undefined {
  const found = text === undefined ? undefined : readTick(text);
  return typeof found === 'boolean'
    ? found
    : wordOf(text, { yes: '是', no: '否' }, where, problems) === 'yes' || undefined;
}

/** `【Ｂ】`, `B级` and `b` are B; a mark of yes is 是. */
function bareTier(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/[【】[\]\s]|级$/gu, '')
    .toUpperCase();
  if (/^\(?[CBA]\)?$/u.test(bare)) return bare.replace(/[()]/gu, '');
  return text.trim() !== '' && readTick(text) === true ? tierWords.yes : text;
}

interface PointsRead {
  readonly value: Partial<Record<'C' | 'B' | 'A' | 'yes', string[]>>;
  readonly places: string[];
  readonly where: string;
}

function readPoints(table: SourceTable | undefined, problems: ProblemList): ReadonlyMap<string, PointsRead> {
  const found = new Map<string, PointsRead>();
  for (const row of rowsOf(table, pointColumns)) {
    const code = row.text('code')?.trim() ?? '';
    const tier = wordOf(bareTier(row.text('tier') ?? ''), tierWords, row.where('tier'), problems);
    const points = found.get(code) ?? { value: {}, places: [], where: row.where('code') };
    found.set(code, points);
    if (tier !== 'C' && tier !== 'B' && tier !== 'A' && tier !== 'yes') continue;
    const text = row.text('text');
    const list = (points.value[tier] ??= []);
    if (text === markers.list) continue;
    if (text === undefined)
      problems.warning('没有要点的行', row.where('text'), `条款 ${code} 的这一条要点是空的，没有导入。`);
    else {
      list.push(unescapeText(text));
      points.places.push(row.where('text'));
    }
  }
  return found;
}

function readIndicators(table: SourceTable | undefined, problems: ProblemList): Below['indicators'] {
  const found = new Map<string, { readonly value: unknown; readonly where: string }>();
  for (const row of rowsOf(table, indicatorColumns)) {
    const code = row.text('code')?.trim() ?? '';
    const word = (column: 'direction' | 'period' | 'confidence', words: Readonly<Record<string, string>>) =>
      wordOf(row.text(column), words, row.where(column), problems);
    const denominator = row.text('denominator');
    const target = row.cell('target');
    found.set(code, {
      where: row.where('code'),
      value: {
        numerator: plain(row.text('numerator')) ?? '',
        denominator: denominator === undefined || denominator === markers.null ? null : unescapeText(denominator),
        unit: plain(row.text('unit')) ?? '',
        ...defined({
          multiplier: row.number('multiplier'),
          direction: word('direction', directionWords),
          target: target && valueOf(target),
          period: word('period', periodWords),
          formula: plain(row.text('formula')),
          confidence: word('confidence', confidenceWords),
          note: plain(row.text('note')),
        }),
      },
    });
  }
  return found;
}

function readTargets(table: SourceTable | undefined, problems: ProblemList): unknown[] {
  const targets = new Map<string, { readonly rules: unknown[] }>();
  for (const row of rowsOf(table, targetColumns)) {
    const id = row.text('id')?.trim() ?? '';
    const word = (column: 'confidence' | 'ruleConfidence') =>
      wordOf(row.text(column), confidenceWords, row.where(column), problems);
    const known = targets.get(id);
    const rules: unknown[] = [];
    const target = known ?? {
      id,
      label: plain(row.text('label')) ?? '',
      rules,
      ...defined({ confidence: word('confidence'), note: plain(row.text('note')) }),
    };
    if (!known) targets.set(id, target);
    const kind = wordOf(row.text('grade'), gradeWords, row.where('grade'), problems);
    const scope = row.text('scope') ?? '';
    const cell = row.cell('atLeast');
    const atLeast = cell && (cell.kind === 'number' ? cell.value : cell.text);
    const remarks = defined({ confidence: word('ruleConfidence'), note: plain(row.text('ruleNote')) });
    const isScore = kind === 'score' || kind === 'share';
    target.rules.push(
      isScore
        ? { score: scope, atLeast, ...(kind === 'share' && { of: 'share' }), ...remarks }
        : { scope, grade: kind, atLeast, ...remarks },
    );
  }
  return [...targets.values()];
}
