import type { Migration } from '../migrate.ts';

/** Members of other branches who are here have sex, birth and admission, which the ledger of mobile members prints. */
export const guests: Migration = {
  version: 180,
  name: 'guests',
  up: (raw) =>
    raw.exec(`
ALTER TABLE mobile_member ADD COLUMN sex TEXT NOT NULL DEFAULT '9';
ALTER TABLE mobile_member ADD COLUMN born_on TEXT;
ALTER TABLE mobile_member ADD COLUMN joined_on TEXT;
`),
};
