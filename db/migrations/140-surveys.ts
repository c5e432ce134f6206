import type { Migration } from '../migrate.ts';

/** 民意调查: what is asked, and apart from it the sums of what was answered, which no trigger records. */
export const surveys: Migration = {
  version: 140,
  name: 'surveys',
  up: (raw) =>
    raw.exec(`
CREATE TABLE survey (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  title TEXT NOT NULL, purpose TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL, questions TEXT NOT NULL,
  issued INTEGER, note TEXT NOT NULL, opened_on TEXT, closed_on TEXT
) STRICT;
CREATE INDEX survey_branch ON survey (branch_id, from_day);

CREATE TABLE survey_tally (
  survey_id TEXT PRIMARY KEY REFERENCES survey (id), valid INTEGER NOT NULL, invalid INTEGER NOT NULL,
  questions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`),
};
