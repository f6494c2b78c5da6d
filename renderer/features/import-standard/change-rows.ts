import type { DraftChanges } from '../../../shared/contract/edition.ts';
import type { ClauseName, ClausePair, EditionChanges } from '../../../shared/domain/edition/compare-editions.ts';
import { changeWords } from '../../../shared/text/clause-changes.ts';

export type ChangeKind = ClausePair['kind'] | 'added' | 'removed';

export const changeLabels: Readonly<Record<ChangeKind, string>> = {
  reworded: '改写',
  moved: '移号',
  renamed: '更名',
  added: '新增',
  removed: '取消',
  same: '相同',
};
export const changeKinds: readonly ChangeKind[] = ['reworded', 'moved', 'renamed', 'added', 'removed', 'same'];

export interface ChangeRow {
  readonly kind: ChangeKind;
  readonly from: ClauseName | undefined;
  readonly to: ClauseName | undefined;
  /** “分值 10 → 5”, or how alike the wordings are: “82%”; empty where there is nothing to tell. */
  readonly difference: string;
}

/** In the order of the new edition; what it drops comes last. */
export const changeRows = (
  { kept, added, removed }: EditionChanges,
  kind: ChangeKind | 'changed',
): readonly ChangeRow[] => {
  const rows: readonly ChangeRow[] = [
    ...kept.map(({ kind: what, from, to, ...pair }) => ({ kind: what, from, to, difference: differenceOf(pair) })),
    ...added.map((to) => ({ kind: 'added' as const, from: undefined, to, difference: '' })),
    ...removed.map((from) => ({ kind: 'removed' as const, from, to: undefined, difference: '' })),
  ];
  return rows.filter((row) => (kind === 'changed' ? row.kind !== 'same' : row.kind === kind));
};

export function countChanges({ kept, added, removed }: EditionChanges): Readonly<Record<ChangeKind, number>> {
  const of = (kind: ClausePair['kind']) => kept.filter((pair) => pair.kind === kind).length;
  return {
    same: of('same'),
    reworded: of('reworded'),
    moved: of('moved'),
    renamed: of('renamed'),
    added: added.length,
    removed: removed.length,
  };
}

const differenceOf = ({ similarity, changed }: Pick<ClausePair, 'similarity' | 'changed'>): string =>
  [similarity < 1 && `相似 ${Math.floor(similarity * 100)}%`, changeWords(changed)].filter(Boolean).join('、');

/** What stands where no clause is to be shown. */
export function emptyText(kind: ChangeKind | 'changed', { isSame }: Pick<DraftChanges, 'isSame'>): string {
  if (kind !== 'changed') return `没有${changeLabels[kind]}的条款。`;
  return isSame
    ? '两版没有不同。'
    : '条款没有不同。不同的是标准的名称、编号、目标规则，或条款的建议佐证、科室、说明等。';
}
