import { randomUUID } from 'node:crypto';
import type { Member, Membership } from '../contract/member.ts';
import type { PartialDate } from '../contract/values.ts';
import type { ReadableDb } from '../db/open.ts';
import { findMember } from '../db/queries/members.ts';
import { compareDates, earliestDay } from '../rules/dates.ts';
import { stayOn } from '../rules/member.ts';
import type { RowToApply } from './jobs/import-roster.ts';

/** 建档时在册: on the roll from the given day, or from admission where that is later. */
export function firstStay(
  row: RowToApply,
  groupId: string | null,
  fields: Partial<Member>,
  onRollFrom: PartialDate,
): Membership {
  const joinedOn = fields.joinedOn ?? onRollFrom;
  const from = compareDates(joinedOn, onRollFrom) > 0 ? joinedOn : onRollFrom;
  return {
    id: randomUUID(),
    branchId: row.branchId,
    groupId,
    from,
    entryKind: 'registered',
    to: null,
    leaveKind: null,
    reason: '',
  };
}

/** The stays of somebody known, moved to another group; `null` when nothing moves. */
export function movedStays(
  db: ReadableDb,
  id: string,
  row: RowToApply,
  groupId: string | null,
  today: string,
): Membership[] | null {
  const person = findMember(db, id);
  if (person === undefined || groupId === null) return null;
  const current = stayOn(person, today);
  const stays = person.memberships;
  const stay = stays.find((candidate) => candidate === current);
  if (stay === undefined) {
    const entry = { id: randomUUID(), branchId: row.branchId, groupId, from: today, entryKind: 'registered' as const };
    return [...stays, { ...entry, to: null, leaveKind: null, reason: '' }];
  }
  // A group that was not registered yet, or a stay that begins today, is completed; a change of group is a new stay.
  if (stay.groupId === null || earliestDay(stay.from) >= today) {
    return stays.map((candidate) => (candidate === stay ? { ...stay, groupId } : candidate));
  }
  const { to, leaveKind, reason } = stay;
  const next: Membership = {
    ...stay,
    id: randomUUID(),
    groupId,
    from: today,
    entryKind: 'group-change',
    to,
    leaveKind,
    reason,
  };
  return [
    ...stays.map((candidate) =>
      candidate === stay ? { ...stay, to: today, leaveKind: 'group-change' as const } : candidate,
    ),
    next,
  ];
}
