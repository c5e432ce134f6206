import type { Migration } from '../migrate.ts';

/** A branch that was renamed keeps what it was called, so that a ledger as of an earlier day says so. */
export const formerNames: Migration = {
  version: 200,
  name: 'former-names',
  up: (raw) => raw.exec(`ALTER TABLE branch ADD COLUMN former_names TEXT NOT NULL DEFAULT '[]'`),
};
