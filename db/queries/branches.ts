import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { and, asc, eq, gte, isNull, lte, or } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { branch, committeeTerm, group, member, post } from '../schema/index.ts';

interface Scope {
  branchId?: string | undefined;
  asOf?: string | undefined;
}

/** Every node of the tree, in display order. */
export function listBranches(db: ReadableDb) {
  return db.select().from(branch).orderBy(asc(branch.displayOrder), asc(branch.id)).all();
}

export function listGroups(db: ReadableDb, scope: Scope) {
  return db
    .select()
    .from(group)
    .where(and(inBranch(group.branchId, scope), heldOn(group, scope.asOf)))
    .orderBy(asc(group.displayOrder), asc(group.name), asc(group.id))
    .all();
}

/** Terms, oldest first; with `asOf`, those elected by then. */
export function listCommitteeTerms(db: ReadableDb, scope: Scope) {
  return db
    .select()
    .from(committeeTerm)
    .where(
      and(
        inBranch(committeeTerm.branchId, scope),
        scope.asOf === undefined ? undefined : lte(committeeTerm.electedOn, scope.asOf),
      ),
    )
    .orderBy(asc(committeeTerm.electedOn), asc(committeeTerm.id))
    .all();
}

/** Posts with the names of those who hold them; with `asOf`, those held that day. */
export function listPosts(db: ReadableDb, scope: Scope) {
  return db
    .select({ post, memberName: member.name })
    .from(post)
    .innerJoin(member, eq(member.id, post.memberId))
    .where(and(inBranch(post.branchId, scope), heldOn(post, scope.asOf)))
    .orderBy(asc(post.from), asc(post.id))
    .all()
    .map((row) => ({ ...row.post, memberName: row.memberName }));
}

function inBranch(column: SQLiteColumn, scope: Scope): SQL | undefined {
  return scope.branchId === undefined ? undefined : eq(column, scope.branchId);
}

/** `to` is the last day, as in `rules/roster.ts`. */
function heldOn(table: { from: SQLiteColumn; to: SQLiteColumn }, asOf: string | undefined): SQL | undefined {
  if (asOf === undefined) return undefined;
  return and(lte(table.from, asOf), or(isNull(table.to), gte(table.to, asOf)));
}
