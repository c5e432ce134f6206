import { AppError } from '../contract/failure.ts';
import { blankMember, Member } from '../contract/member.ts';
import type { Parsed } from '../contract/operations.ts';
import { findMember } from '../db/queries/members.ts';
import { nextRevision, putChildren, putRow, sameValues } from '../db/records.ts';
import { memberStatus, membership, member as memberTable } from '../db/schema/index.ts';
import { isMasked } from '../rules/id-number.ts';
import type { ArchiveContext } from './context.ts';
import { demandSoundMember } from './member-checks.ts';
import { nameKeys } from './member-names.ts';
import { completeDraft } from './save.ts';

/**
 * Puts a person with memberships and statuses into the archive, inside a write that is under way: one save of the
 * form, or the many of an import.
 *
 * @throws AppError `invalid-input` (also for a masked value), `stale-record`, `no-such-record`,
 * `duplicate-record` (the ID number is somebody else's), `rule-broken` T2 (in two branches on one day)
 */
export function putMember(context: ArchiveContext, draft: Parsed<'member.save'>['draft']): Member {
  const { db } = context.archive;
  demandNoMask(draft);
  const stored = findMember(db, draft.id);
  const completed = inOrder(completeDraft(Member, stored, blankMember, draft));
  const revision = nextRevision('member', stored, draft, () =>
    sameValues(inOrder(completeDraft(Member, stored, blankMember, {})), { ...completed, revision: stored?.revision }),
  );
  if (revision === 'same') return { ...completed, revision: stored?.revision ?? 1 };
  demandSoundMember(db, completed);
  const { memberships, statuses, ...fields } = completed;
  const owned = <Child extends object>(child: Child) => ({ ...child, memberId: completed.id });
  putRow(db, memberTable, { ...fields, revision, ...nameKeys(fields.name, fields.pinyin) });
  putChildren(db, membership, { column: membership.memberId, id: completed.id }, memberships.map(owned));
  putChildren(db, memberStatus, { column: memberStatus.memberId, id: completed.id }, statuses.map(owned));
  return { ...completed, revision };
}

/** Memberships and statuses in the order they are read back, so that a repeated save is seen to be the same. */
function inOrder(person: Member): Member {
  return {
    ...person,
    memberships: person.memberships.toSorted(byBeginning),
    statuses: person.statuses.toSorted(byBeginning),
  };
}

function byBeginning(a: { from: string; id: string }, b: { from: string; id: string }): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function demandNoMask(draft: object): void {
  const masked = ['idNumber', 'mobilePhone', 'landline', 'emergencyContact'].filter((field) => {
    const value = (draft as Record<string, unknown>)[field];
    return typeof value === 'string' && isMasked(value);
  });
  if (masked.length > 0)
    throw new AppError({
      code: 'invalid-input',
      fields: Object.fromEntries(masked.map((field) => [field, ['masked']])),
    });
}
