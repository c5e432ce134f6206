import type { Migration } from '../migrate.ts';

/** A branch that did without a committee for a time keeps the one it had before. */
export const formerCommittees: Migration = {
  version: 170,
  name: 'former-committees',
  up: (raw) => raw.exec(`ALTER TABLE branch ADD COLUMN former_committees TEXT NOT NULL DEFAULT '[]'`),
};
