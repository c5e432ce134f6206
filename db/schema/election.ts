import type { Election, ElectionTemplate } from '../../contract/election.ts';
import { integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const election = sqliteTable('election', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  kind: text().notNull().$type<Election['kind']>(),
  termNumber: integer('term_number'),
  title: text().notNull(),
  termId: text('term_id'),
  vacancies: json<Election['vacancies']>('vacancies'),
  heldOn: text('held_on'),
  seats: integer(),
  timing: text().notNull().$type<Election['timing']>(),
  timingReason: text('timing_reason').notNull(),
  timingApprovedOn: text('timing_approved_on'),
  timingNumber: text('timing_number').notNull(),
  extendedTo: text('extended_to'),
  steps: json<Election['steps']>('steps'),
  templateId: text('template_id'),
  meetingIds: json<Election['meetingIds']>('meeting_ids'),
  methodAdopted: text('method_adopted').notNull(),
  reduction: text('reduction', { mode: 'json' }).$type<Election['reduction']>(),
  requestNumber: text('request_number').notNull(),
  requestedOn: text('requested_on'),
  approvalNumber: text('approval_number').notNull(),
  approvedOn: text('approved_on'),
  filingNumber: text('filing_number').notNull(),
  filedOn: text('filed_on'),
  note: text().notNull(),
  newTermId: text('new_term_id'),
  postIds: json<Election['postIds']>('post_ids'),
  appointedOn: text('appointed_on'),
} satisfies Record<keyof Election, unknown>);

/** Checklists of elections by the day they hold from. */
export const electionTemplate = sqliteTable('election_template', {
  ...recordColumns,
  from: text('valid_from').notNull(),
  source: text().notNull(),
  note: text().notNull(),
  steps: json<ElectionTemplate['steps']>('steps'),
} satisfies Record<keyof ElectionTemplate, unknown>);
