import type { Migration } from '../migrate.ts';

/** 党员积分: schemes, and entries with what was decided on them. One record gives a person one entry. */
export const points: Migration = {
  version: 110,
  name: 'points',
  up: (raw) =>
    raw.exec(`
CREATE TABLE points_scheme (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  name TEXT NOT NULL, source TEXT NOT NULL, from_year INTEGER, to_year INTEGER, cycle TEXT NOT NULL,
  base INTEGER NOT NULL, floor INTEGER, cap INTEGER, carry_percent INTEGER NOT NULL, veto TEXT NOT NULL,
  approval TEXT NOT NULL, joiners TEXT NOT NULL, exempts_retired INTEGER NOT NULL, exempts_mobile_months INTEGER,
  exemptions TEXT NOT NULL, category_caps TEXT NOT NULL, bands TEXT NOT NULL, items TEXT NOT NULL,
  is_ranked INTEGER NOT NULL, note TEXT NOT NULL
) STRICT;

CREATE TABLE points_entry (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  scheme_id TEXT NOT NULL REFERENCES points_scheme (id), item_id TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES member (id), happened_on TEXT NOT NULL, tenths INTEGER NOT NULL,
  evidence TEXT NOT NULL, origin_record TEXT, origin_id TEXT, reviewed_on TEXT, reviewed_by TEXT NOT NULL,
  approved_on TEXT, approved_by TEXT NOT NULL, refused_on TEXT, refused_reason TEXT NOT NULL
) STRICT;
CREATE INDEX points_entry_day ON points_entry (branch_id, happened_on);
CREATE INDEX points_entry_member ON points_entry (member_id, happened_on);
CREATE UNIQUE INDEX points_entry_origin ON points_entry (scheme_id, member_id, origin_record, origin_id)
  WHERE origin_id IS NOT NULL;
`),
};
