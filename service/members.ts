import { AppError } from '../contract/failure.ts';
import { blankMember, Member } from '../contract/member.ts';
import type { Parsed } from '../contract/operations.ts';
import { recordAccess } from '../db/audit.ts';
import { attendanceOf } from '../db/queries/meetings.ts';
import { pageOfMembers } from '../db/queries/member-list.ts';
import { findMember, getMember } from '../db/queries/members.ts';
import { nextRevision, putChildren, putRow, sameValues } from '../db/records.ts';
import { memberStatus, membership, member as memberTable } from '../db/schema/index.ts';
import { isMasked } from '../rules/id-number.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import { demandSoundMember } from './member-checks.ts';
import { nameKeys } from './member-names.ts';
import { memberRows, memberView } from './member-views.ts';
import { completeDraft } from './save.ts';

export const memberHandlers = {
  'member.list': ({ archive: { db } }, { offset, limit, ...filter }) => {
    const { rows, total, counts } = pageOfMembers(db, filter, { offset, limit });
    return { rows: memberRows(db, rows, filter.asOf), total, counts };
  },
  'member.get': ({ archive: { db } }, { id, asOf }) => memberView(db, getMember(db, id), asOf),
  'member.save': (context, input) => memberView(context.archive.db, saveMember(context, input), context.today()),
  'member.attendance': ({ archive: { db } }, { id, from, to }) => {
    getMember(db, id);
    return attendanceOf(db, { memberId: id, from, to })
      .reverse()
      .map(({ meetingId, title, types, heldOn, state, reason }) => ({
        meetingId,
        title,
        types,
        heldOn,
        state,
        reason,
      }));
  },
  'member.reveal': (context, { id, field }) => {
    const { db } = context.archive;
    return context.write(() => {
      const person = getMember(db, id);
      recordAccess(db, { action: 'reveal', record: 'member', recordId: id, part: 'member', what: field });
      return { value: person[field] ?? '' };
    });
  },
} satisfies HandlersOf<'member.list' | 'member.get' | 'member.save' | 'member.attendance' | 'member.reveal'>;

/**
 * Saves a person with memberships and statuses, in one audited transaction.
 *
 * @throws AppError `invalid-input` (also for a masked value), `stale-record`, `no-such-record`,
 * `duplicate-record` (the ID number is somebody else's), `rule-broken` T2 (in two branches on one day)
 */
export function saveMember(context: ArchiveContext, { draft, reason }: Parsed<'member.save'>): Member {
  return context.write(() => putMember(context, draft), { reason });
}

/** {@link saveMember} inside a write that is under way (an import saves many in one). */
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
