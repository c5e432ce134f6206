import type { OrganisationKind } from '../../contract/branch.ts';
import type { ReadableDb } from '../open.ts';

// Asked for every person of an import: plain texts, which the connection keeps compiled.

/** Kind of every node of the tree, by id. */
export function branchKinds(db: ReadableDb): Map<string, OrganisationKind> {
  const rows = db.raw.prepare('SELECT id, kind FROM branch').all() as { id: string; kind: OrganisationKind }[];
  return new Map(rows.map((row) => [row.id, row.kind]));
}

/** The branch of every group, by the group's id. */
export function groupBranches(db: ReadableDb): Map<string, string> {
  const rows = db.raw.prepare('SELECT id, branch_id FROM party_group').all() as { id: string; branch_id: string }[];
  return new Map(rows.map((row) => [row.id, row.branch_id]));
}

/** Whose ID number it is; undefined when nobody's. */
export function idNumberOwner(db: ReadableDb, idNumber: string): string | undefined {
  const row = db.raw.prepare('SELECT id FROM member WHERE id_number = ?').get(idNumber);
  return (row as { id: string } | undefined)?.id;
}

/** To whom stored memberships or statuses belong, by their ids; unknown ids are left out. */
export function ownersOfChildren(
  db: ReadableDb,
  part: 'memberships' | 'statuses',
  ids: readonly string[],
): Map<string, string> {
  const table = part === 'memberships' ? 'membership' : 'member_status';
  const rows = db.raw
    .prepare(`SELECT id, member_id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as { id: string; member_id: string }[];
  return new Map(rows.map((row) => [row.id, row.member_id]));
}
