import type Database from 'better-sqlite3';
import { recordTables } from './audit-triggers.ts';

/**
 * Writes the triggers that keep a record in place while something is attached to it, for every record type there is.
 * `removeRow` (db/records.ts) says so in words before it comes to this.
 */
export function writeAttachmentTriggers(raw: Database.Database): void {
  if ((raw.pragma('table_info(attachment)') as unknown[]).length === 0) return;
  for (const [record, table] of recordTables) {
    if ((raw.pragma(`table_info(${table})`) as unknown[]).length === 0) continue;
    raw.exec(`
DROP TRIGGER IF EXISTS attachment_holds_${table};
CREATE TRIGGER attachment_holds_${table} BEFORE DELETE ON ${table} BEGIN
  SELECT RAISE(ABORT, 'a record with attachments') FROM attachment
    WHERE record = '${record}' AND record_id = OLD.id;
END;`);
  }
}
