import { z } from 'zod';
import { AttendanceState, MeetingType } from './meeting.ts';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, PartialDate, Prose, RecordId } from './values.ts';

/** 公民身份号码: text, 18 characters, upper-case X. The checksum is judged by the rules, not by the schema. */
export const IdNumber = z.string().regex(/^\d{17}[\dX]$/);

/** A stay in a branch; the roster of any day follows from these. Leaving has a date, a kind and a reason. */
export const Membership = z.strictObject({
  id: RecordId,
  branchId: RecordId,
  groupId: RecordId.nullable(),
  from: PartialDate,
  entryKind: z.enum([
    'admitted', // 新发展
    'readmitted', // 重新入党
    'restored', // 恢复党籍
    'transferred-in', // 转入
    'unit-transferred-in', // 整建制转入
    'registered', // 建档时已在册
    'group-change', // 调整党小组
  ]),
  to: PartialDate.nullable(),
  leaveKind: z
    .enum([
      'transferred-out', // 转出
      'unit-transferred-out', // 整建制转出
      'died', // 去世
      'expelled', // 开除党籍
      'struck-off', // 除名
      'resigned', // 退党、劝退
      'admission-cancelled', // 取消预备党员资格
      'membership-stopped', // 停止党籍
      'group-change',
    ])
    .nullable(),
  reason: Line,
});
export type Membership = z.infer<typeof Membership>;

/** A state that holds over a period, domain.md §2.3, §5.1, §8. */
export const StatusKind = z.enum([
  'membership-stopped', // 停止党籍
  'out-of-contact', // 失联
  'mobile-out', // 流出
  'rights-suspended', // 表决权、选举权和被选举权中止（留党察看，留置、逮捕）
  'attendance-exempt', // 年老体弱等免予要求
  'hardship', // 困难党员
]);
export type StatusKind = z.infer<typeof StatusKind>;
export const MemberStatus = z.strictObject({
  id: RecordId,
  kind: StatusKind,
  from: PartialDate,
  to: PartialDate.nullable(),
  /** Kind of the case: 失联情形, 困难类别, 外出地点… */
  detail: Line,
  reason: Line,
  documentNumber: Line,
});
export type MemberStatus = z.infer<typeof MemberStatus>;

const member = defineRecord(
  {
    name: Label.max(60),
    formerName: Line,
    /** Pinyin of the name where the program reads it wrongly; empty for the computed one. */
    pinyin: Line.max(120),
    /** GB/T 2261.1 */
    sex: z.enum(['0', '1', '2', '9']),
    idNumber: IdNumber.nullable(),
    bornOn: PartialDate.nullable(),
    /** Why the birth date differs from the ID number (档案认定). */
    bornOnReason: Line,
    /** GB/T 3304 */
    ethnicity: z
      .string()
      .regex(/^\d{2}$/)
      .nullable(),
    nativePlace: Line,
    birthPlace: Line,
    /** GB/T 4658, highest obtained */
    education: z
      .string()
      .regex(/^\d{2}$/)
      .nullable(),
    /** GB/T 6864 */
    degree: z
      .string()
      .regex(/^\d{1,3}$/)
      .nullable(),
    school: Line,
    startedWorkOn: PartialDate.nullable(),
    /** 工作单位及职务 */
    employer: Line,
    jobCode: z
      .string()
      .regex(/^\d{1,4}$/)
      .nullable(),
    technicalTitle: z.enum(['senior', 'middle', 'junior']).nullable(),
    socialStratum: Line,
    isMigrantWorker: z.boolean().nullable(),
    appliedOn: PartialDate.nullable(),
    activistOn: PartialDate.nullable(),
    candidateOn: PartialDate.nullable(),
    /** 入党日期: the day the 支部党员大会 adopted admission. */
    joinedOn: PartialDate.nullable(),
    /** Day the superior approved the admission; makes joinedOn valid, never replaces it. */
    joinApprovedOn: PartialDate.nullable(),
    /** 转正日期: the day probation expired. */
    confirmedOn: PartialDate.nullable(),
    /** Day the superior approved 转正; the vote begins with it, 转正日期 and 党龄 do not. Null: not registered. */
    confirmApprovedOn: PartialDate.nullable(),
    /** Months the probation was extended by: 0, or 6 to 12, once. */
    probationExtendedMonths: z.int().min(0).max(12),
    joinedBranchName: Line,
    introducerNames: z.array(Label.max(60)).max(2),
    volunteerFormNumber: Line,
    /** 党龄校正值, full years, may be negative */
    partyYearsCorrection: z.int().min(-60).max(60),
    mobilePhone: Line.max(30),
    landline: Line.max(30),
    householdAddress: Line,
    residenceAddress: Line,
    emergencyContact: Line,
    archivePlace: Line,
    note: Prose,
    memberships: z.array(Membership).max(200),
    statuses: z.array(MemberStatus).max(200),
  },
  {
    formerName: '',
    pinyin: '',
    sex: '9',
    idNumber: null,
    bornOn: null,
    bornOnReason: '',
    ethnicity: null,
    nativePlace: '',
    birthPlace: '',
    education: null,
    degree: null,
    school: '',
    startedWorkOn: null,
    employer: '',
    jobCode: null,
    technicalTitle: null,
    socialStratum: '',
    isMigrantWorker: null,
    appliedOn: null,
    activistOn: null,
    candidateOn: null,
    joinedOn: null,
    joinApprovedOn: null,
    confirmedOn: null,
    confirmApprovedOn: null,
    probationExtendedMonths: 0,
    joinedBranchName: '',
    introducerNames: [],
    volunteerFormNumber: '',
    partyYearsCorrection: 0,
    mobilePhone: '',
    landline: '',
    householdAddress: '',
    residenceAddress: '',
    emergencyContact: '',
    archivePlace: '',
    note: '',
    memberships: [],
    statuses: [],
  },
);
export const Member = member.record;
export const MemberDraft = member.draft;
export const blankMember = member.blank;
export type Member = z.infer<typeof Member>;

/** What a person is to the Party on a given day. */
export const MemberCategory = z.enum(['full', 'probationary', 'applicant', 'former']);
export type MemberCategory = z.infer<typeof MemberCategory>;

/** A row of the list: masked, with what is derived on the reference date. */
export const MemberRow = z.strictObject({
  id: RecordId,
  revision: z.int(),
  name: z.string(),
  initials: z.string(),
  sex: z.string(),
  idNumberMasked: z.string(),
  mobilePhoneMasked: z.string(),
  bornOn: PartialDate.nullable(),
  age: z.int().nullable(),
  ethnicity: z.string().nullable(),
  education: z.string().nullable(),
  employer: z.string(),
  category: MemberCategory,
  joinedOn: PartialDate.nullable(),
  confirmedOn: PartialDate.nullable(),
  partyYears: z.int().nullable(),
  branchId: RecordId.nullable(),
  groupId: RecordId.nullable(),
  groupName: z.string(),
  postTitles: z.array(z.string()),
  statuses: z.array(StatusKind),
  hasVotingRights: z.boolean(),
});
export type MemberRow = z.infer<typeof MemberRow>;

/** The whole record, with the ID number and phones masked, and what is derived on the reference date. */
export const MemberView = Member.extend({
  idNumber: z.string().nullable(),
  category: MemberCategory,
  age: z.int().nullable(),
  partyYears: z.int().nullable(),
  probationEndsOn: PartialDate.nullable(),
  hasVotingRights: z.boolean(),
  postTitles: z.array(z.string()),
});
export type MemberView = z.infer<typeof MemberView>;

export const memberOperations = {
  'member.list': operation(
    'read',
    z.strictObject({
      asOf: IsoDate,
      branchId: RecordId.optional(),
      groupId: RecordId.optional(),
      /** Name, pinyin, pinyin initials, or the last three or more digits of an ID number or phone. */
      search: Line.default(''),
      category: MemberCategory.optional(),
      status: StatusKind.optional(),
      order: z.enum(['post', 'pinyin', 'strokes', 'joined']).default('post'),
      /** `true`: also those who have left. */
      includeFormer: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.strictObject({
      rows: z.array(MemberRow),
      total: z.int(),
      /** Of the headcount in this scope and search, whichever category or status is asked for. */
      counts: z.strictObject({ full: z.int(), probationary: z.int(), women: z.int(), minority: z.int() }),
    }),
  ),
  'member.get': operation('read', z.strictObject({ id: RecordId, asOf: IsoDate }), MemberView),
  /**
   * Saves a person. A masked ID number, phone or emergency contact (with `*`) in the draft is refused, so that a mask is
   * never stored; leave the field out to keep it.
   */
  'member.save': operation('write', saveInput(MemberDraft), MemberView),
  /** At which meetings of a period the person was expected and how it went, latest first; voided ones left out. */
  'member.attendance': operation(
    'read',
    z.strictObject({ id: RecordId, from: IsoDate, to: IsoDate }),
    z.array(
      z.strictObject({
        meetingId: RecordId,
        title: z.string(),
        types: z.array(MeetingType),
        heldOn: IsoDate,
        state: AttendanceState,
        reason: z.string(),
      }),
    ),
  ),
  /** Shows one masked field; the showing is recorded. */
  'member.reveal': operation(
    'write',
    z.strictObject({ id: RecordId, field: z.enum(['idNumber', 'mobilePhone', 'landline', 'emergencyContact']) }),
    z.strictObject({ value: z.string() }),
  ),
};
