import type { Migration } from '../migrate.ts';

/** Development of members: a file for each person, and the yearly plan. */
export const development: Migration = {
  version: 20,
  name: 'development',
  up: (raw) =>
    raw.exec(`
CREATE TABLE development_case (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  name TEXT NOT NULL, sex TEXT NOT NULL, id_number TEXT, born_on TEXT, ethnicity TEXT, education TEXT,
  employer TEXT NOT NULL, is_front_line INTEGER NOT NULL, mobile_phone TEXT NOT NULL,
  member_id TEXT REFERENCES member (id), group_id TEXT REFERENCES party_group (id), leaves_unit_on TEXT,
  closed_on TEXT, closed_reason TEXT NOT NULL, steps TEXT NOT NULL, documents TEXT NOT NULL,
  contacts TEXT NOT NULL, introducers TEXT NOT NULL, reviews TEXT NOT NULL, trainings TEXT NOT NULL,
  publicities TEXT NOT NULL, activities TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX development_case_branch ON development_case (branch_id);
CREATE UNIQUE INDEX development_case_member ON development_case (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE development_plan (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  year INTEGER NOT NULL, quota INTEGER NOT NULL, document_number TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX development_plan_year ON development_plan (branch_id, year);
`),
};
