import { z } from 'zod';
import { PostTitle } from './branch.ts';
import { ElectionOffice, Exclusion } from './meeting.ts';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, Prose, RecordId } from './values.ts';

/** 换届选举 of a whole committee, 补选 of a post that fell vacant in its term (domain.md §1.4, §1.5). */
export const ElectionKind = z.enum(['re-election', 'by-election']);
export type ElectionKind = z.infer<typeof ElectionKind>;

/** A step of the checklist, planned back from the end of the term or from the day of the election. */
export const ElectionStepTemplate = z.strictObject({
  id: RecordId,
  name: Label.max(60),
  kinds: z.array(ElectionKind).min(1).max(2),
  anchor: z.enum(['expiry', 'election']),
  months: z.int().min(-24).max(24),
  days: z.int().min(-400).max(400),
  source: Label,
});
export type ElectionStepTemplate = z.infer<typeof ElectionStepTemplate>;

/** The checklist a superior has laid down, valid from its day until the next one's. */
export const electionTemplate = defineRecord(
  {
    from: IsoDate,
    source: Label,
    note: Line,
    steps: z
      .array(ElectionStepTemplate)
      .min(1)
      .max(40)
      .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'twice the same'),
  },
  { note: '' },
);
export type ElectionTemplate = z.infer<typeof electionTemplate.record>;

export const ElectionStep = z.strictObject({
  id: RecordId,
  name: Label.max(60),
  source: Line,
  plannedOn: IsoDate.nullable(),
  doneOn: IsoDate.nullable(),
  documentNumber: Line.max(100),
  note: Line,
});
export type ElectionStep = z.infer<typeof ElectionStep>;

/** A post to be filled in term, and whose it was. */
export const Vacancy = z.strictObject({
  title: PostTitle,
  postId: RecordId.nullable(),
  since: IsoDate.nullable(),
  cause: Line,
});

const election = defineRecord(
  {
    branchId: RecordId,
    kind: ElectionKind,
    title: Label,
    /** The term that ends, or in which a post fell vacant. */
    termId: RecordId.nullable(),
    /** 届次 of the committee that is elected. */
    termNumber: z.int().min(1).max(99).nullable(),
    vacancies: z.array(Vacancy).max(20),
    /** Day chosen for the election; null: the end of the term. */
    heldOn: IsoDate.nullable(),
    /** 应选人数 of 委员. */
    seats: z.int().min(1).max(20).nullable(),
    /** 按期, 延期, 提前: the last two need the superior's approval, 一般 up to a year (选举条例 Art 3). */
    timing: z.enum(['on-time', 'extended', 'early']),
    timingReason: Line,
    timingApprovedOn: IsoDate.nullable(),
    timingNumber: Line.max(100),
    /** 延期至; also registered with the term. */
    extendedTo: IsoDate.nullable(),
    steps: z.array(ElectionStep).max(40),
    /** The checklist of the superior by which the steps were planned; null: the shipped one. */
    templateId: RecordId.nullable(),
    /** The 党员大会 of the election, and the first meeting of the new committee. */
    meetingIds: z
      .array(RecordId)
      .max(10)
      .refine((ids) => new Set(ids).size === ids.length, 'twice the same'),
    /** 选举办法通过情况 */
    methodAdopted: Line,
    /** 减少名额: fewer seats by the will of more than half of those present. */
    reduction: z.strictObject({ seats: z.int().min(1).max(20), inFavour: z.int().min(0).max(2000) }).nullable(),
    /** 选举结果的请示、报告 */
    requestedOn: IsoDate.nullable(),
    requestNumber: Line.max(100),
    /** 批复 of 书记 and 副书记 */
    approvedOn: IsoDate.nullable(),
    approvalNumber: Line.max(100),
    /** 备案 of 委员 */
    filedOn: IsoDate.nullable(),
    filingNumber: Line.max(100),
    note: Prose,
  },
  {
    termId: null,
    termNumber: null,
    vacancies: [],
    heldOn: null,
    seats: null,
    timing: 'on-time',
    timingReason: '',
    timingApprovedOn: null,
    timingNumber: '',
    extendedTo: null,
    steps: [],
    templateId: null,
    meetingIds: [],
    methodAdopted: '',
    reduction: null,
    requestedOn: null,
    requestNumber: '',
    approvedOn: null,
    approvalNumber: '',
    filedOn: null,
    filingNumber: '',
    note: '',
  },
);
export const ElectionDraft = election.draft;
export const blankElection = election.blank;

/** As stored: what was entered, and the posts that were made of the result. */
export const Election = election.record.extend({
  newTermId: RecordId.nullable(),
  postIds: z.array(RecordId).max(40),
  appointedOn: IsoDate.nullable(),
});
export type Election = z.infer<typeof Election>;

/** One ballot of an election, with what it gave. */
export const ElectionRound = z.strictObject({
  meetingId: RecordId,
  voteId: RecordId,
  heldOn: IsoDate,
  office: ElectionOffice,
  seats: z.int(),
  result: z.enum(['passed', 'rejected', 'no-quorum', 'not-voted']),
  elected: z.array(z.string()),
  tied: z.array(z.string()),
});

/** What the ballots for one office come to. */
export const ElectionOutcome = z.strictObject({
  office: ElectionOffice,
  seats: z.int(),
  elected: z.array(z.strictObject({ memberId: RecordId.nullable(), name: z.string(), inFavour: z.int() })),
  /**
   * `filled`; `reduced`: the open seats were given up; `second-vote`: among the tied; `again`: 另行选举; `void`: the last
   * ballot was without quorum or void; `open`: not voted yet.
   */
  state: z.enum(['filled', 'reduced', 'second-vote', 'again', 'void', 'open']),
  tied: z.array(z.string()),
});
export type ElectionOutcome = z.infer<typeof ElectionOutcome>;

export const ElectionFinding = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  source: z.string(),
});
export type ElectionFinding = z.infer<typeof ElectionFinding>;

export const ElectionView = z.strictObject({
  election: Election,
  /** 届满日期 of the term, with its extension. */
  expiresOn: IsoDate.nullable(),
  rounds: z.array(ElectionRound),
  outcomes: z.array(ElectionOutcome),
  /** Who is not counted in 应到会, with both approvals or with what of them is there. */
  exclusions: z.array(Exclusion.extend({ name: z.string(), isValid: z.boolean() })),
  findings: z.array(ElectionFinding),
});
export type ElectionView = z.infer<typeof ElectionView>;

const byId = z.strictObject({ id: RecordId });
const removal = z.strictObject({ id: RecordId, revision: z.int(), reason: Label });

export const electionOperations = {
  'election.list': operation('read', z.strictObject({ branchId: RecordId.optional() }), z.array(Election)),
  'election.get': operation('read', byId, ElectionView),
  /** A new file without steps gets those of the template of the day. An extension is registered with the term too. */
  'election.save': operation('write', saveInput(ElectionDraft), ElectionView),
  'election.remove': operation('write', removal, z.strictObject({})),
  /** The steps of a kind, planned back: what is done stays as it is. */
  'election.plan': operation(
    'read',
    z.strictObject({
      kind: ElectionKind,
      asOf: IsoDate,
      expiresOn: IsoDate.nullable(),
      electionOn: IsoDate.nullable(),
      steps: z.array(ElectionStep).max(40).default([]),
    }),
    z.array(ElectionStep),
  ),
  /** One confirmation: the new term and its posts from the day of the election, and the end of the old posts. */
  'election.appoint': operation(
    'write',
    z.strictObject({
      id: RecordId,
      revision: z.int(),
      posts: z
        .array(z.strictObject({ memberId: RecordId, title: PostTitle, duties: Line }))
        .min(1)
        .max(20),
      reason: z.string().trim().max(500).default(''),
    }),
    ElectionView,
  ),
  /** The checklists of superiors with the number of files planned by each; one that has files is not removed. */
  'electionTemplate.list': operation(
    'read',
    z.strictObject({}),
    z.array(electionTemplate.record.extend({ files: z.int() })),
  ),
  /** The checklist that holds on a day: the archive's own, or the shipped one. */
  'electionTemplate.on': operation(
    'read',
    z.strictObject({ day: IsoDate }),
    z.strictObject({
      id: RecordId.nullable(),
      from: IsoDate,
      source: z.string(),
      isShipped: z.boolean(),
      steps: z.array(ElectionStepTemplate),
    }),
  ),
  'electionTemplate.save': operation(
    'write',
    saveInput(electionTemplate.draft),
    electionTemplate.record,
    'open',
    'configure',
  ),
  'electionTemplate.remove': operation('write', removal, z.strictObject({}), 'open', 'configure'),
};
