import type { Migration } from '../migrate.ts';

/** A file of an election says by which checklist of a superior it was planned, so that one nobody needs can go. */
export const electionChecklist: Migration = {
  version: 190,
  name: 'election-checklist',
  up: (raw) => raw.exec('ALTER TABLE election ADD COLUMN template_id TEXT'),
};
