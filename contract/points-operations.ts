import { z } from 'zod';
import { PostTitle } from './branch.ts';
import { operation } from './operation.ts';
import { PointsEntry, PointsEntryDraft, PointsOrigin, pointsScheme } from './points.ts';
import { saveInput } from './record.ts';
import { IsoDate, Label, Line, RecordId, Year } from './values.ts';

const { branchId: _branch, fromYear: _from, toYear: _to, ...templateFields } = pointsScheme.record.shape;
/** A sample scheme as shipped: everything but a branch and years, which make it one in force. */
export const PointsTemplate = z.strictObject(templateFields).omit({ id: true, revision: true });
export type PointsTemplate = z.infer<typeof PointsTemplate>;

const Sums = z.strictObject({ plus: z.int(), minus: z.int() });
export type PointsSums = z.infer<typeof Sums>;

/** One month, quarter or year of a scheme, for one person. All in tenths. */
export const PointsCycle = z.strictObject({
  from: IsoDate,
  to: IsoDate,
  base: z.int(),
  /** Why the base is another than the scheme's; `average` and `pro-rata` for who joined, `carried` from last year. */
  baseKind: z.enum(['scheme', 'carried', 'average', 'pro-rata']),
  plus: z.int(),
  minus: z.int(),
  result: z.int(),
  isVetoed: z.boolean(),
});
export type PointsCycle = z.infer<typeof PointsCycle>;

/** A year of one person. Months are sums of what counts; quarters are sums of months, the year of its cycles. */
export const PointsRow = z.strictObject({
  memberId: RecordId,
  name: z.string(),
  initials: z.string(),
  groupName: z.string(),
  posts: z.array(PostTitle),
  state: z.enum(['rated', 'exempt', 'not-begun']),
  exemption: z.enum(['retired', 'mobile', 'decided']).nullable(),
  base: z.int(),
  months: z.array(Sums).length(12),
  quarters: z.array(Sums).length(4),
  plus: z.int(),
  minus: z.int(),
  cycles: z.array(PointsCycle),
  /** 年度积分; null for who takes no part. */
  total: z.int().nullable(),
  isVetoed: z.boolean(),
  band: z.string(),
  /** Only where the scheme is ranked. */
  rank: z.int().nullable(),
  /** Entries that still wait for a decision. */
  waiting: z.int(),
});
export type PointsRow = z.infer<typeof PointsRow>;

export const PointsState = z.enum(['waiting-review', 'waiting-approval', 'counted', 'refused']);
export type PointsState = z.infer<typeof PointsState>;

/** An entry with what became of it: the evidence behind each point. */
export const PointsLine = z.strictObject({
  entry: PointsEntry,
  memberName: z.string(),
  category: z.string(),
  itemText: z.string(),
  kind: z.enum(['plus', 'minus', 'veto']),
  state: PointsState,
  /** Tenths that count, and those above a cap, which do not. */
  counted: z.int(),
  overCap: z.int(),
  /** Title of the record it comes from; empty for what was entered by hand. */
  originTitle: z.string(),
});
export type PointsLine = z.infer<typeof PointsLine>;

/** What the rules of the scheme would give for a record, not decided yet. */
export const PointsProposal = z.strictObject({
  key: z.string(),
  memberId: RecordId,
  memberName: z.string(),
  itemId: RecordId,
  itemText: z.string(),
  kind: z.enum(['plus', 'minus', 'veto']),
  tenths: z.int(),
  on: IsoDate,
  record: PointsOrigin,
  recordId: RecordId,
  title: z.string(),
});
export type PointsProposal = z.infer<typeof PointsProposal>;

const byId = z.strictObject({ id: RecordId });
const removal = z.strictObject({ id: RecordId, revision: z.int(), reason: Label });
const ofYear = { branchId: RecordId, year: Year, asOf: IsoDate };
const keys = z
  .array(z.string().regex(/^[A-Za-z0-9_-]{1,40}\.[a-z]{1,20}\.[A-Za-z0-9_-]{1,40}$/))
  .min(1)
  .max(20_000);
const scheme = pointsScheme.record;

export const pointsOperations = {
  /** The sample schemes the program ships; none is in force until it is saved with a first year. */
  'pointsScheme.templates': operation('read', z.strictObject({}), z.array(PointsTemplate)),
  'pointsScheme.list': operation('read', z.strictObject({ branchId: RecordId.optional() }), z.array(scheme)),
  'pointsScheme.get': operation('read', byId, scheme),
  'pointsScheme.save': operation('write', saveInput(pointsScheme.draft), scheme, 'open', 'configure'),
  /** Only of a scheme that no entry was made under. */
  'pointsScheme.remove': operation('write', removal, z.strictObject({}), 'open', 'configure'),
  'pointsEntry.list': operation(
    'read',
    z.strictObject({
      branchId: RecordId,
      memberId: RecordId.optional(),
      year: Year,
      asOf: IsoDate,
      state: PointsState.optional(),
    }),
    z.array(PointsLine),
  ),
  'pointsEntry.get': operation('read', byId, PointsEntry),
  /** Entered by hand, with evidence; not once it is decided. */
  'pointsEntry.save': operation('write', saveInput(PointsEntryDraft), PointsEntry),
  'pointsEntry.remove': operation('write', removal, z.strictObject({})),
  /** 初评, 评定, not given, or opened again; entries that are not at that step are refused by their number. */
  'pointsEntry.decide': operation(
    'write',
    z.strictObject({
      ids: z.array(RecordId).min(1).max(20_000),
      step: z.enum(['review', 'approve', 'refuse', 'reopen']),
      on: IsoDate,
      by: Line,
      reason: Line.default(''),
    }),
    z.strictObject({ decided: z.int() }),
    'open',
    'decide',
  ),
  'points.proposals': operation('read', z.strictObject(ofYear), z.array(PointsProposal)),
  /** Makes entries of proposals; they then wait for 初评. What is no proposal any more is passed over. */
  'points.accept': operation('write', z.strictObject({ ...ofYear, keys }), z.strictObject({ accepted: z.int() })),
  /** Refuses proposals for good: the same record is not proposed again. */
  'points.decline': operation(
    'write',
    z.strictObject({ ...ofYear, keys, reason: Label }),
    z.strictObject({ declined: z.int() }),
  ),
  /** The year of everybody on the roster of its last day, or of `asOf`; `null` without a scheme in force. */
  'points.sheet': operation(
    'read',
    z.strictObject({ ...ofYear, order: z.enum(['post', 'strokes', 'pinyin', 'joined']).default('post') }),
    z.strictObject({ scheme: scheme.nullable(), rows: z.array(PointsRow) }),
  ),
};
