import type { SQL } from 'drizzle-orm';
import { AppError } from '../../contract/failure.ts';
import type { Attendance, Meeting, MeetingType } from '../../contract/meeting.ts';
import { and, asc, desc, eq, exists, gte, isNull, lte, or, sql } from '../drizzle.ts';
import { keptRecords } from '../kept.ts';
import type { ReadableDb } from '../open.ts';
import { selectRows } from '../rows.ts';
import { amendment, attendance, meeting, member } from '../schema/index.ts';

/** Which meetings: all parts are optional and narrow. A voided meeting is left out unless asked for. */
export interface MeetingFilter {
  branchId?: string | undefined;
  groupId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Held as this type, alone or together with others. */
  type?: MeetingType | undefined;
  /** Has a row of attendance for this person. */
  memberId?: string | undefined;
  /** Part of the title, place, a name at its head (or its pinyin initials), the lesson or the theme. */
  search?: string | undefined;
  includeVoided?: boolean | undefined;
}

/** One row of attendance, with what the year's sheet needs of its meeting. */
export interface AttendanceOfMember extends Attendance {
  meetingId: string;
  heldOn: string;
  types: MeetingType[];
  groupId: string | null;
  title: string;
}

/** The whole record, or undefined. */
export function findMeeting(db: ReadableDb, id: string): Meeting | undefined {
  return wholeMeetings(db, [id])[0];
}

/** @throws AppError `no-such-record` */
export function getMeeting(db: ReadableDb, id: string): Meeting {
  const found = findMeeting(db, id);
  if (found === undefined) throw new AppError({ code: 'no-such-record', record: 'meeting', id });
  return found;
}

/** Every meeting with its attendance and amendments, voided ones too, by day; with `asOf`, those held by then. */
export function allMeetings(db: ReadableDb, asOf: string | undefined): Meeting[] {
  const rows = db
    .select({ id: meeting.id })
    .from(meeting)
    .where(asOf === undefined ? undefined : lte(meeting.heldOn, asOf))
    .orderBy(asc(meeting.heldOn), asc(meeting.id))
    .all();
  return wholeMeetings(db, idsOf(rows));
}

/** Whole records of a period, oldest first: the source of the meeting ledgers. */
export function meetingsOf(db: ReadableDb, filter: MeetingFilter): Meeting[] {
  const rows = db
    .select({ id: meeting.id })
    .from(meeting)
    .where(matching(db, filter))
    .orderBy(asc(meeting.heldOn), asc(meeting.startsAt), asc(meeting.id))
    .all();
  return wholeMeetings(db, idsOf(rows));
}

/** One page, newest first, and how many there are. */
export function listMeetings(
  db: ReadableDb,
  filter: MeetingFilter,
  page: { offset: number; limit: number },
): { meetings: Meeting[]; total: number } {
  const where = matching(db, filter);
  const rows = db
    .select({ id: meeting.id })
    .from(meeting)
    .where(where)
    .orderBy(desc(meeting.heldOn), desc(meeting.startsAt), desc(meeting.id))
    .limit(page.limit)
    .offset(page.offset)
    .all();
  const total = db.select({ count: sql<number>`count(*)` }).from(meeting).where(where).get()?.count ?? 0;
  return { meetings: wholeMeetings(db, idsOf(rows)), total };
}

/** Day, types and group of each meeting that counts: what the frequency rules and the calendar need. */
export function heldMeetings(
  db: ReadableDb,
  filter: MeetingFilter,
): Pick<Meeting, 'id' | 'branchId' | 'groupId' | 'types' | 'heldOn' | 'assessmentYear' | 'title'>[] {
  return db
    .select({
      id: meeting.id,
      branchId: meeting.branchId,
      groupId: meeting.groupId,
      types: meeting.types,
      heldOn: meeting.heldOn,
      assessmentYear: meeting.assessmentYear,
      title: meeting.title,
    })
    .from(meeting)
    .where(matching(db, filter))
    .orderBy(asc(meeting.heldOn), asc(meeting.id))
    .all();
}

/** Attendance of every person over a period, by day of the meeting: of one member with `memberId`. */
export function attendanceOf(db: ReadableDb, filter: MeetingFilter): AttendanceOfMember[] {
  return db
    .select({
      meetingId: meeting.id,
      heldOn: meeting.heldOn,
      types: meeting.types,
      groupId: meeting.groupId,
      title: meeting.title,
      memberId: attendance.memberId,
      state: attendance.state,
      reason: attendance.reason,
      opinionReceivedOn: attendance.opinionReceivedOn,
    })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(
      and(
        matching(db, { ...filter, memberId: undefined }),
        filter.memberId === undefined ? undefined : eq(attendance.memberId, filter.memberId),
      ),
    )
    .orderBy(asc(meeting.heldOn), asc(meeting.id), asc(attendance.position))
    .all();
}

function matching(db: ReadableDb, filter: MeetingFilter): SQL | undefined {
  return and(
    filter.branchId === undefined ? undefined : eq(meeting.branchId, filter.branchId),
    filter.groupId === undefined ? undefined : eq(meeting.groupId, filter.groupId),
    filter.from === undefined ? undefined : gte(meeting.heldOn, filter.from),
    filter.to === undefined ? undefined : lte(meeting.heldOn, filter.to),
    filter.type === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${meeting.types}) where value = ${filter.type})`,
    filter.memberId === undefined
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(attendance)
            .where(and(eq(attendance.meetingId, meeting.id), eq(attendance.memberId, filter.memberId))),
        ),
    filter.includeVoided === true ? undefined : isNull(meeting.voidedOn),
    containing(filter.search ?? ''),
  );
}

const searched = [
  meeting.title,
  meeting.place,
  meeting.chairName,
  meeting.recorderName,
  meeting.lessonTopic,
  meeting.lecturer,
  meeting.theme,
];

function containing(search: string): SQL | undefined {
  const text = search.trim();
  if (text === '') return undefined;
  // instr, not LIKE: what she types has no wildcards in it.
  return or(
    ...searched.map((column) => sql`instr(${column}, ${text}) > 0`),
    sql`exists (select 1 from ${member} where ${member.id} in (${meeting.chairId}, ${meeting.recorderId})
      and instr(${member.initials}, ${text.toLowerCase()}) > 0)`,
  );
}

/** The whole records in the order of `ids`, shared by all who ask for them. */
function wholeMeetings(db: ReadableDb, ids: readonly string[]): Meeting[] {
  return keptRecords(db, 'meeting', ids, (unknown) => {
    const wanted = { ids: JSON.stringify(unknown) };
    const these = 'IN (SELECT value FROM json_each(:ids))';
    const amended = new Map<string, Meeting['amendments']>();
    const amendments = selectRows(db, amendment, `WHERE meeting_id ${these} ORDER BY made_at, rowid`, wanted);
    for (const { meetingId, ...row } of amendments) append(amended, meetingId, row);
    const attended = attendanceByMeeting(db, wanted);
    const rows = selectRows(db, meeting, `WHERE id ${these}`, wanted);
    return new Map(
      rows.map((row) => [
        row.id,
        { ...row, attendance: attended.get(row.id) ?? [], amendments: amended.get(row.id) ?? [] },
      ]),
    );
  });
}

/** Tens of thousands of rows for a large branch: a list in one text for each meeting takes half as long as rows. */
function attendanceByMeeting(db: ReadableDb, wanted: { ids: string }): Map<string, Attendance[]> {
  const rows = db.raw
    .prepare(
      `SELECT meeting_id AS meetingId,
         json_group_array(json_array(member_id, state, reason, opinion_received_on) ORDER BY position) AS list
       FROM attendance WHERE meeting_id IN (SELECT value FROM json_each(:ids)) GROUP BY meeting_id`,
    )
    .all(wanted) as { meetingId: string; list: string }[];
  type Listed = [string, Attendance['state'], string, string | null];
  return new Map(
    rows.map(({ meetingId, list }) => [
      meetingId,
      (JSON.parse(list) as Listed[]).map(([memberId, state, reason, opinionReceivedOn]) => ({
        memberId,
        state,
        reason,
        opinionReceivedOn,
      })),
    ]),
  );
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
