import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { and, asc, eq, gte, lte, sql } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import {
  appraisal,
  committeeTerm,
  duesPublication,
  duesRemittance,
  dutyReport,
  meeting,
  member,
  memberStatus,
  membership,
  post,
  standardization,
  training,
  workLogEntry,
} from '../schema/index.ts';
import { listCourses } from './courses.ts';
import { listDevelopmentCases } from './development.ts';

/** A period of a branch; both days belong to it. */
export interface Period {
  branchId: string;
  from: string;
  to: string;
}

/** Manual entries of a branch, oldest first. */
export function listWorkLogEntries(db: ReadableDb, of: { branchId?: string | undefined }) {
  return db
    .select()
    .from(workLogEntry)
    .where(of.branchId === undefined ? undefined : eq(workLogEntry.branchId, of.branchId))
    .orderBy(asc(workLogEntry.happenedOn), asc(workLogEntry.id))
    .all();
}

/** Everything that happened in a period, by kind of record; voided meetings are left out. */
export function eventsOf(db: ReadableDb, { branchId, from, to }: Period) {
  const within = (column: SQLiteColumn) => and(gte(column, from), lte(column, to));
  // A month-precision date lies in the period when its first day does.
  const begins = (column: SQLiteColumn) => sql`substr(${column} || '-01-01', 1, 10) BETWEEN ${from} AND ${to}`;
  const people = { id: member.id, name: member.name };
  return {
    meetings: db
      .select()
      .from(meeting)
      .where(and(eq(meeting.branchId, branchId), within(meeting.heldOn), sql`${meeting.voidedOn} IS NULL`))
      .all(),
    appraisals: db
      .select()
      .from(appraisal)
      .where(and(eq(appraisal.branchId, branchId), within(appraisal.heldOn)))
      .all(),
    standardizations: db
      .select()
      .from(standardization)
      .where(and(eq(standardization.branchId, branchId), within(standardization.assessedOn)))
      .all(),
    dutyReports: db
      .select()
      .from(dutyReport)
      .where(and(eq(dutyReport.branchId, branchId), within(dutyReport.reportedOn)))
      .all(),
    remittances: db
      .select()
      .from(duesRemittance)
      .where(and(eq(duesRemittance.branchId, branchId), within(duesRemittance.remittedOn)))
      .all(),
    publications: db
      .select()
      .from(duesPublication)
      .where(and(eq(duesPublication.branchId, branchId), within(duesPublication.publishedOn)))
      .all(),
    developmentSteps: listDevelopmentCases(db, { branchId }).flatMap((record) =>
      record.steps
        .filter((step) => step.on >= from && step.on <= to)
        .map((step) => ({ id: record.id, name: record.name, step })),
    ),
    courses: listCourses(db, { branchId }).filter(
      ({ assignedOn }) => assignedOn !== null && assignedOn >= from && assignedOn <= to,
    ),
    trainings: db
      .select()
      .from(training)
      .where(and(eq(training.branchId, branchId), within(training.startedOn)))
      .all(),
    pointsDecisions: pointsDecisions(db, { branchId, from, to }),
    terms: db
      .select()
      .from(committeeTerm)
      .where(and(eq(committeeTerm.branchId, branchId), within(committeeTerm.electedOn)))
      .all(),
    posts: db
      .select({ ...people, post })
      .from(post)
      .innerJoin(member, eq(member.id, post.memberId))
      .where(and(eq(post.branchId, branchId), within(post.from)))
      .all(),
    joined: db
      .selectDistinct({ ...people, on: member.joinedOn })
      .from(member)
      .innerJoin(membership, and(eq(membership.memberId, member.id), eq(membership.branchId, branchId)))
      .where(begins(member.joinedOn))
      .all(),
    confirmed: db
      .selectDistinct({ ...people, on: member.confirmedOn })
      .from(member)
      .innerJoin(membership, and(eq(membership.memberId, member.id), eq(membership.branchId, branchId)))
      .where(begins(member.confirmedOn))
      .all(),
    entered: db
      .select({ ...people, stay: membership })
      .from(membership)
      .innerJoin(member, eq(member.id, membership.memberId))
      .where(and(eq(membership.branchId, branchId), begins(membership.from)))
      .all(),
    left: db
      .select({ ...people, stay: membership })
      .from(membership)
      .innerJoin(member, eq(member.id, membership.memberId))
      .where(and(eq(membership.branchId, branchId), begins(membership.to)))
      .all(),
    statuses: db
      .selectDistinct({ ...people, status: memberStatus })
      .from(memberStatus)
      .innerJoin(member, eq(member.id, memberStatus.memberId))
      .innerJoin(membership, and(eq(membership.memberId, member.id), eq(membership.branchId, branchId)))
      .where(begins(memberStatus.from))
      .all(),
    entries: db
      .select()
      .from(workLogEntry)
      .where(and(eq(workLogEntry.branchId, branchId), within(workLogEntry.happenedOn)))
      .all(),
  };
}

/** Days on which points were decided (初评 or 评定), by scheme, with how many. */
function pointsDecisions(db: ReadableDb, period: Period) {
  return db.raw
    .prepare(
      `SELECT scheme_id AS id, day, step, count(*) AS entries FROM (
         SELECT scheme_id, reviewed_on AS day, 'review' AS step FROM points_entry WHERE branch_id = :branchId
         UNION ALL
         SELECT scheme_id, approved_on, 'approve' FROM points_entry WHERE branch_id = :branchId
       ) WHERE day BETWEEN :from AND :to GROUP BY scheme_id, day, step ORDER BY day, step DESC`,
    )
    .all(period) as { id: string; day: string; step: 'review' | 'approve'; entries: number }[];
}
