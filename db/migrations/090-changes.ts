import type { Migration } from '../migrate.ts';
import { writeChange } from '../write-change.ts';

/**
 * The writes of the archive as such: which rows of the history belong together, which records they touch, and which
 * write took back which. Derived from the history, so that lists and undo need not walk it; append-only like it.
 */
export const changes: Migration = {
  version: 90,
  name: 'changes',
  up: (raw) => {
    raw.exec(`
CREATE TABLE change (
  number INTEGER PRIMARY KEY, last INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, operation TEXT NOT NULL,
  reason TEXT NOT NULL, batch TEXT NOT NULL, is_access INTEGER NOT NULL
) STRICT;
CREATE INDEX change_at ON change (at);
CREATE INDEX change_actor ON change (actor);
CREATE INDEX change_batch ON change (batch) WHERE batch <> '';

CREATE TABLE change_record (
  record TEXT NOT NULL, record_id TEXT NOT NULL, change INTEGER NOT NULL REFERENCES change (number),
  PRIMARY KEY (record, record_id, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_record_change ON change_record (change);

CREATE TABLE change_member (
  member_id TEXT NOT NULL, change INTEGER NOT NULL REFERENCES change (number), PRIMARY KEY (member_id, change)
) STRICT, WITHOUT ROWID;

CREATE TABLE undo (
  change INTEGER NOT NULL REFERENCES change (number), undone INTEGER NOT NULL REFERENCES change (number),
  PRIMARY KEY (change, undone)
) STRICT, WITHOUT ROWID;
CREATE INDEX undo_undone ON undo (undone);
`);
    for (const table of ['change', 'change_record', 'change_member', 'undo'])
      raw.exec(`
CREATE TRIGGER ${table}_never_changes BEFORE UPDATE ON ${table} BEGIN
  SELECT RAISE(ABORT, 'the changes are append-only'); END;
CREATE TRIGGER ${table}_never_goes BEFORE DELETE ON ${table} BEGIN
  SELECT RAISE(ABORT, 'the changes are append-only'); END;`);
    const writes = raw
      .prepare(
        `SELECT min(sequence) AS first, max(sequence) AS last FROM (
           SELECT sequence, sum(isNew) OVER (ORDER BY sequence) AS write FROM (
             SELECT sequence, (at, actor, operation, reason, batch) IS NOT
               (lag(at) OVER whole, lag(actor) OVER whole, lag(operation) OVER whole, lag(reason) OVER whole,
                lag(batch) OVER whole) AS isNew
             FROM audit WINDOW whole AS (ORDER BY sequence)))
         GROUP BY write ORDER BY first`,
      )
      .all() as { first: number; last: number }[];
    for (const { first, last } of writes) writeChange(raw, first, last);
    // Until now an undo was known by the name of its batch.
    raw.exec(`INSERT INTO undo SELECT taking.number, taken.number FROM change AS taking
      JOIN change AS taken ON taken.batch <> '' AND taking.batch = taken.batch || '-undo'`);
  },
};
