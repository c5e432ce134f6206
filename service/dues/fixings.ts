import type { z } from 'zod';
import { blankDuesFixing, DuesFixing, type DuesFixingDraft } from '../../contract/dues.ts';
import type { DuesFixingView } from '../../contract/dues-operations.ts';
import { AppError } from '../../contract/failure.ts';
import { listDuesFixings } from '../../db/queries/dues.ts';
import { memberNames } from '../../db/queries/meeting-people.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { findRow, getRow, sameValues } from '../../db/records.ts';
import { duesFixing, member } from '../../db/schema/index.ts';
import { computeDues, duesBase, fixingFindings } from '../../rules/dues.ts';
import type { SettingEntry } from '../../rules/settings.ts';
import type { ArchiveContext } from '../context.ts';
import type { HandlersOf } from '../handler-types.ts';
import { saveFlatRecord } from '../save.ts';
import { checkReferences, refuse, removeRecord } from './records.ts';

type Draft = z.infer<typeof DuesFixingDraft>;

export const duesFixingHandlers = {
  'duesFixing.list': (context, of) => viewsOf(context, listDuesFixings(context.archive.db, of)),
  'duesFixing.get': (context, { id }) => viewOf(context, getRow(context.archive.db, duesFixing, 'duesFixing', id)),
  'duesFixing.save': (context, { draft, reason }) =>
    viewOf(context, saveFixing(context, draft, reason, listSettings(context.archive.db))),
  'duesFixing.saveMany': (context, { drafts, reason }) => {
    const settings = listSettings(context.archive.db);
    const saved = context.write(() => drafts.map((draft) => saveFixing(context, draft, reason, settings)), { reason });
    return viewsOf(context, saved);
  },
  'duesFixing.remove': (context, input) => removeRecord(context, duesFixing, 'duesFixing', input),
  'dues.compute': ({ archive }, { on, ...income }) => computeDues(income, listSettings(archive.db), on),
} satisfies HandlersOf<
  | 'duesFixing.list'
  | 'duesFixing.get'
  | 'duesFixing.save'
  | 'duesFixing.saveMany'
  | 'duesFixing.remove'
  | 'dues.compute'
>;

/** What was agreed and signed; a change of it is another fixing. */
const signedFields = [
  'branchId',
  'memberId',
  'year',
  'from',
  'category',
  'payItems',
  'excludedItems',
  'base',
  'rate',
  'monthlyAmount',
  'isVoluntary',
] as const satisfies readonly (keyof DuesFixing)[];

/**
 * Base, rate and amount that are left out are computed from what is given; what is given stands as registered, and
 * where it departs from the rules the view says so.
 *
 * @throws AppError `invalid-input`, `stale-record`, `no-such-record`, `duplicate-record`, `record-signed`
 */
function saveFixing(
  context: ArchiveContext,
  draft: Draft,
  reason: string,
  settings: readonly SettingEntry[],
): DuesFixing {
  const { db } = context.archive;
  const stored = findRow(db, duesFixing, draft.id);
  const kind = { record: 'duesFixing', table: duesFixing, schema: DuesFixing, blank: blankDuesFixing } as const;
  const completed = completeFixing(context, draft, stored, settings);
  return saveFlatRecord(context, kind, { draft: completed, reason }, (record) => {
    checkReferences(db, record);
    if (record.from.slice(0, 4) !== String(record.year)) refuse('from', 'outside the year');
    if ((duesBase(record) ?? 0) < 0) refuse('excludedItems', 'more than earned');
    const known = listDuesFixings(db, record).find((each) => each.from === record.from && each.id !== record.id);
    if (known !== undefined)
      throw new AppError({ code: 'duplicate-record', record: 'duesFixing', field: 'from', id: known.id });
    const signed = Object.fromEntries(signedFields.map((field) => [field, record[field]]));
    if (stored !== undefined && stored.signedOn !== null && !sameValues(stored, signed))
      throw new AppError({ code: 'record-signed', record: 'duesFixing', id: record.id });
  });
}

function completeFixing(
  context: ArchiveContext,
  draft: Draft,
  stored: DuesFixing | undefined,
  settings: readonly SettingEntry[],
): Draft {
  const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as Draft;
  const merged = { ...blankDuesFixing, ...stored, ...given };
  const { category, year, payItems = [], excludedItems = [], base = null, isVoluntary = false } = merged;
  if (category === undefined || year === undefined) return given;
  const from = merged.from ?? firstMonth(context, merged.memberId, year);
  const isUntouched =
    stored !== undefined && !['category', 'payItems', 'excludedItems', 'base'].some((field) => field in given);
  if (isUntouched) return given;
  const computed = computeDues({ category, payItems, excludedItems, base, isVoluntary }, settings, `${from}-01`);
  return {
    from,
    base: computed.base !== null && computed.base < 0 ? null : computed.base,
    rate: computed.rate,
    ...(computed.amount === null ? {} : { monthlyAmount: Math.max(1, computed.amount) }),
    ...given,
  };
}

/** January, or the month of the admission vote (党费规定 Art 8). */
function firstMonth(context: ArchiveContext, memberId: string | undefined, year: number): string {
  const joinedOn = memberId === undefined ? null : (findRow(context.archive.db, member, memberId)?.joinedOn ?? null);
  const joined = joinedOn?.slice(0, 7) ?? '';
  const january = `${year}-01`;
  return joined.length === 7 && joined > january && joined.startsWith(String(year)) ? joined : january;
}

function viewOf(context: ArchiveContext, fixing: DuesFixing): DuesFixingView {
  const [view] = viewsOf(context, [fixing]);
  if (view === undefined) throw new Error('one fixing has one view');
  return view;
}

function viewsOf({ archive: { db } }: ArchiveContext, fixings: readonly DuesFixing[]): DuesFixingView[] {
  const settings = listSettings(db);
  const names = memberNames(db, [...new Set(fixings.map(({ memberId }) => memberId))]);
  // Of one fixing only its member's others are read: that is every save.
  const [only] = fixings.length === 1 ? fixings : [];
  const ofBranch = new Map<string, DuesFixing[]>();
  const others = ({ branchId, year }: DuesFixing) => {
    const key = `${branchId} ${year}`;
    const known = ofBranch.get(key) ?? listDuesFixings(db, { branchId, year, memberId: only?.memberId });
    ofBranch.set(key, known);
    return known;
  };
  return fixings.map((fixing) => ({
    fixing,
    name: names.get(fixing.memberId) ?? '',
    computed: computeDues(fixing, settings, `${fixing.from}-01`),
    findings: fixingFindings(
      fixing,
      settings,
      others(fixing).some((other) => other.memberId === fixing.memberId && other.from < fixing.from),
    ),
  }));
}
