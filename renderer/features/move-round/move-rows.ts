import type { CarriedResults, RoundComparison } from '../../../shared/contract/edition.ts';
import type { ClauseName, ClausePair } from '../../../shared/domain/edition/compare-editions.ts';
import { changeWords } from '../../../shared/text/clause-changes.ts';

export type RowKind = ClausePair['kind'] | 'added' | 'removed';

/** A clause of both editions or of one. */
export interface MoveRow {
  readonly key: string;
  readonly kind: RowKind;
  readonly from: ClauseName | undefined;
  readonly to: ClauseName | undefined;
  /** 0 to 100, cut. */
  readonly percent: number | undefined;
  /** What differs besides the wording: “分值 10 → 5”; else empty. */
  readonly terms: string;
  /** Results that can come along. */
  readonly carried: CarriedResults | undefined;
  /** Results that leave the round with their clause. */
  readonly left: RoundComparison['left'][number] | undefined;
}

export const kindWords: Readonly<Record<RowKind, string>> = {
  same: '相同',
  reworded: '改写',
  moved: '移号',
  renamed: '更名',
  added: '新增',
  removed: '取消',
};
export const kinds = Object.keys(kindWords) as RowKind[];

/** In the order of the new edition; what it no longer has comes last, clauses with results before the others. */
export function rowsOf({ changes, carried, left, texts }: RoundComparison): readonly MoveRow[] {
  const results = new Map(carried.map((each) => [each.code, each]));
  const leaving = new Map(left.map((each) => [each.code, each]));
  const pairs = new Map(changes.kept.map((pair) => [pair.to.code, pair]));
  const kept = texts.to.map(({ code, title }): MoveRow => {
    const pair = pairs.get(code);
    const row = { key: `to ${code}`, to: { code, title }, carried: results.get(code), left: undefined };
    return pair
      ? {
          ...row,
          kind: pair.kind,
          from: pair.from,
          percent: Math.floor(pair.similarity * 100),
          terms: changeWords(pair.changed),
        }
      : { ...row, kind: 'added', from: undefined, percent: undefined, terms: '' };
  });
  const removed = changes.removed.map((from): MoveRow => ({
    key: `from ${from.code}`,
    kind: 'removed',
    from,
    to: undefined,
    percent: undefined,
    terms: '',
    carried: undefined,
    left: leaving.get(from.code),
  }));
  return [...kept, ...removed.filter((row) => row.left), ...removed.filter((row) => !row.left)];
}

export type MoveTab = 'changed' | 'partly' | RowKind | 'all';

/** Results on points or measures that the new wording does not have. */
export const isPartly = ({ carried }: MoveRow): boolean =>
  carried !== undefined && (carried.marksLeft > 0 || carried.ownLeft || carried.moreLeft);

export function isIn(tab: MoveTab, row: MoveRow): boolean {
  if (tab === 'all') return true;
  if (tab === 'changed') return row.kind !== 'same';
  return tab === 'partly' ? isPartly(row) : row.kind === tab;
}

export interface TabCount {
  readonly value: MoveTab;
  readonly text: string;
  readonly count: number;
}

/** Tabs that show something, and the two that always stand. */
export function tabsOf(rows: readonly MoveRow[]): readonly TabCount[] {
  const texts: readonly (readonly [MoveTab, string])[] = [
    ['changed', '有变化'],
    ...kinds.filter((kind) => kind !== 'same').map((kind) => [kind, kindWords[kind]] as const),
    ['partly', '未全带入'],
    ['same', kindWords.same],
    ['all', '全部'],
  ];
  return texts
    .map(([value, text]) => ({ value, text, count: rows.filter((row) => isIn(value, row)).length }))
    .filter(({ value, count }) => count > 0 || value === 'changed' || value === 'all');
}

/** “相同 96”, “改写 5”, “新增 4” */
export const summaryOf = (rows: readonly MoveRow[]): readonly string[] =>
  kinds
    .map((kind) => [kindWords[kind], rows.filter((row) => row.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`);

/** What comes along in words: “判定 3 · 自评 D · 佐证 2 · 说明等”. */
export function resultWords({
  marks,
  own: { grade, score },
  evidence,
  hasMore,
}: Pick<CarriedResults, 'marks' | 'own' | 'evidence' | 'hasMore'>): string {
  return [
    marks > 0 && `判定 ${marks}`,
    grade !== undefined && (grade === 'E' ? '不适用' : `自评 ${grade}`),
    score !== undefined && `自评 ${score} 分`,
    evidence > 0 && `佐证 ${evidence}`,
    hasMore && '说明等',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What stays behind with the old wording; empty when all comes along. */
export const leftWords = ({ marksLeft, ownLeft, moreLeft }: CarriedResults): string =>
  [marksLeft > 0 && `${marksLeft} 个判定`, ownLeft && '自评结果', moreLeft && '监测数据等'].filter(Boolean).join('、');
