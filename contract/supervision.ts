import { z } from 'zod';
import { defineRecord } from './record.ts';
import { registerOperations } from './register.ts';
import { IsoDate, Label, Line, PartialDate, Prose, RecordId, Year } from './values.ts';

/** 谈心谈话, 提醒谈话 (domain.md §5.1, §8.1). Content is restricted: it is masked in lists and never leaves the archive. */
export const TalkKind = z.enum([
  'heart-to-heart', // 谈心谈话
  'reminder', // 提醒谈话
  'criticism', // 批评教育谈话
  'admonition', // 诫勉谈话
  'other',
]);
export const talk = defineRecord(
  {
    branchId: RecordId,
    kind: TalkKind,
    heldOn: IsoDate,
    place: Line,
    talkerIds: z.array(RecordId).min(1).max(5),
    subjectId: RecordId,
    cause: Line,
    content: Prose,
    /** 问题/建议 */
    problems: Prose,
    /** 落实情况 */
    followUp: Prose,
    subjectSignedOn: IsoDate.nullable(),
  },
  { kind: 'heart-to-heart', place: '', cause: '', content: '', problems: '', followUp: '', subjectSignedOn: null },
);
export type Talk = z.infer<typeof talk.record>;

/** 整改: 问题→措施→责任人→时限→销号 */
export const rectification = defineRecord(
  {
    branchId: RecordId,
    year: Year,
    foundOn: IsoDate,
    problem: Label,
    /** 来源: 组织生活会, 巡察, 检查… */
    source: Line,
    measure: Prose,
    responsibleId: RecordId.nullable(),
    responsibleName: Line,
    dueOn: IsoDate.nullable(),
    progress: Prose,
    doneOn: IsoDate.nullable(),
    /** 销号: who agreed that it is done */
    closedBy: Line,
  },
  {
    source: '',
    measure: '',
    responsibleId: null,
    responsibleName: '',
    dueOn: null,
    progress: '',
    doneOn: null,
    closedBy: '',
  },
);
export type Rectification = z.infer<typeof rectification.record>;

/** 廉政教育, 警示教育 */
export const warningEducation = defineRecord(
  {
    branchId: RecordId,
    kind: z.enum(['integrity', 'warning']),
    heldOn: IsoDate,
    topic: Label,
    hostName: Line,
    /** Number of people who took part; null when not counted. */
    participants: z.int().min(0).max(100_000).nullable(),
    content: Prose,
    /** 案例 */
    cases: Prose,
  },
  { kind: 'warning', hostName: '', participants: null, content: '', cases: '' },
);
export type WarningEducation = z.infer<typeof warningEducation.record>;

/** 党纪处分, five kinds (党章 Art 41; 处分条例 2023). */
export const DisciplineKind = z.enum([
  'warning', // 警告
  'serious-warning', // 严重警告
  'removal-from-party-posts', // 撤销党内职务
  'probation-within-party', // 留党察看
  'expulsion', // 开除党籍
]);
export const discipline = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    kind: DisciplineKind,
    cause: Label,
    authority: Line,
    documentNumber: Line,
    decidedOn: IsoDate,
    effectiveOn: IsoDate.nullable(),
    /** 留党察看: 12 or 24 months */
    months: z.union([z.literal(12), z.literal(24)]).nullable(),
    /** 恢复权利日期 */
    rightsRestoredOn: IsoDate.nullable(),
    note: Prose,
  },
  { authority: '', documentNumber: '', effectiveOn: null, months: null, rightsRestoredOn: null, note: '' },
);
export type Discipline = z.infer<typeof discipline.record>;

/** 组织处置 (处置办法 2024; 教管条例 Arts 30–31) */
export const OrganizationalMeasureKind = z.enum([
  'correction-within-time', // 限期改正
  'persuaded-to-resign', // 劝其退党
  'struck-off-after-refusal', // 劝而不退除名
  'struck-off-self-left', // 自行脱党除名
  'struck-off-resigned', // 退党除名
]);
export const organizationalMeasure = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    kind: OrganizationalMeasureKind,
    cause: Label,
    /** 支委会启动意见 */
    proposedOn: IsoDate.nullable(),
    /** 支部大会讨论 */
    meetingId: RecordId.nullable(),
    authority: Line,
    documentNumber: Line,
    decidedOn: IsoDate,
    /** 限期改正 until; 一般 6 months, at most 1 year */
    deadline: IsoDate.nullable(),
    reviewedOn: IsoDate.nullable(),
    outcome: Prose,
    note: Prose,
  },
  {
    proposedOn: null,
    meetingId: null,
    authority: '',
    documentNumber: '',
    deadline: null,
    reviewedOn: null,
    outcome: '',
    note: '',
  },
);
export type OrganizationalMeasure = z.infer<typeof organizationalMeasure.record>;

/** 失联 → 停止党籍 → 除名, with their clocks (教管条例 Art 24). */
export const LostCircumstance = z.enum(['1', '2', '3', '4', '5', '6', '7']);
export const lostContact = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    /** 失去联系日期: last 组织生活 or dues */
    lostOn: PartialDate,
    circumstance: LostCircumstance,
    search: Prose,
    foundOn: IsoDate.nullable(),
    membershipStoppedOn: IsoDate.nullable(),
    struckOffOn: IsoDate.nullable(),
    /** 恢复党籍: a decision of its own, being found does not give it (教管条例 Art 24). */
    restoredOn: IsoDate.nullable(),
    restorationNumber: Line,
    note: Prose,
  },
  {
    circumstance: '7',
    search: '',
    foundOn: null,
    membershipStoppedOn: null,
    struckOffOn: null,
    restoredOn: null,
    restorationNumber: '',
    note: '',
  },
);
export type LostContact = z.infer<typeof lostContact.record>;

export const supervisionOperations = {
  ...registerOperations('talk', talk, 'supervise'),
  ...registerOperations('rectification', rectification, 'supervise'),
  ...registerOperations('warningEducation', warningEducation, 'supervise'),
  ...registerOperations('discipline', discipline, 'supervise'),
  ...registerOperations('organizationalMeasure', organizationalMeasure, 'supervise'),
  ...registerOperations('lostContact', lostContact, 'supervise'),
};
