import type { OperationName, Parsed } from '../contract/operations.ts';
import { type Needs, type RestrictedSubject, subjectOf } from '../contract/permission.ts';
import type { ReadableDb } from '../db/open.ts';
import { accessKeys, isAccessKey } from '../rules/access.ts';

/**
 * What an operation needs beyond its row of the table, where only the archive knows: an attachment has the subject of
 * its record, a change those of all records it touched, and a setting may belong to the table of access.
 */
export function needsBehind(db: ReadableDb, name: OperationName, input: unknown): Needs[] {
  if (name.startsWith('attachment.')) return ofAttachment(db, input as { id?: string; record?: string });
  if (name === 'change.get') return ofChanges(db, [(input as Parsed<'change.get'>).number]);
  if (name === 'change.planUndo') return ofUndo(db, input as Parsed<'change.planUndo'>, 'read');
  if (name === 'change.undo') return ofUndo(db, (input as Parsed<'change.undo'>).target, 'write');
  if (name === 'change.list') return ofSubject((input as Parsed<'change.list'>).record);
  if (name === 'setting.save') {
    const { draft } = input as Parsed<'setting.save'>;
    return ofSetting([draft.key, storedKey(db, draft.id)]);
  }
  if (name === 'setting.remove') return ofSetting([storedKey(db, (input as Parsed<'setting.remove'>).id)]);
  return [];
}

function ofSubject(record: string | undefined): Needs[] {
  const subject: RestrictedSubject | undefined = record === undefined ? undefined : subjectOf(record);
  return subject === undefined ? [] : [{ right: 'read', subject }];
}

function ofAttachment(db: ReadableDb, { id, record }: { id?: string; record?: string }): Needs[] {
  const stored =
    id === undefined
      ? undefined
      : (db.raw.prepare('SELECT record FROM attachment WHERE id = ?').get(id) as { record: string } | undefined);
  return [...ofSubject(record), ...ofSubject(stored?.record)];
}

function ofChanges(db: ReadableDb, changes: readonly number[]): Needs[] {
  const records = recordsOfChanges(db, changes);
  const owners = records.includes('attachment') ? ownersOfChanges(db, changes) : [];
  return [...records, ...owners].flatMap(ofSubject);
}

/** Record types that files hang on which the changes touched. */
function ownersOfChanges(db: ReadableDb, changes: readonly number[]): string[] {
  const rows = db.raw
    .prepare(
      `SELECT DISTINCT coalesce(json_extract(audit.after, '$.record'), json_extract(audit.before, '$.record')) AS owner
       FROM change JOIN audit ON audit.sequence BETWEEN change.number AND change.last
       WHERE change.number IN (SELECT value FROM json_each(?)) AND audit.record = 'attachment'`,
    )
    .all(JSON.stringify(changes)) as { owner: string | null }[];
  return rows.flatMap(({ owner }) => owner ?? []);
}

/** Taking back needs what doing it needed. */
function ofUndo(db: ReadableDb, target: Parsed<'change.planUndo'>, kind: 'read' | 'write'): Needs[] {
  const changes = 'change' in target ? [target.change] : changesOfBatch(db, target.batch);
  const subjects = ofChanges(db, changes);
  if (kind === 'read' || !recordsOfChanges(db, changes).includes('setting')) return subjects;
  return [...subjects, { right: touchesAccess(db, changes) ? 'manage' : 'configure' }];
}

function changesOfBatch(db: ReadableDb, batch: string): number[] {
  const rows = db.raw.prepare('SELECT number FROM change WHERE batch = ?').all(batch);
  return (rows as { number: number }[]).map(({ number }) => number);
}

function recordsOfChanges(db: ReadableDb, changes: readonly number[]): string[] {
  const rows = db.raw
    .prepare('SELECT DISTINCT record FROM change_record WHERE change IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(changes));
  return (rows as { record: string }[]).map(({ record }) => record);
}

function touchesAccess(db: ReadableDb, changes: readonly number[]): boolean {
  return (
    db.raw
      .prepare(
        `SELECT 1 FROM change JOIN audit ON audit.sequence BETWEEN change.number AND change.last
         WHERE change.number IN (SELECT value FROM json_each(?)) AND audit.record = 'setting'
           AND coalesce(json_extract(audit.after, '$.key'), json_extract(audit.before, '$.key'))
             IN (SELECT value FROM json_each(?)) LIMIT 1`,
      )
      .get(JSON.stringify(changes), JSON.stringify(accessKeys)) !== undefined
  );
}

function ofSetting(keys: readonly (string | undefined)[]): Needs[] {
  return keys.some((key) => key !== undefined && isAccessKey(key)) ? [{ right: 'manage' }] : [];
}

function storedKey(db: ReadableDb, id: string): string | undefined {
  return (db.raw.prepare('SELECT key FROM setting WHERE id = ?').get(id) as { key: string } | undefined)?.key;
}
