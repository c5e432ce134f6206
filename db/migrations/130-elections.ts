import type { Migration } from '../migrate.ts';

/**
 * 换届选举 and 补选; and what votes and rosters lacked: since when there is a committee, when 转正 was approved, when
 * 党籍 was restored. Who was found again counted as restored from that day: it stays so, without a document number.
 */
export const elections: Migration = {
  version: 130,
  name: 'elections',
  up: (raw) =>
    raw.exec(`
CREATE TABLE election (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  kind TEXT NOT NULL, term_number INTEGER, title TEXT NOT NULL, term_id TEXT, vacancies TEXT NOT NULL,
  held_on TEXT, seats INTEGER, timing TEXT NOT NULL, timing_reason TEXT NOT NULL, timing_approved_on TEXT,
  timing_number TEXT NOT NULL, extended_to TEXT, steps TEXT NOT NULL, meeting_ids TEXT NOT NULL,
  method_adopted TEXT NOT NULL, reduction TEXT, request_number TEXT NOT NULL, requested_on TEXT,
  approval_number TEXT NOT NULL, approved_on TEXT, filing_number TEXT NOT NULL, filed_on TEXT, note TEXT NOT NULL,
  new_term_id TEXT, post_ids TEXT NOT NULL, appointed_on TEXT
) STRICT;
CREATE TABLE election_template (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, valid_from TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL,
  steps TEXT NOT NULL
) STRICT;
CREATE INDEX election_branch ON election (branch_id, held_on);

ALTER TABLE branch ADD COLUMN committee_since TEXT;
ALTER TABLE branch ADD COLUMN committee_until TEXT;
ALTER TABLE member ADD COLUMN confirm_approved_on TEXT;
ALTER TABLE lost_contact ADD COLUMN restored_on TEXT;
ALTER TABLE lost_contact ADD COLUMN restoration_number TEXT NOT NULL DEFAULT '';
-- Written anew, with the new columns, at the end of the step.
DROP TRIGGER IF EXISTS audit_lost_contact_update;
UPDATE lost_contact SET restored_on = found_on
  WHERE membership_stopped_on IS NOT NULL AND found_on IS NOT NULL AND struck_off_on IS NULL;
`),
};
