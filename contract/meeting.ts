import { z } from 'zod';
import { defineRecord } from './record.ts';
import { ClockTime, Fen, IsoDate, Label, Line, Prose, RecordId, Year } from './values.ts';

/** 会议类型, domain.md §5.1. One meeting may be several; it is counted once for each. */
export const MeetingType = z.enum([
  'members-meeting', // 支部党员大会
  'committee-meeting', // 支部委员会会议
  'group-meeting', // 党小组会
  'party-lesson', // 党课
  'theme-day', // 主题党日
  'organizational-life', // 组织生活会
  'democratic-appraisal', // 民主评议党员
]);
export type MeetingType = z.infer<typeof MeetingType>;

export const AttendanceState = z.enum([
  'present', // 出席
  'leave', // 请假
  'absent', // 缺席
  'written-opinion', // 书面意见
  'exempt', // 免予要求
  'excluded', // 不计入应到会
]);
export type AttendanceState = z.infer<typeof AttendanceState>;

export const Attendance = z.strictObject({
  memberId: RecordId,
  state: AttendanceState,
  reason: Line,
  /** Day the written opinion reached the branch; before the meeting, or it is not counted. */
  opinionReceivedOn: IsoDate.nullable(),
});
export type Attendance = z.infer<typeof Attendance>;

/** Not counted in the expected base: valid only with both approvals (domain.md §1.5). */
export const Exclusion = z.strictObject({
  memberId: RecordId,
  reason: z.enum([
    'illness-no-will', // 精神疾病或其他疾病，不能表达本人意志
    'abroad-six-months', // 自费出国半年以上
    'serving-sentence', // 未受留党察看以上处分，正在服刑
    'bedridden', // 年老体弱卧床不起、长期生病生活不能自理
    'away-not-transferred', // 工作调动、下派、外出半年以上，应转未转组织关系
    'returned-to-native-place', // 离退休回原籍长期居住，组织关系未转，确实不能参加
  ]),
  superiorApprovedOn: IsoDate.nullable(),
  superiorApprovalNumber: Line,
  adoptedByMeetingOn: IsoDate.nullable(),
  /**
   * Set by the program: the second person who confirmed it, empty where nobody else could (单人办理), null from before
   * it was asked for; what a draft says of it is ignored.
   */
  confirmedBy: z.string().max(60).nullable().default(null),
});
export type Exclusion = z.infer<typeof Exclusion>;

/** 表决规则 V1–V4, domain.md §3.2. */
export const VoteRule = z.enum(['V1', 'V2', 'V3', 'V4']);
export type VoteRule = z.infer<typeof VoteRule>;

/** What an election fills: 差额 is asked for 委员 and 代表, 书记 and 副书记 are elected 等额 (选举条例 Arts 9, 13). */
export const ElectionOffice = z.enum([
  'committee', // 支部委员
  'secretary', // 书记、副书记
  'delegate', // 党代表大会代表
]);
export type ElectionOffice = z.infer<typeof ElectionOffice>;

export const CandidateVotes = z.strictObject({
  memberId: RecordId.nullable(),
  name: Label.max(60),
  inFavour: z.int().min(0),
  against: z.int().min(0),
  abstain: z.int().min(0),
  others: z.int().min(0),
});
export type CandidateVotes = z.infer<typeof CandidateVotes>;

export const Vote = z.strictObject({
  id: RecordId,
  /** Which agenda item it belongs to. */
  agendaId: RecordId,
  rule: VoteRule,
  subject: Label,
  /** The person voted on, for V1. */
  subjectMemberId: RecordId.nullable(),
  method: z.enum(['show-of-hands', 'secret-ballot']),
  inFavour: z.int().min(0).nullable(),
  against: z.int().min(0).nullable(),
  abstain: z.int().min(0).nullable(),
  /** Written opinions handed in before the meeting (V1): votes, not attendance. */
  writtenInFavour: z.int().min(0),
  writtenAgainst: z.int().min(0),
  ballotsIssued: z.int().min(0).nullable(),
  ballotsReturned: z.int().min(0).nullable(),
  ballotsInvalid: z.int().min(0).nullable(),
  /** V3 only. */
  seats: z.int().min(1).max(50).nullable(),
  candidates: z.array(CandidateVotes).max(60),
  /** Not said: by the meeting and the branch (`electionOfficeOf`). */
  office: ElectionOffice.nullable().optional(),
  tellers: Line,
  scrutineers: Line,
  /** What the record says; recomputed and compared, never trusted. */
  recordedResult: z.enum(['passed', 'rejected', 'not-voted']),
});
export type Vote = z.infer<typeof Vote>;

export const AgendaItem = z.strictObject({ id: RecordId, title: Label, content: Prose });
export type AgendaItem = z.infer<typeof AgendaItem>;

export const Speech = z.strictObject({ memberId: RecordId.nullable(), name: Label.max(60), text: Prose });
export type Speech = z.infer<typeof Speech>;

export const Observer = z.strictObject({ name: Label.max(60), identity: Line });
export type Observer = z.infer<typeof Observer>;

export const Resolution = z.strictObject({
  id: RecordId,
  text: Prose,
  responsibleId: RecordId.nullable(),
  responsibleName: Line,
  dueOn: IsoDate.nullable(),
  doneOn: IsoDate.nullable(),
  outcome: Prose,
});
export type Resolution = z.infer<typeof Resolution>;

/** Append-only correction of a signed record. */
export const Amendment = z.strictObject({
  id: RecordId,
  madeAt: z.string(),
  actor: z.string(),
  field: Label,
  text: Prose,
  reason: Label,
});
export type Amendment = z.infer<typeof Amendment>;

const meeting = defineRecord(
  {
    branchId: RecordId,
    /** Whose meeting a 党小组会 is. */
    groupId: RecordId.nullable(),
    types: z
      .array(MeetingType)
      .min(1)
      .max(7)
      .refine((types) => new Set(types).size === types.length, 'twice the same'),
    title: Label,
    heldOn: IsoDate,
    startsAt: ClockTime.nullable(),
    endsAt: ClockTime.nullable(),
    place: Line,
    chairId: RecordId.nullable(),
    chairName: Line,
    recorderId: RecordId.nullable(),
    recorderName: Line,
    /** Year that a 组织生活会 or 民主评议 is held for, often the year before the date. */
    assessmentYear: Year.nullable(),
    agenda: z.array(AgendaItem).max(40),
    studyContent: Prose,
    discussion: Prose,
    dissent: Prose,
    speeches: z.array(Speech).max(400),
    observers: z.array(Observer).max(200),
    attendance: z.array(Attendance).max(600),
    exclusions: z.array(Exclusion).max(200),
    votes: z.array(Vote).max(60),
    resolutions: z.array(Resolution).max(60),
    /** 党课 */
    lessonTopic: Line,
    lecturer: Line,
    lecturerPost: Line,
    studyHours: z.number().min(0).max(200).nullable(),
    /** 主题党日 */
    theme: Line,
    themeForm: Line,
    cost: Fen.nullable(),
    materials: Line,
    /** 补记: why the record was entered late. */
    lateReason: Line,
  },
  {
    groupId: null,
    startsAt: null,
    endsAt: null,
    place: '',
    chairId: null,
    chairName: '',
    recorderId: null,
    recorderName: '',
    assessmentYear: null,
    agenda: [],
    studyContent: '',
    discussion: '',
    dissent: '',
    speeches: [],
    observers: [],
    attendance: [],
    exclusions: [],
    votes: [],
    resolutions: [],
    lessonTopic: '',
    lecturer: '',
    lecturerPost: '',
    studyHours: null,
    theme: '',
    themeForm: '',
    cost: null,
    materials: '',
    lateReason: '',
  },
);

export const MeetingDraft = meeting.draft;
export const blankMeeting = meeting.blank;

/** A meeting as stored: what was entered and what the program adds. */
export const Meeting = meeting.record.extend({
  enteredOn: IsoDate,
  /** Entered later than the setting `meeting.late-entry-days` allows: printed as 补记. */
  isLateEntry: z.boolean(),
  signedOn: IsoDate.nullable(),
  chairSignature: z.string(),
  recorderSignature: z.string(),
  amendments: z.array(Amendment),
  voidedOn: IsoDate.nullable(),
  voidReason: z.string(),
  /** Who confirmed the void as the second person; empty and null as with an exclusion. */
  voidConfirmedBy: z.string().nullable(),
});
export type Meeting = z.infer<typeof Meeting>;

/** One person expected at a meeting on a day: the base of attendance and votes. */
export const Expected = z.strictObject({
  memberId: RecordId,
  name: z.string(),
  groupName: z.string(),
  category: z.enum(['full', 'probationary']),
  hasVotingRights: z.boolean(),
  isCommitteeMember: z.boolean(),
  isExempt: z.boolean(),
});
export type Expected = z.infer<typeof Expected>;

/** A vote recomputed by its rule, with the arithmetic to print: `8 > 7`. */
export const Tally = z.strictObject({
  voteId: RecordId,
  rule: VoteRule,
  quorum: z.strictObject({
    present: z.int(),
    expected: z.int(),
    needed: z.int(),
    met: z.boolean(),
    atLimit: z.boolean(),
    arithmetic: z.string(),
  }),
  result: z.enum(['passed', 'rejected', 'no-quorum', 'not-voted']),
  inFavour: z.int(),
  base: z.int(),
  needed: z.int(),
  arithmetic: z.string(),
  elected: z.array(z.strictObject({ name: z.string(), inFavour: z.int(), elected: z.boolean() })),
  /** Closed codes of what does not fit: sums, result, voters without rights, exclusions without approval. */
  findings: z.array(z.string()),
  source: z.string(),
});
export type Tally = z.infer<typeof Tally>;

const Counted = z.strictObject({
  expected: z.int(),
  present: z.int(),
  leave: z.int(),
  absent: z.int(),
  writtenOpinions: z.int(),
  exempt: z.int(),
  excluded: z.int(),
  rightsExpected: z.int(),
  rightsPresent: z.int(),
});

/** What the record lacks or contradicts: rule id, field, expected and actual. */
export const MeetingFinding = z.strictObject({
  rule: z.string(),
  field: z.string(),
  expected: z.string(),
  actual: z.string(),
  source: z.string(),
});
export type MeetingFinding = z.infer<typeof MeetingFinding>;

export const MeetingView = z.strictObject({
  meeting: Meeting,
  counted: Counted,
  tallies: z.array(Tally),
  findings: z.array(MeetingFinding),
});
export type MeetingView = z.infer<typeof MeetingView>;
