import { AppError } from '../../contract/failure.ts';
import type { PointsEntry, PointsScheme } from '../../contract/points.ts';
import type { ReadableDb } from '../../db/open.ts';
import { unknownPeople } from '../../db/queries/education.ts';
import { pointsEntriesById } from '../../db/queries/points.ts';
import { findRow, getRow, putRow } from '../../db/records.ts';
import { pointsEntry, pointsScheme } from '../../db/schema/index.ts';
import { yearOf } from '../../rules/dates.ts';
import type { ArchiveContext } from '../context.ts';
import { refuse } from '../register-handlers.ts';

/** An entry belongs to an item of a scheme that holds on its day, and stays as it is once it is decided. */
export function demandEntry(db: ReadableDb, entry: PointsEntry): void {
  const scheme = getRow(db, pointsScheme, 'pointsScheme', entry.schemeId);
  if (scheme.branchId !== entry.branchId) refuse('schemeId', 'another branch');
  if (!scheme.items.some(({ id }) => id === entry.itemId)) refuse('itemId', 'missing');
  const year = yearOf(entry.on);
  const holds = scheme.fromYear !== null && scheme.fromYear <= year && year <= (scheme.toYear ?? 9999);
  if (!holds) refuse('on', 'out-of-range');
  if (unknownPeople(db, [entry.memberId]).length > 0) refuse('memberId', 'no such member');
  if (entry.reviewedOn !== null || entry.refusedOn !== null) refuse('itemId', 'decided');
  const stored = findRow(db, pointsEntry, entry.id);
  if (stored === undefined || stored.originId === null) return;
  for (const field of ['memberId', 'on', 'schemeId'] as const)
    if (stored[field] !== entry[field]) refuse(field, 'from a record');
}

export interface Decision {
  ids: readonly string[];
  step: 'review' | 'approve' | 'refuse' | 'reopen';
  on: string;
  by: string;
  reason: string;
}

/**
 * 初评 and 评定 of many entries at once: all of them, or none.
 *
 * @throws AppError `no-such-record`, `invalid-input`
 */
export function decideEntries(context: ArchiveContext, decision: Decision): number {
  const { db } = context.archive;
  const wanted = [...new Set(decision.ids)];
  const isGiven = decision.step === 'review' || decision.step === 'approve';
  if (isGiven && decision.by.trim() === '') refuse('by', 'missing');
  if (!isGiven && decision.reason.trim() === '') refuse('reason', 'missing');
  return context.write(
    () => {
      const approvalOf = approvals(db);
      const found = new Map(pointsEntriesById(db, wanted).map((entry) => [entry.id, entry]));
      for (const id of wanted) {
        const entry = found.get(id);
        if (entry === undefined) throw new AppError({ code: 'no-such-record', record: 'pointsEntry', id });
        putRow(db, pointsEntry, { ...entry, ...decided(entry, decision, approvalOf), revision: entry.revision + 1 });
      }
      return wanted.length;
    },
    { reason: decision.reason },
  );
}

const undecided = {
  reviewedOn: null,
  reviewedBy: '',
  approvedOn: null,
  approvedBy: '',
  refusedOn: null,
  refusedReason: '',
};

/** Who decides last under a scheme; each scheme is read once. */
function approvals(db: ReadableDb): (schemeId: string) => PointsScheme['approval'] {
  const known = new Map<string, PointsScheme['approval']>();
  return (schemeId) => {
    const approval = known.get(schemeId) ?? getRow(db, pointsScheme, 'pointsScheme', schemeId).approval;
    known.set(schemeId, approval);
    return approval;
  };
}

function decided(
  entry: PointsEntry,
  { step, on, by, reason }: Decision,
  approvalOf: (schemeId: string) => PointsScheme['approval'],
): Partial<PointsEntry> {
  const isOpen = entry.refusedOn === null && entry.approvedOn === null;
  const isReviewed = entry.reviewedOn !== null;
  if (step === 'reopen') {
    if (isOpen && !isReviewed) refuse('ids', 'not decided');
    return undecided;
  }
  if (on < entry.on) refuse('on', 'before entry');
  if (step === 'review') {
    if (!isOpen || isReviewed) refuse('ids', 'decided');
    return { reviewedOn: on, reviewedBy: by };
  }
  const isLast = approvalOf(entry.schemeId) === 'committee' && isReviewed;
  if (!isOpen || isLast) refuse('ids', 'decided');
  if (step === 'refuse') return { refusedOn: on, refusedReason: reason };
  if (entry.reviewedOn === null) refuse('ids', 'not reviewed');
  else if (on < entry.reviewedOn) refuse('on', 'before review');
  return { approvedOn: on, approvedBy: by };
}
