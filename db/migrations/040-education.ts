import type { Migration } from '../migrate.ts';

/** 教育培训, with who took part. */
export const education: Migration = {
  version: 40,
  name: 'education',
  up: (raw) =>
    raw.exec(`
CREATE TABLE training (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, branch_id TEXT NOT NULL REFERENCES branch (id),
  year INTEGER NOT NULL, title TEXT NOT NULL, organiser TEXT NOT NULL, level TEXT NOT NULL,
  started_on TEXT NOT NULL, ended_on TEXT NOT NULL, form TEXT NOT NULL, contents TEXT NOT NULL,
  hours REAL, participants TEXT NOT NULL, evidence TEXT NOT NULL
) STRICT;
CREATE INDEX training_year ON training (branch_id, year, started_on);
`),
};
