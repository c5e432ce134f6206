import type { Migration } from '../migrate.ts';

/** Versions of the steps of development that a province lays down, and changes of unit in a person's file. */
export const developmentTemplates: Migration = {
  version: 150,
  name: 'development-templates',
  up: (raw) =>
    raw.exec(`
CREATE TABLE development_template (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, "from" TEXT NOT NULL, version INTEGER NOT NULL,
  source TEXT NOT NULL, note TEXT NOT NULL, steps TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX development_template_version ON development_template (version);
ALTER TABLE development_case ADD COLUMN moves TEXT NOT NULL DEFAULT '[]';
`),
};
