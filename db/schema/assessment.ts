import type { Appraisal, DutyReport, Standardization } from '../../contract/assessment.ts';
import { integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const appraisal = sqliteTable('appraisal', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  year: integer().notNull(),
  heldOn: text('held_on').notNull(),
  meetingId: text('meeting_id'),
  decidedBy: text('decided_by').notNull().$type<Appraisal['decidedBy']>(),
  decidedOn: text('decided_on'),
  ballotsIssued: integer('ballots_issued'),
  ballotsReturned: integer('ballots_returned'),
  ballotsValid: integer('ballots_valid'),
  entries: json<Appraisal['entries']>('entries'),
  note: text().notNull(),
} satisfies Record<keyof Appraisal, unknown>);

export const standardization = sqliteTable('standardization', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  year: integer().notNull(),
  assessedOn: text('assessed_on'),
  source: text().notNull(),
  indicators: json<Standardization['indicators']>('indicators'),
  selfRating: text('self_rating').notNull(),
  superiorRating: text('superior_rating').notNull(),
  assessor: text().notNull(),
  note: text().notNull(),
} satisfies Record<keyof Standardization, unknown>);

export const dutyReport = sqliteTable('duty_report', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  year: integer().notNull(),
  reporterId: text('reporter_id'),
  reporterName: text('reporter_name').notNull(),
  reportedOn: text('reported_on'),
  place: text().notNull(),
  preparation: text().notNull(),
  report: text().notNull(),
  lastYearProblems: json<DutyReport['lastYearProblems']>('last_year_problems'),
  comments: json<DutyReport['comments']>('comments'),
  pollGood: integer('poll_good'),
  pollFairlyGood: integer('poll_fairly_good'),
  pollAverage: integer('poll_average'),
  pollPoor: integer('poll_poor'),
  ballotsIssued: integer('ballots_issued'),
  ballotsReturned: integer('ballots_returned'),
  grade: text().$type<DutyReport['grade']>(),
  decidedBy: text('decided_by').notNull(),
  problems: json<DutyReport['problems']>('problems'),
  note: text().notNull(),
} satisfies Record<keyof DutyReport, unknown>);
