import type { Member, MemberStatus, Membership } from '../../contract/member.ts';
import { integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const member = sqliteTable('member', {
  ...recordColumns,
  name: text().notNull(),
  formerName: text('former_name').notNull(),
  pinyin: text().notNull(),
  sex: text().notNull().$type<Member['sex']>(),
  idNumber: text('id_number'),
  bornOn: text('born_on'),
  bornOnReason: text('born_on_reason').notNull(),
  ethnicity: text(),
  nativePlace: text('native_place').notNull(),
  birthPlace: text('birth_place').notNull(),
  education: text(),
  degree: text(),
  school: text().notNull(),
  startedWorkOn: text('started_work_on'),
  employer: text().notNull(),
  jobCode: text('job_code'),
  technicalTitle: text('technical_title').$type<Member['technicalTitle']>(),
  socialStratum: text('social_stratum').notNull(),
  isMigrantWorker: integer('is_migrant_worker', { mode: 'boolean' }),
  appliedOn: text('applied_on'),
  activistOn: text('activist_on'),
  candidateOn: text('candidate_on'),
  joinedOn: text('joined_on'),
  joinApprovedOn: text('join_approved_on'),
  confirmedOn: text('confirmed_on'),
  confirmApprovedOn: text('confirm_approved_on'),
  probationExtendedMonths: integer('probation_extended_months').notNull(),
  joinedBranchName: text('joined_branch_name').notNull(),
  introducerNames: json<Member['introducerNames']>('introducer_names'),
  volunteerFormNumber: text('volunteer_form_number').notNull(),
  partyYearsCorrection: integer('party_years_correction').notNull(),
  mobilePhone: text('mobile_phone').notNull(),
  landline: text().notNull(),
  householdAddress: text('household_address').notNull(),
  residenceAddress: text('residence_address').notNull(),
  emergencyContact: text('emergency_contact').notNull(),
  archivePlace: text('archive_place').notNull(),
  note: text().notNull(),
  /** Search and sort keys, computed on save from the name and the manual pinyin. */
  initials: text().notNull(),
  /** `|zengxiaoming|xiaoming|ming`: the pinyin from each syllable on. */
  pinyinSearch: text('pinyin_search').notNull(),
  pinyinKey: text('pinyin_key').notNull(),
  strokesKey: text('strokes_key').notNull(),
} satisfies Record<
  Exclude<keyof Member, 'memberships' | 'statuses'> | 'initials' | 'pinyinSearch' | 'pinyinKey' | 'strokesKey',
  unknown
>);

export const membership = sqliteTable('membership', {
  id: text().primaryKey(),
  memberId: text('member_id').notNull(),
  branchId: text('branch_id').notNull(),
  groupId: text('group_id'),
  from: text('valid_from').notNull(),
  entryKind: text('entry_kind').notNull().$type<Membership['entryKind']>(),
  to: text('valid_to'),
  leaveKind: text('leave_kind').$type<Membership['leaveKind']>(),
  reason: text().notNull(),
});

export const memberStatus = sqliteTable('member_status', {
  id: text().primaryKey(),
  memberId: text('member_id').notNull(),
  kind: text().notNull().$type<MemberStatus['kind']>(),
  from: text('valid_from').notNull(),
  to: text('valid_to'),
  detail: text().notNull(),
  reason: text().notNull(),
  documentNumber: text('document_number').notNull(),
});
