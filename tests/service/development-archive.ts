import type { DevelopmentStep } from '../../contract/development.ts';
import { fullMember } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

/** An archive with full members who may be contacts and introducers, and vote. */
export async function withFullMembers(options: { today?: string; members?: number } = {}): Promise<TestArchive> {
  const archive = await openTestArchive(options);
  await saveFullMembers(archive, options.members ?? 5);
  return archive;
}

/** What the helpers need of an archive. */
type Callable = Pick<TestArchive, 'call' | 'branchId'>;

/** Full members m1, m2, … since 2011, in the branch since 2012. */
export async function saveFullMembers(archive: Callable, count: number): Promise<void> {
  for (let index = 1; index <= count; index++)
    await archive.call('member.save', {
      draft: fullMember(`m${index}`, archive.branchId, { name: `党员${index}` }),
    });
}

/** One entry of a step; what a test does not speak of is blank. */
export function step(no: number, on: string, more: Partial<DevelopmentStep> = {}): DevelopmentStep {
  const attempt = more.attempt ?? 1;
  return {
    id: `s${no}-${attempt}`,
    no,
    attempt,
    on,
    result: 'passed',
    actorName: '',
    handlerName: '',
    conclusion: '',
    documentNumber: '',
    meetingId: null,
    voteId: null,
    months: null,
    reason: '',
    enteredOn: null,
    ...more,
  };
}

/** Training that is enough, and two introducers. */
export const prepared = {
  trainings: [
    {
      id: 't1',
      kind: 'candidate' as const,
      from: '2025-03-10',
      to: '2025-03-12',
      days: 3,
      hours: null,
      organiser: '街道党工委',
      certificate: '',
    },
  ],
  introducers: [
    { id: 'i1', memberId: 'm1', from: '2025-02-20', to: null },
    { id: 'i2', memberId: 'm2', from: '2025-02-20', to: null },
  ],
  contacts: [{ id: 'c1', memberId: 'm1', from: '2024-01-25', to: null }],
};

/** Steps 1 to 14 of a regular course. */
export const untilForm: DevelopmentStep[] = [
  step(1, '2023-12-01'),
  step(2, '2023-12-20'),
  step(3, '2024-01-20'),
  step(4, '2024-01-30'),
  step(5, '2024-01-25'),
  step(6, '2024-07-15'),
  step(7, '2025-02-10'),
  step(8, '2025-02-18'),
  step(9, '2025-02-20'),
  step(10, '2025-03-05'),
  step(11, '2025-03-12'),
  step(12, '2025-03-20'),
  step(13, '2025-04-02'),
  step(14, '2025-04-10', { documentNumber: 'NO.0000123' }),
];

/** A members' meeting with one V1 vote on the person. `inFavour` of those present. */
export async function holdVote(
  archive: Callable,
  on: string,
  vote: { id?: string; subject: string; inFavour: number; present?: number; expected?: number },
): Promise<{ meetingId: string; voteId: string }> {
  const id = vote.id ?? `meeting-${on}`;
  const present = vote.present ?? 5;
  const expected = Array.from({ length: vote.expected ?? 5 }, (_, index) => `m${index + 1}`);
  await archive.call('meeting.save', {
    draft: {
      id,
      revision: 0,
      branchId: archive.branchId,
      types: ['members-meeting'],
      title: `讨论${vote.subject}`,
      heldOn: on,
      agenda: [{ id: 'a1', title: vote.subject, content: '' }],
      attendance: expected.map((memberId, index) => ({
        memberId,
        state: index < present ? ('present' as const) : ('leave' as const),
        reason: '',
        opinionReceivedOn: null,
      })),
      votes: [
        {
          id: 'v1',
          agendaId: 'a1',
          rule: 'V1',
          subject: vote.subject,
          subjectMemberId: null,
          method: 'secret-ballot',
          inFavour: vote.inFavour,
          against: present - vote.inFavour,
          abstain: 0,
          writtenInFavour: 0,
          writtenAgainst: 0,
          ballotsIssued: present,
          ballotsReturned: present,
          ballotsInvalid: 0,
          seats: null,
          candidates: [],
          tellers: '',
          scrutineers: '',
          recordedResult: vote.inFavour * 2 > expected.length ? 'passed' : 'rejected',
        },
      ],
    },
  });
  return { meetingId: id, voteId: 'v1' };
}
