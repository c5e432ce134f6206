import type { Migration } from '../migrate.ts';

/**
 * People of the archive with their roles, and who confirmed a void or an exclusion as the second person: NULL is from
 * before it was asked for, empty is done by one person where nobody else could.
 */
export const people: Migration = {
  version: 80,
  name: 'people',
  up: (raw) =>
    raw.exec(`
CREATE TABLE person (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, added_on TEXT NOT NULL,
  passphrase_set_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX person_name ON person (name);

ALTER TABLE meeting ADD COLUMN void_confirmed_by TEXT;
`),
};
