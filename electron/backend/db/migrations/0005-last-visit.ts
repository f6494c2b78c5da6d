import type { Migration } from './migration.ts';

/** Which round was looked at last; until now the newest was shown when a workspace was opened. */
export const lastVisit: Migration = {
  version: 5,
  up: (db) =>
    db.exec(`
-- counts up over all rounds, whatever the PC's clock says: the highest is where work was last
ALTER TABLE round ADD COLUMN visit INTEGER;
`),
};
