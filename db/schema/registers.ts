import type { Hardship, Honour, MobileMember, SecretaryProject, Service } from '../../contract/care.ts';
import type {
  Discipline,
  LostContact,
  OrganizationalMeasure,
  Rectification,
  Talk,
  WarningEducation,
} from '../../contract/supervision.ts';
import type { Transfer } from '../../contract/transfer.ts';
import { integer, real, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const talk = sqliteTable('talk', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  kind: text().notNull().$type<Talk['kind']>(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  talkerIds: json<Talk['talkerIds']>('talker_ids'),
  subjectId: text('subject_id').notNull(),
  cause: text().notNull(),
  content: text().notNull(),
  problems: text().notNull(),
  followUp: text('follow_up').notNull(),
  subjectSignedOn: text('subject_signed_on'),
} satisfies Record<keyof Talk, unknown>);

export const rectification = sqliteTable('rectification', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  year: integer().notNull(),
  foundOn: text('found_on').notNull(),
  problem: text().notNull(),
  source: text().notNull(),
  measure: text().notNull(),
  responsibleId: text('responsible_id'),
  responsibleName: text('responsible_name').notNull(),
  dueOn: text('due_on'),
  progress: text().notNull(),
  doneOn: text('done_on'),
  closedBy: text('closed_by').notNull(),
} satisfies Record<keyof Rectification, unknown>);

export const warningEducation = sqliteTable('warning_education', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  kind: text().notNull().$type<WarningEducation['kind']>(),
  heldOn: text('held_on').notNull(),
  topic: text().notNull(),
  hostName: text('host_name').notNull(),
  participants: integer(),
  content: text().notNull(),
  cases: text().notNull(),
} satisfies Record<keyof WarningEducation, unknown>);

export const discipline = sqliteTable('discipline', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  memberId: text('member_id').notNull(),
  kind: text().notNull().$type<Discipline['kind']>(),
  cause: text().notNull(),
  authority: text().notNull(),
  documentNumber: text('document_number').notNull(),
  decidedOn: text('decided_on').notNull(),
  effectiveOn: text('effective_on'),
  months: integer().$type<Discipline['months']>(),
  rightsRestoredOn: text('rights_restored_on'),
  note: text().notNull(),
} satisfies Record<keyof Discipline, unknown>);

export const organizationalMeasure = sqliteTable('organizational_measure', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  memberId: text('member_id').notNull(),
  kind: text().notNull().$type<OrganizationalMeasure['kind']>(),
  cause: text().notNull(),
  proposedOn: text('proposed_on'),
  meetingId: text('meeting_id'),
  authority: text().notNull(),
  documentNumber: text('document_number').notNull(),
  decidedOn: text('decided_on').notNull(),
  deadline: text(),
  reviewedOn: text('reviewed_on'),
  outcome: text().notNull(),
  note: text().notNull(),
} satisfies Record<keyof OrganizationalMeasure, unknown>);

export const lostContact = sqliteTable('lost_contact', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  memberId: text('member_id').notNull(),
  lostOn: text('lost_on').notNull(),
  circumstance: text().notNull().$type<LostContact['circumstance']>(),
  search: text().notNull(),
  foundOn: text('found_on'),
  membershipStoppedOn: text('membership_stopped_on'),
  struckOffOn: text('struck_off_on'),
  restoredOn: text('restored_on'),
  restorationNumber: text('restoration_number').notNull(),
  note: text().notNull(),
} satisfies Record<keyof LostContact, unknown>);

export const mobileMember = sqliteTable('mobile_member', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  direction: text().notNull().$type<MobileMember['direction']>(),
  memberId: text('member_id'),
  name: text().notNull(),
  sex: text().notNull().$type<MobileMember['sex']>(),
  bornOn: text('born_on'),
  joinedOn: text('joined_on'),
  leftOn: text('left_on').notNull(),
  place: text().notNull(),
  cause: text().notNull(),
  isAbroad: integer('is_abroad', { mode: 'boolean' }).notNull(),
  cardNumber: text('card_number').notNull(),
  otherOrganisation: text('other_organisation').notNull(),
  contactName: text('contact_name').notNull(),
  contactPhone: text('contact_phone').notNull(),
  participation: text().notNull(),
  returnedOn: text('returned_on'),
  contacts: json<MobileMember['contacts']>('contacts'),
  note: text().notNull(),
} satisfies Record<keyof MobileMember, unknown>);

export const hardship = sqliteTable('hardship', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  memberId: text('member_id').notNull(),
  category: text().notNull().$type<Hardship['category']>(),
  since: text().notNull(),
  until: text('until_day'),
  situation: text().notNull(),
  helperName: text('helper_name').notNull(),
  measures: text().notNull(),
  visits: json<Hardship['visits']>('visits'),
} satisfies Record<keyof Hardship, unknown>);

export const honour = sqliteTable('honour', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  memberId: text('member_id'),
  grantedOn: text('granted_on').notNull(),
  title: text().notNull(),
  level: text().notNull().$type<Honour['level']>(),
  authority: text().notNull(),
  documentNumber: text('document_number').notNull(),
  note: text().notNull(),
} satisfies Record<keyof Honour, unknown>);

export const service = sqliteTable('service', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  memberId: text('member_id').notNull(),
  kind: text().notNull().$type<Service['kind']>(),
  on: text('served_on').notNull(),
  content: text().notNull(),
  place: text().notNull(),
  hours: real(),
  effect: text().notNull(),
  evaluation: text().notNull(),
} satisfies Record<keyof Service, unknown>);

export const secretaryProject = sqliteTable('secretary_project', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  name: text().notNull(),
  leaderName: text('leader_name').notNull(),
  startedOn: text('started_on').notNull(),
  goal: text().notNull(),
  milestones: json<SecretaryProject['milestones']>('milestones'),
  result: text().notNull(),
  endedOn: text('ended_on'),
  evaluation: text().notNull(),
} satisfies Record<keyof SecretaryProject, unknown>);

export const transfer = sqliteTable('transfer', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  direction: text().notNull().$type<Transfer['direction']>(),
  memberId: text('member_id').notNull(),
  otherOrganisation: text('other_organisation').notNull(),
  startedOn: text('started_on').notNull(),
  letterNumber: text('letter_number').notNull(),
  issuedOn: text('issued_on'),
  validUntil: text('valid_until'),
  duesPaidThrough: text('dues_paid_through'),
  state: text().notNull().$type<Transfer['state']>(),
  receiptOn: text('receipt_on'),
  handlerName: text('handler_name').notNull(),
  isWholeUnit: integer('is_whole_unit', { mode: 'boolean' }).notNull(),
  note: text().notNull(),
} satisfies Record<keyof Transfer, unknown>);
