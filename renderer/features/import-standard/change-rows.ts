import type { ClauseName, ClausePair, EditionChanges } from '../../../shared/domain/edition/compare-editions.ts';

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
  readonly similarity: number | undefined;
}

/** In the order of the new edition; what it drops comes last. */
export const changeRows = (
  { kept, added, removed }: EditionChanges,
  kind: ChangeKind | 'changed',
): readonly ChangeRow[] => {
  const rows: readonly ChangeRow[] = [
    ...kept,
    ...added.map((to) => ({ kind: 'added' as const, from: undefined, to, similarity: undefined })),
    ...removed.map((from) => ({ kind: 'removed' as const, from, to: undefined, similarity: undefined })),
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

export const isUnchanged = ({ kept, added, removed }: EditionChanges): boolean =>
  added.length === 0 && removed.length === 0 && kept.every(({ kind }) => kind === 'same');
