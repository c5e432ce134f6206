import type Database from 'better-sqlite3';

/** Columns by which a row of a record is about a member. */
const memberColumns = ['member_id', 'subject_id', 'leader_id', 'reporter_id', 'responsible_id'];

/** Enters a write, the rows `first` to `last` of the history, in the list of changes. */
export function writeChange(raw: Database.Database, first: number, last: number, undoes: readonly number[] = []): void {
  raw
    .prepare(
      `INSERT INTO change (number, last, at, actor, operation, reason, batch, is_access)
       SELECT sequence, ?, at, actor, operation, reason, batch,
         NOT EXISTS (SELECT 1 FROM audit NOT INDEXED WHERE sequence BETWEEN ? AND ?
           AND action IN ('insert', 'update', 'delete'))
       FROM audit WHERE sequence = ?`,
    )
    .run(last, first, last, first);
  raw
    .prepare(
      `INSERT OR IGNORE INTO change_record (record, record_id, change)
       SELECT record, record_id, ? FROM audit NOT INDEXED WHERE sequence BETWEEN ? AND ?`,
    )
    .run(first, first, last);
  raw.prepare(membersSql(raw)).run({ first, last });
  const take = raw.prepare('INSERT INTO undo (change, undone) VALUES (?, ?)');
  for (const undone of undoes) take.run(first, undone);
}

const statements = new WeakMap<Database.Database, { schema: unknown; sql: string }>();

/** Members that rows are about: looked for only in the images of tables that have such a column. */
function membersSql(raw: Database.Database): string {
  const schema = raw.pragma('schema_version', { simple: true });
  const known = statements.get(raw);
  if (known !== undefined && known.schema === schema) return known.sql;
  const tablesOf = raw.prepare(
    `SELECT whole.name FROM sqlite_schema AS whole JOIN pragma_table_info(whole.name) AS part
     WHERE whole.type = 'table' AND part.name = ?`,
  );
  const about = memberColumns.flatMap((column) => {
    const tables = (tablesOf.all(column) as { name: string }[]).map(({ name }) => `'${name}'`);
    if (tables.length === 0) return [];
    return `WHEN part IN (${tables.join(', ')}) THEN json_extract(coalesce(after, before), '$.${column}')`;
  });
  const sql = `INSERT OR IGNORE INTO change_member (member_id, change)
    SELECT person, :first FROM (
      SELECT CASE WHEN record = 'member' THEN record_id
        WHEN action NOT IN ('insert', 'update', 'delete') THEN NULL
        ${about.join('\n        ')} END AS person
      FROM audit NOT INDEXED WHERE sequence BETWEEN :first AND :last)
    WHERE person IS NOT NULL`;
  statements.set(raw, { schema, sql });
  return sql;
}
