import type { RegisterRow } from '../db/queries/registers.ts';
import { addDays } from '../rules/dates.ts';
import { effectiveDay, probationWithinPartyEnds } from '../rules/supervision.ts';
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
 * Out of contact until found or struck off; 停止党籍 from its day on. 除名 does not give the membership back: it never
 * ends the 停止党籍, only being found does.
 */
export function lostStatuses(row: RegisterRow<'lostContact'>): { memberId: string; statuses: OwnedStatus[] } {
  const end = row.foundOn ?? row.struckOffOn;
  const stoppedUntil = row.struckOffOn === null ? row.foundOn : null;
  return {
    memberId: row.memberId,
    statuses: [
      { ...none, kind: 'out-of-contact', from: row.lostOn, to: end, detail: row.circumstance },
      ...(row.membershipStoppedOn === null
        ? []
        : [{ ...none, kind: 'membership-stopped' as const, from: row.membershipStoppedOn, to: stoppedUntil }]),
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
