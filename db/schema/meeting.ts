import type { Attendance, Meeting } from '../../contract/meeting.ts';
import { integer, real, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const meeting = sqliteTable('meeting', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  groupId: text('group_id'),
  types: json<Meeting['types']>('types'),
  title: text().notNull(),
  heldOn: text('held_on').notNull(),
  startsAt: text('starts_at'),
  endsAt: text('ends_at'),
  place: text().notNull(),
  chairId: text('chair_id'),
  chairName: text('chair_name').notNull(),
  recorderId: text('recorder_id'),
  recorderName: text('recorder_name').notNull(),
  assessmentYear: integer('assessment_year'),
  agenda: json<Meeting['agenda']>('agenda'),
  studyContent: text('study_content').notNull(),
  discussion: text().notNull(),
  dissent: text().notNull(),
  speeches: json<Meeting['speeches']>('speeches'),
  observers: json<Meeting['observers']>('observers'),
  exclusions: json<Meeting['exclusions']>('exclusions'),
  votes: json<Meeting['votes']>('votes'),
  resolutions: json<Meeting['resolutions']>('resolutions'),
  lessonTopic: text('lesson_topic').notNull(),
  lecturer: text().notNull(),
  lecturerPost: text('lecturer_post').notNull(),
  studyHours: real('study_hours'),
  theme: text().notNull(),
  themeForm: text('theme_form').notNull(),
  cost: integer(),
  materials: text().notNull(),
  lateReason: text('late_reason').notNull(),
  enteredOn: text('entered_on').notNull(),
  isLateEntry: integer('is_late_entry', { mode: 'boolean' }).notNull(),
  signedOn: text('signed_on'),
  chairSignature: text('chair_signature').notNull(),
  recorderSignature: text('recorder_signature').notNull(),
  voidedOn: text('voided_on'),
  voidReason: text('void_reason').notNull(),
  voidConfirmedBy: text('void_confirmed_by'),
} satisfies Record<Exclude<keyof Meeting, 'attendance' | 'amendments'>, unknown>);

export const attendance = sqliteTable('attendance', {
  id: text().primaryKey(),
  meetingId: text('meeting_id').notNull(),
  memberId: text('member_id').notNull(),
  position: integer().notNull(),
  state: text().notNull().$type<Attendance['state']>(),
  reason: text().notNull(),
  opinionReceivedOn: text('opinion_received_on'),
});

/** Append-only: a trigger refuses update and delete. */
export const amendment = sqliteTable('amendment', {
  id: text().primaryKey(),
  meetingId: text('meeting_id').notNull(),
  madeAt: text('made_at').notNull(),
  actor: text().notNull(),
  field: text().notNull(),
  text: text().notNull(),
  reason: text().notNull(),
});
