import type { RegisterRow } from '../db/queries/registers.ts';
import { addDays } from '../rules/dates.ts';
import { effectiveDay, probationWithinPartyEnds } from '../rules/supervision.ts';
import type { OwnedLeave } from './owned-leaves.ts';
import type { OwnedStatus } from './owned-statuses.ts';

/** What the lines of the registers say of a member's state; entered once, counted everywhere. */

const none = { detail: '', reason: '', documentNumber: '' };

/** 留党察看 suspends voting and election rights until they are restored; without a date of return, while the period lasts. */
export function disciplineStatuses(row: RegisterRow<'discipline'>): { memberId: string; statuses: OwnedStatus[] } {
  if (row.kind !== 'probation-within-party') return { memberId: row.memberId, statuses: [] };
  const to = row.rightsRestoredOn ?? null;
  const from = effectiveDay(row);
  const ends = probationWithinPartyEnds(row);
  return {
    memberId: row.memberId,
    statuses: [{ ...none, kind: 'rights-suspended', from, to, detail: ends ?? '', documentNumber: row.documentNumber }],
  };
}

/**
 * Out of contact until found or struck off; 停止党籍 from its day on, until it is decided to restore the membership
 * (教管条例 Art 24): being found does not give it back.
 */
export function lostStatuses(row: RegisterRow<'lostContact'>): { memberId: string; statuses: OwnedStatus[] } {
  const end = row.foundOn ?? row.struckOffOn;
  return {
    memberId: row.memberId,
    statuses: [
      { ...none, kind: 'out-of-contact', from: row.lostOn, to: end, detail: row.circumstance },
      ...(row.membershipStoppedOn === null
        ? []
        : [
            {
              ...none,
              kind: 'membership-stopped' as const,
              from: row.membershipStoppedOn,
              to: row.restoredOn,
              documentNumber: row.restorationNumber,
            },
          ]),
    ],
  };
}

/** Away until the return; who came in from elsewhere is no member here. */
export function mobileStatuses(row: RegisterRow<'mobileMember'>): { memberId: string | null; statuses: OwnedStatus[] } {
  if (row.direction === 'in') return { memberId: null, statuses: [] };
  return {
    memberId: row.memberId,
    statuses: [
      { ...none, kind: 'mobile-out', from: row.leftOn, to: row.returnedOn, detail: row.place, reason: row.cause },
    ],
  };
}

/** In hardship through the last day registered. */
export function hardshipStatuses(row: RegisterRow<'hardship'>): { memberId: string; statuses: OwnedStatus[] } {
  const to = row.until === null ? null : addDays(row.until, 1);
  return {
    memberId: row.memberId,
    statuses: [{ ...none, kind: 'hardship', from: row.since, to, detail: row.category }],
  };
}

/** 开除党籍: no member from the day it takes effect. */
export function disciplineLeave(row: RegisterRow<'discipline'>): OwnedLeave | null {
  if (row.kind !== 'expulsion') return null;
  const { memberId, branchId, cause: reason } = row;
  return { memberId, branchId, on: effectiveDay(row), leaveKind: 'expelled', reason };
}

/** 劝退 and every kind of 除名: no member from the day of the decision. 限期改正 leaves the membership as it is. */
export function measureLeave(row: RegisterRow<'organizationalMeasure'>): OwnedLeave | null {
  if (row.kind === 'correction-within-time') return null;
  const { memberId, branchId, decidedOn: on, cause: reason } = row;
  return { memberId, branchId, on, leaveKind: row.kind === 'persuaded-to-resign' ? 'resigned' : 'struck-off', reason };
}

/** 除名 after 停止党籍. */
export function lostLeave(row: RegisterRow<'lostContact'>): OwnedLeave | null {
  if (row.struckOffOn === null) return null;
  const { memberId, branchId, struckOffOn: on } = row;
  return { memberId, branchId, on, leaveKind: 'struck-off', reason: '' };
}
