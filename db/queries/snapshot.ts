import { asc, gt } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import {
  appraisal,
  attendance,
  branch,
  committeeTerm,
  dutyReport,
  group,
  meeting,
  member,
  memberStatus,
  membership,
  post,
  standardization,
} from '../schema/index.ts';

/** Tables that may be part of a snapshot, by the name they have there. */
const sources = {
  branch,
  party_group: group,
  committee_term: committeeTerm,
  post,
  member,
  membership,
  member_status: memberStatus,
  meeting,
  attendance,
  appraisal,
  standardization,
  duty_report: dutyReport,
};

export type SnapshotSource = keyof typeof sources;
export type FieldOf<Source extends SnapshotSource> = Extract<keyof (typeof sources)[Source]['$inferSelect'], string>;

const pageRows = 2000;

/** Every row of a table in the order of its primary key, with the named fields; read in pages. */
export function* snapshotRows(
  db: ReadableDb,
  source: SnapshotSource,
  fields: readonly string[],
): Generator<Record<string, unknown>> {
  const table = sources[source] as typeof sources.branch;
  const columns = Object.fromEntries(fields.map((field) => [field, columnOf(table, field)]));
  let after = '';
  for (;;) {
    const page: Record<string, unknown>[] = db
      .select({ ...columns, id: table.id })
      .from(table)
      .where(gt(table.id, after))
      .orderBy(asc(table.id))
      .limit(pageRows)
      .all();
    yield* page;
    const last = page.at(-1)?.id;
    if (page.length < pageRows || typeof last !== 'string') return;
    after = last;
  }
}

function columnOf(table: typeof sources.branch, field: string): (typeof sources.branch)['id'] {
  const column = (table as unknown as Record<string, (typeof sources.branch)['id'] | undefined>)[field];
  if (column === undefined) throw new Error(`no such field: ${field}`);
  return column;
}
