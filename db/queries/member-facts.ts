import { eq } from 'drizzle-orm';
import type { OrganisationKind } from '../../contract/branch.ts';
import type { ReadableDb } from '../open.ts';
import { branch, group, member } from '../schema/index.ts';

/** Kind of every node of the tree, by id. */
export function branchKinds(db: ReadableDb): Map<string, OrganisationKind> {
  const rows = db.select({ id: branch.id, kind: branch.kind }).from(branch).all();
  return new Map(rows.map((row) => [row.id, row.kind]));
}

/** The branch of every group, by the group's id. */
export function groupBranches(db: ReadableDb): Map<string, string> {
  const rows = db.select({ id: group.id, branchId: group.branchId }).from(group).all();
  return new Map(rows.map((row) => [row.id, row.branchId]));
}

/** Whose ID number it is; undefined when nobody's. */
export function idNumberOwner(db: ReadableDb, idNumber: string): string | undefined {
  return db.select({ id: member.id }).from(member).where(eq(member.idNumber, idNumber)).get()?.id;
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
