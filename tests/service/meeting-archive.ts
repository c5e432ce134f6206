import type { Attendance, Meeting, Vote } from '../../contract/meeting.ts';
import type { Wire } from '../../contract/operations.ts';
import { openTestArchive } from './open-archive.ts';

type PersonDraft = Wire<'member.save'>['draft'];

/** The day of the meetings in these tests, and the members' dates relative to it. */
export const heldOn = '2026-11-20';

/** Names a member of the branch since 2010; `p…` ids are probationary. */
export function person(id: string, fields: Partial<PersonDraft> = {}): PersonDraft {
  const isProbationary = id.startsWith('p');
  return {
    id,
    revision: 0,
    name: `党员${id}`,
    joinedOn: isProbationary ? '2026-03-05' : '2009-07-01',
    confirmedOn: isProbationary ? null : '2010-07-01',
    memberships: [stay(id)],
    ...fields,
  };
}

/** A stay in the branch; several of one person need ids of their own. */
export function stay(
  id: string,
  fields: Partial<NonNullable<PersonDraft['memberships']>[number]> = {},
): NonNullable<PersonDraft['memberships']>[number] {
  return {
    id: `stay-${id}`,
    branchId: 'branch-1',
    groupId: null,
    from: '2010-07-01',
    entryKind: 'registered',
    to: null,
    leaveKind: null,
    reason: '',
    ...fields,
  };
}

/** An archive whose branch has `full` members `m1…` and `probationary` ones `p1…`. */
export async function openMeetingArchive(full: number, probationary = 0) {
  const archive = await openTestArchive({ today: '2026-11-24' });
  for (let number = 1; number <= full; number++) await archive.call('member.save', { draft: person(`m${number}`) });
  for (let number = 1; number <= probationary; number++)
    await archive.call('member.save', { draft: person(`p${number}`) });
  return archive;
}

/** `m1…m{count}` with a state. */
export function states(ids: readonly string[], state: Attendance['state'] = 'present'): Attendance[] {
  return ids.map((memberId) => ({ memberId, state, reason: '', opinionReceivedOn: null }));
}

export function ids(prefix: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
}

/** A complete 支部党员大会 without a vote. */
export function meetingDraft(
  fields: Partial<Meeting> & { revision?: number; id?: string } = {},
): Wire<'meeting.save'>['draft'] {
  return {
    id: 'meeting-1',
    revision: 0,
    branchId: 'branch-1',
    types: ['members-meeting'],
    title: '第四季度支部党员大会',
    heldOn,
    chairId: 'm1',
    chairName: '党员m1',
    recorderId: 'm2',
    recorderName: '党员m2',
    agenda: [{ id: 'item-1', title: '讨论接收预备党员', content: '' }],
    ...fields,
  } as Wire<'meeting.save'>['draft'];
}

export function vote(fields: Partial<Vote> = {}): Vote {
  return {
    id: 'vote-1',
    agendaId: 'item-1',
    rule: 'V1',
    subject: '接收预备党员',
    subjectMemberId: null,
    method: 'secret-ballot',
    inFavour: null,
    against: null,
    abstain: null,
    writtenInFavour: 0,
    writtenAgainst: 0,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsInvalid: null,
    seats: null,
    candidates: [],
    tellers: '',
    scrutineers: '',
    recordedResult: 'not-voted',
    ...fields,
  };
}
