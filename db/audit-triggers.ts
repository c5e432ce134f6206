import type Database from 'better-sqlite3';

/** Tables whose every change is recorded: the record a row belongs to, and the column with that record's id. */
const audited: readonly { table: string; record: string; idColumn: string }[] = [
  { table: 'branch', record: 'branch', idColumn: 'id' },
  { table: 'party_group', record: 'group', idColumn: 'id' },
  { table: 'committee_term', record: 'committeeTerm', idColumn: 'id' },
  { table: 'post', record: 'post', idColumn: 'id' },
  { table: 'member', record: 'member', idColumn: 'id' },
  { table: 'membership', record: 'member', idColumn: 'member_id' },
  { table: 'member_status', record: 'member', idColumn: 'member_id' },
  { table: 'meeting', record: 'meeting', idColumn: 'id' },
  { table: 'attendance', record: 'meeting', idColumn: 'meeting_id' },
  { table: 'amendment', record: 'meeting', idColumn: 'meeting_id' },
  { table: 'appraisal', record: 'appraisal', idColumn: 'id' },
  { table: 'standardization', record: 'standardization', idColumn: 'id' },
  { table: 'duty_report', record: 'dutyReport', idColumn: 'id' },
  { table: 'dues_fixing', record: 'duesFixing', idColumn: 'id' },
  { table: 'dues_reduction', record: 'duesReduction', idColumn: 'id' },
  { table: 'dues_payment', record: 'duesPayment', idColumn: 'id' },
  { table: 'dues_remittance', record: 'duesRemittance', idColumn: 'id' },
  { table: 'dues_spending', record: 'duesSpending', idColumn: 'id' },
  { table: 'dues_account_entry', record: 'duesAccountEntry', idColumn: 'id' },
  { table: 'dues_publication', record: 'duesPublication', idColumn: 'id' },
  { table: 'talk', record: 'talk', idColumn: 'id' },
  { table: 'rectification', record: 'rectification', idColumn: 'id' },
  { table: 'warning_education', record: 'warningEducation', idColumn: 'id' },
  { table: 'discipline', record: 'discipline', idColumn: 'id' },
  { table: 'organizational_measure', record: 'organizationalMeasure', idColumn: 'id' },
  { table: 'lost_contact', record: 'lostContact', idColumn: 'id' },
  { table: 'mobile_member', record: 'mobileMember', idColumn: 'id' },
  { table: 'hardship', record: 'hardship', idColumn: 'id' },
  { table: 'honour', record: 'honour', idColumn: 'id' },
  { table: 'service', record: 'service', idColumn: 'id' },
  { table: 'secretary_project', record: 'secretaryProject', idColumn: 'id' },
  { table: 'election', record: 'election', idColumn: 'id' },
  { table: 'election_template', record: 'electionTemplate', idColumn: 'id' },
  { table: 'training', record: 'training', idColumn: 'id' },
  { table: 'resource', record: 'resource', idColumn: 'id' },
  { table: 'course', record: 'course', idColumn: 'id' },
  { table: 'course_progress', record: 'courseProgress', idColumn: 'id' },
  { table: 'points_scheme', record: 'pointsScheme', idColumn: 'id' },
  { table: 'points_entry', record: 'pointsEntry', idColumn: 'id' },
  { table: 'question', record: 'question', idColumn: 'id' },
  { table: 'exam_paper', record: 'examPaper', idColumn: 'id' },
  { table: 'exam', record: 'exam', idColumn: 'id' },
  { table: 'exam_sitting', record: 'examSitting', idColumn: 'id' },
  { table: 'exam_answer', record: 'examSitting', idColumn: 'sitting_id' },
  { table: 'exam_certificate', record: 'examCertificate', idColumn: 'id' },
  { table: 'development_case', record: 'developmentCase', idColumn: 'id' },
  { table: 'development_plan', record: 'developmentPlan', idColumn: 'id' },
  { table: 'development_template', record: 'developmentTemplate', idColumn: 'id' },
  { table: 'survey', record: 'survey', idColumn: 'id' },
  { table: 'transfer', record: 'transfer', idColumn: 'id' },
  { table: 'attachment', record: 'attachment', idColumn: 'id' },
  { table: 'person', record: 'person', idColumn: 'id' },
  { table: 'setting', record: 'setting', idColumn: 'id' },
  { table: 'work_log_entry', record: 'workLogEntry', idColumn: 'id' },
];

/** The table that holds each record type itself. */
export const recordTables: ReadonlyMap<string, string> = new Map(
  audited.filter(({ idColumn }) => idColumn === 'id').map(({ record, table }) => [record, table]),
);

/** Every audited table: the record its rows belong to, and the column with that record's id. */
export const auditedTables: ReadonlyMap<string, { record: string; idColumn: string }> = new Map(
  audited.map(({ table, ...owner }) => [table, owner]),
);

/**
 * Writes the triggers that record every insert, update and delete of the audited tables, from the columns the
 * tables have now. They call functions that only our own connection registers (`db/audit.ts`), so a change by
 * another program, or outside an audited write, fails instead of going unrecorded.
 */
export function writeAuditTriggers(raw: Database.Database): void {
  for (const { table, record, idColumn } of audited) {
    const columns = (raw.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
    if (columns.length === 0) continue;
    const image = (side: 'OLD' | 'NEW') =>
      `json_object(${columns.map((name) => `'${name}', ${side}."${name}"`).join(', ')})`;
    const changed = columns.map((name) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ');
    const trigger = (action: string, when: string, side: 'OLD' | 'NEW', before: string, after: string) => `
DROP TRIGGER IF EXISTS audit_${table}_${action};
CREATE TRIGGER audit_${table}_${action} AFTER ${action.toUpperCase()} ON ${table} ${when} BEGIN
  SELECT audit_append('${record}', ${side}."${idColumn}", '${table}', ${side}.id, '${action}', ${before}, ${after},
    (SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1));
  ${appendPending};
END;`;
    raw.exec(
      trigger('insert', '', 'NEW', 'NULL', image('NEW')) +
        trigger('update', `WHEN ${changed}`, 'NEW', image('OLD'), image('NEW')) +
        trigger('delete', '', 'OLD', image('OLD'), 'NULL'),
    );
  }
}

/** `audit_append` computes the row and its hash; `audit_pending(column)` hands it to this insert. */
export const appendPending = `INSERT INTO audit (at, actor, operation, reason, batch, record, record_id, part, row_id,
    action, before, after, previous_hash, hash)
  SELECT audit_pending('at'), audit_pending('actor'), audit_pending('operation'), audit_pending('reason'),
    audit_pending('batch'), audit_pending('record'), audit_pending('recordId'), audit_pending('part'),
    audit_pending('rowId'), audit_pending('action'), audit_pending('before'), audit_pending('after'),
    audit_pending('previousHash'), audit_pending('hash')`;
