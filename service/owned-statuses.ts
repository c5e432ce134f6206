import { createHash } from 'node:crypto';
import type { MemberStatus } from '../contract/member.ts';
import { findMember } from '../db/queries/members.ts';
import { ownersOfStatuses } from '../db/queries/owned-statuses.ts';
import { sameValues } from '../db/records.ts';
import type { ArchiveContext } from './context.ts';
import { putMember } from './put-member.ts';

/** A state of a member that follows from a line of a register. */
export type OwnedStatus = Omit<MemberStatus, 'id'>;

/** Mark of the statuses that belong to one line; 24 characters, so that a number fits behind it. */
function markOf(recordId: string): string {
  return `of-${createHash('sha256').update(recordId).digest('hex').slice(0, 21)}`;
}

/**
 * Gives a member just those statuses that a line says, and takes back what the line said before, also from the
 * member it was about before. Part of the write that saves the line.
 */
export function putOwnedStatuses(
  context: ArchiveContext,
  recordId: string,
  memberId: string | null,
  statuses: readonly OwnedStatus[],
): void {
  const { db } = context.archive;
  const mark = markOf(recordId);
  const owners = ownersOfStatuses(db, `${mark}-`);
  for (const id of new Set([...owners, ...(memberId === null ? [] : [memberId])])) {
    const person = findMember(db, id);
    if (person === undefined) continue;
    const isOwned = ({ id: statusId }: MemberStatus) => statusId.startsWith(`${mark}-`);
    const before = person.statuses.filter(isOwned).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const own = person.statuses.filter((status) => !isOwned(status));
    const added = id === memberId ? statuses.map((status, index) => ({ ...status, id: `${mark}-${index + 1}` })) : [];
    // What the line says of the member is as it was: the member's record stays as it is.
    if (added.length === before.length && added.every((status, index) => sameValues(before[index] ?? {}, status)))
      continue;
    putMember(context, { id, revision: person.revision, statuses: [...own, ...added] });
  }
}
