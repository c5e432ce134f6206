import type { Member, Membership } from '../contract/member.ts';
import type { IsoDate } from '../contract/values.ts';
import { findMember } from '../db/queries/members.ts';
import { stayOn } from '../rules/member.ts';
import type { ArchiveContext } from './context.ts';
import { putMember } from './put-member.ts';

/** That somebody leaves the branch by a line of a register (开除党籍, 除名, 劝退), entered once. */
export interface OwnedLeave {
  readonly memberId: string;
  readonly branchId: string;
  /** First day no longer a member. */
  readonly on: IsoDate;
  readonly leaveKind: Membership['leaveKind'];
  readonly reason: string;
}

/**
 * Ends the stay that a line says is over, and takes back the end that the line gave before it was changed or removed.
 * A stay that was ended otherwise is left as it is. Part of the write that saves the line.
 */
export function putOwnedLeave(context: ArchiveContext, before: OwnedLeave | null, after: OwnedLeave | null): void {
  const isSame =
    before?.memberId === after?.memberId && before?.on === after?.on && before?.leaveKind === after?.leaveKind;
  if (isSame) return;
  if (before !== null)
    putStays(context, before.memberId, (stay) =>
      stay.branchId === before.branchId && stay.to === before.on && stay.leaveKind === before.leaveKind
        ? { ...stay, to: null, leaveKind: null, reason: '' }
        : stay,
    );
  if (after === null) return;
  putStays(context, after.memberId, (stay, person) => {
    const isOpen = stay.to === null && stay.branchId === after.branchId && stay.from <= after.on;
    const isHere = isOpen && stayOn(person, after.on)?.branchId === after.branchId;
    // 劝而不退除名 follows on 劝退: the day the person left is that of the later decision.
    const isLater = stay.branchId === after.branchId && stay.leaveKind === 'resigned' && (stay.to ?? '') < after.on;
    if (!isHere && !(isLater && after.leaveKind === 'struck-off')) return stay;
    return { ...stay, to: after.on, leaveKind: after.leaveKind, reason: after.reason };
  });
}

function putStays(context: ArchiveContext, memberId: string, change: (stay: Membership, person: Member) => Membership) {
  const person = findMember(context.archive.db, memberId);
  if (person === undefined) return;
  const memberships = person.memberships.map((stay) => change(stay, person));
  if (memberships.every((stay, index) => stay === person.memberships[index])) return;
  putMember(context, { id: person.id, revision: person.revision, memberships });
}
