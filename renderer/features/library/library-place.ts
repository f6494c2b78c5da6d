import type { InstitutionType } from '../../../shared/domain/institution.ts';
import type { LibraryFilter, TableRow } from './library-rows.ts';

/** Where somebody was in the table of standards. */
export interface LibraryPlace {
  readonly filter: LibraryFilter;
  /** The standard of the row; rows come and go. */
  readonly packId: string | undefined;
  readonly scrollTop: number;
}

/** The places of this session, by workspace: another page in between does not lose them. */
export function createLibraryPlaces() {
  const places = new Map<string, LibraryPlace>();
  const keyOf = (workspace: string | undefined) => workspace ?? '';
  return {
    /** As it was left; at first the workspace's own type from the top. */
    get: (workspace: string | undefined, own: InstitutionType | undefined): LibraryPlace =>
      places.get(keyOf(workspace)) ?? {
        filter: { institution: own, method: undefined },
        packId: undefined,
        scrollTop: 0,
      },
    keep: (workspace: string | undefined, place: LibraryPlace): void => void places.set(keyOf(workspace), place),
  };
}

export const libraryPlaces = createLibraryPlaces();

/** The row of a standard; the first one when it is not among them. */
export const rowOf = (rows: readonly TableRow[], packId: string | undefined): number =>
  Math.max(
    0,
    rows.findIndex(({ standard }) => standard.id === packId),
  );
