import { z } from 'zod';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, PartialDate, Prose, RecordId } from './values.ts';

/** 组织类别, domain.md §1.1. Only a branch holds meetings and members; the others form the tree above it. */
export const OrganisationKind = z.enum([
  'party-committee', // 党委
  'general-branch', // 党总支
  'branch', // 党支部
  'joint-branch', // 联合党支部
  'temporary-branch', // 临时党支部
  'mobile-branch', // 流动党员党支部
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** 单位类别 for the annual statistics, domain.md §1.2. */
export const UnitKind = z.enum([
  'village',
  'community',
  'government-body',
  'public-institution',
  'public-enterprise',
  'private-enterprise',
  'social-organisation',
  'other',
]);
export type UnitKind = z.infer<typeof UnitKind>;

/** A committee there was before, by its first and last day; no first day: as long as the archive reaches back. */
const FormerCommittee = z.strictObject({ from: IsoDate.nullable(), to: IsoDate });
export type FormerCommittee = z.infer<typeof FormerCommittee>;

/** What the branch was called and where it belonged, through its last day (domain.md §14 trap 22). */
const FormerName = z.strictObject({ fullName: Label.max(100), code: Line, superiorName: Line, to: IsoDate });
export type FormerName = z.infer<typeof FormerName>;

const branch = defineRecord(
  {
    parentId: RecordId.nullable(),
    kind: OrganisationKind,
    code: Line,
    fullName: Label.max(100),
    shortName: Line.max(50),
    superiorName: Line,
    establishedOn: PartialDate.nullable(),
    approvalNumber: Line,
    unitName: Line,
    unitKind: UnitKind.nullable(),
    regionCode: z.string().regex(/^(\d{6})?$/),
    contactName: Line,
    contactPhone: Line,
    address: Line,
    postcode: z.string().regex(/^(\d{6})?$/),
    venue: Line,
    venueSquareMetres: z.number().min(0).max(1_000_000).nullable(),
    rating: Line,
    /** 具有审批预备党员权限的基层党委; also direct transfer nation-wide (教管条例 Art 25). */
    mayApproveAdmission: z.boolean(),
    /** Whether the branch has a 支部委员会; without one no committee meeting is due. */
    hasCommittee: z.boolean(),
    /** First day of the committee; null: as long as the archive reaches back. */
    committeeSince: IsoDate.nullable(),
    /** Last day of a committee there is no more (`hasCommittee` false); null: there was none. */
    committeeUntil: IsoDate.nullable(),
    /** Committees before that one, with a time without a committee after each of them. */
    formerCommittees: z.array(FormerCommittee).max(20),
    formerNames: z.array(FormerName).max(20),
    displayOrder: z.int().min(0).max(9999),
    closedOn: IsoDate.nullable(),
    note: Prose,
  },
  {
    parentId: null,
    kind: 'branch',
    code: '',
    shortName: '',
    superiorName: '',
    establishedOn: null,
    approvalNumber: '',
    unitName: '',
    unitKind: null,
    regionCode: '',
    contactName: '',
    contactPhone: '',
    address: '',
    postcode: '',
    venue: '',
    venueSquareMetres: null,
    rating: '',
    mayApproveAdmission: false,
    hasCommittee: true,
    committeeSince: null,
    committeeUntil: null,
    formerCommittees: [],
    formerNames: [],
    displayOrder: 0,
    closedOn: null,
    note: '',
  },
);
export const Branch = branch.record;
export const BranchDraft = branch.draft;
export const blankBranch = branch.blank;
export type Branch = z.infer<typeof Branch>;

/** 党小组 */
const group = defineRecord(
  {
    branchId: RecordId,
    name: Label.max(50),
    leaderId: RecordId.nullable(),
    venue: Line,
    from: IsoDate,
    to: IsoDate.nullable(),
    displayOrder: z.int().min(0).max(9999),
    note: Prose,
  },
  { leaderId: null, venue: '', to: null, displayOrder: 0, note: '' },
);
export const Group = group.record;
export const GroupDraft = group.draft;
export const blankGroup = group.blank;
export type Group = z.infer<typeof Group>;

/** 届: one term of a committee, or of the secretary where there is none. */
const committeeTerm = defineRecord(
  {
    branchId: RecordId,
    number: z.int().min(1).max(99),
    electedOn: IsoDate,
    approvedOn: IsoDate.nullable(),
    approvalNumber: Line,
    /** 3, or 5 in villages and communities (任期意见). */
    years: z.int().min(1).max(5),
    extendedTo: IsoDate.nullable(),
    extensionNumber: Line,
    note: Prose,
  },
  { approvedOn: null, approvalNumber: '', years: 3, extendedTo: null, extensionNumber: '', note: '' },
);
export const CommitteeTerm = committeeTerm.record;
export const CommitteeTermDraft = committeeTerm.draft;
export const blankCommitteeTerm = committeeTerm.blank;
export type CommitteeTerm = z.infer<typeof CommitteeTerm>;

/** 党内职务 in printing order (职务序, domain.md §9). */
export const PostTitle = z.enum([
  'secretary', // 书记
  'deputy-secretary', // 副书记
  'organisation', // 组织委员
  'publicity', // 宣传委员
  'discipline', // 纪检委员
  'united-front', // 统战委员
  'youth', // 青年委员
  'mass-work', // 群工委员
  'confidentiality', // 保密委员
  'welfare', // 生活委员
  'member', // 委员
]);
export type PostTitle = z.infer<typeof PostTitle>;

const post = defineRecord(
  {
    branchId: RecordId,
    termId: RecordId.nullable(),
    memberId: RecordId,
    title: PostTitle,
    duties: Line,
    /** Day of election: the post begins. */
    from: IsoDate,
    /** 书记/副书记 hold office formally with the superior's 批复; 委员 are only filed (备案). */
    approvedOn: IsoDate.nullable(),
    approvalNumber: Line,
    to: IsoDate.nullable(),
    note: Prose,
  },
  { termId: null, duties: '', approvedOn: null, approvalNumber: '', to: null, note: '' },
);
export const Post = post.record;
export const PostDraft = post.draft;
export const blankPost = post.blank;
export type Post = z.infer<typeof Post>;

const inBranch = z.strictObject({ branchId: RecordId.optional(), asOf: IsoDate.optional() });
const byId = z.strictObject({ id: RecordId });

export const branchOperations = {
  'branch.list': operation('read', z.strictObject({}), z.array(Branch)),
  'branch.get': operation('read', byId, Branch),
  'branch.save': operation('write', saveInput(BranchDraft), Branch, 'open', 'decide'),
  'group.list': operation('read', inBranch, z.array(Group)),
  'group.save': operation('write', saveInput(GroupDraft), Group, 'open', 'decide'),
  'committeeTerm.list': operation('read', inBranch, z.array(CommitteeTerm.extend({ expiresOn: IsoDate }))),
  'committeeTerm.save': operation('write', saveInput(CommitteeTermDraft), CommitteeTerm, 'open', 'decide'),
  'post.list': operation('read', inBranch, z.array(Post.extend({ memberName: z.string() }))),
  'post.save': operation('write', saveInput(PostDraft), Post, 'open', 'decide'),
};
