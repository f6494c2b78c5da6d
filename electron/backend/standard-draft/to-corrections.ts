import type { ColumnRole, DraftCorrections } from '../../../shared/contract/standard-draft.ts';
import type { Corrections, TableCorrection } from '../standard-import/detect/detect-standard.ts';

type TableWish = NonNullable<DraftCorrections['tables']>[string];

/** What the page says, as the detection takes it: columns by number, and nothing that was left open. */
export function toCorrections({ tables, meta, triangle }: DraftCorrections): Corrections {
  return {
    ...(tables && {
      tables: Object.fromEntries(Object.entries(tables).map(([id, wish]) => [id, toTableCorrection(wish)])),
    }),
    ...(meta && { meta: told(meta) }),
    ...(triangle && { triangle }),
  };
}

const toTableCorrection = ({ roles, ...rest }: TableWish): TableCorrection => ({
  ...told(rest),
  ...(roles && { roles: toRoles(roles) }),
});

const toRoles = (roles: NonNullable<TableWish['roles']>): Readonly<Record<number, ColumnRole>> =>
  Object.fromEntries(Object.entries(roles).map(([column, role]) => [Number(column), role]));

type Told<Wishes> = { [Name in keyof Wishes]?: Exclude<Wishes[Name], undefined> };

const told = <Wishes extends object>(wishes: Wishes): Told<Wishes> =>
  Object.fromEntries(Object.entries(wishes).filter(([, wish]) => wish !== undefined)) as Told<Wishes>;
