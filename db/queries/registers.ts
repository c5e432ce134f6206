import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { and, asc, eq, gte, lte, sql } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import {
  discipline,
  hardship,
  honour,
  lostContact,
  mobileMember,
  organizationalMeasure,
  rectification,
  resource,
  secretaryProject,
  service,
  talk,
  transfer,
  warningEducation,
} from '../schema/index.ts';

/** A register's table, the day its lines are ordered by, and whose lines they are. */
export const registerTables = {
  talk: { table: talk, day: talk.heldOn, member: talk.subjectId },
  rectification: { table: rectification, day: rectification.foundOn, member: rectification.responsibleId },
  warningEducation: { table: warningEducation, day: warningEducation.heldOn, member: null },
  discipline: { table: discipline, day: discipline.decidedOn, member: discipline.memberId },
  organizationalMeasure: {
    table: organizationalMeasure,
    day: organizationalMeasure.decidedOn,
    member: organizationalMeasure.memberId,
  },
  lostContact: { table: lostContact, day: lostContact.lostOn, member: lostContact.memberId },
  mobileMember: { table: mobileMember, day: mobileMember.leftOn, member: mobileMember.memberId },
  hardship: { table: hardship, day: hardship.since, member: hardship.memberId },
  honour: { table: honour, day: honour.grantedOn, member: honour.memberId },
  service: { table: service, day: service.on, member: service.memberId },
  secretaryProject: { table: secretaryProject, day: secretaryProject.startedOn, member: null },
  resource: { table: resource, day: resource.recordedOn, member: null },
  transfer: { table: transfer, day: transfer.startedOn, member: transfer.memberId },
} as const;

export type RegisterName = keyof typeof registerTables;
export type RegisterRow<Name extends RegisterName> = (typeof registerTables)[Name]['table']['$inferSelect'];

export interface RegisterScope {
  branchId?: string | undefined;
  memberId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Lines of a register in order of their day; a day known to the month counts from its first. */
export function listRegister<Name extends RegisterName>(
  db: ReadableDb,
  name: Name,
  scope: RegisterScope,
): RegisterRow<Name>[] {
  const { table, day, member } = registerTables[name] as {
    table: SQLiteTable & { id: SQLiteColumn; branchId: SQLiteColumn };
    day: SQLiteColumn;
    member: SQLiteColumn | null;
  };
  const firstDay = sql`substr(${day} || '-01-01', 1, 10)`;
  return db
    .select()
    .from(table)
    .where(
      and(
        scope.branchId === undefined ? undefined : eq(table.branchId, scope.branchId),
        scope.memberId === undefined || member === null ? undefined : eq(member, scope.memberId),
        scope.from === undefined ? undefined : gte(firstDay, scope.from),
        scope.to === undefined ? undefined : lte(firstDay, scope.to),
      ),
    )
    .orderBy(asc(day), asc(table.id))
    .all() as RegisterRow<Name>[];
}
