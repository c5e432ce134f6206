import type { Training } from '../../contract/education.ts';
import type { Meeting } from '../../contract/meeting.ts';
import { and, asc, eq, lte, sql } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { training } from '../schema/index.ts';

export interface TrainingFilter {
  branchId?: string | undefined;
  year?: number | undefined;
  /** Took part. */
  memberId?: string | undefined;
  /** Ended by this day. */
  to?: string | undefined;
}

/** What the hours need of a meeting. */
export interface StudiedMeeting extends Pick<Meeting, 'id' | 'types' | 'title' | 'heldOn' | 'studyHours' | 'voidedOn'> {
  attendance: { memberId: string; state: 'present' }[];
}

/** Trainings in order of their first day. */
export function listTrainings(db: ReadableDb, { branchId, year, memberId, to }: TrainingFilter): Training[] {
  return db
    .select()
    .from(training)
    .where(
      and(
        branchId === undefined ? undefined : eq(training.branchId, branchId),
        year === undefined ? undefined : eq(training.year, year),
        to === undefined ? undefined : lte(training.endedOn, to),
        memberId === undefined
          ? undefined
          : sql`exists (select 1 from json_each(${training.participants})
              where json_extract(value, '$.memberId') = ${memberId})`,
      ),
    )
    .orderBy(asc(training.startedOn), asc(training.id))
    .all();
}

/** Ids among these that are nobody's. */
export function unknownPeople(db: ReadableDb, ids: readonly string[]): string[] {
  const rows = db.raw
    .prepare('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM member)')
    .all(JSON.stringify(ids)) as { value: string }[];
  return rows.map(({ value }) => value);
}

/** 党课 and 主题党日 of a period that were not voided, oldest first, each with those who were present: what hours come from. */
export function studyMeetings(db: ReadableDb, of: { branchId: string; from: string; to: string }): StudiedMeeting[] {
  const held = `branch_id = :branchId AND held_on BETWEEN :from AND :to AND voided_on IS NULL
    AND EXISTS (SELECT 1 FROM json_each(types) WHERE value IN ('party-lesson', 'theme-day'))`;
  const present = new Map<string, StudiedMeeting['attendance']>();
  const rows = db.raw
    .prepare(
      `SELECT meeting_id AS meetingId, member_id AS memberId FROM attendance
       WHERE state = 'present' AND meeting_id IN (SELECT id FROM meeting WHERE ${held})`,
    )
    .all(of) as { meetingId: string; memberId: string }[];
  for (const { meetingId, memberId } of rows) {
    const known = present.get(meetingId) ?? [];
    known.push({ memberId, state: 'present' });
    present.set(meetingId, known);
  }
  const meetings = db.raw
    .prepare(
      `SELECT id, types, title, held_on AS heldOn, study_hours AS studyHours, voided_on AS voidedOn FROM meeting
       WHERE ${held} ORDER BY held_on, id`,
    )
    .all(of) as (Omit<StudiedMeeting, 'types' | 'attendance'> & { types: string })[];
  return meetings.map((row) => ({
    ...row,
    types: JSON.parse(row.types) as Meeting['types'],
    attendance: present.get(row.id) ?? [],
  }));
}
