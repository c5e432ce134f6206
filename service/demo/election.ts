import type { AttendanceState } from '../../contract/meeting.ts';
import type { Wire } from '../../contract/operations.ts';
import { words } from './words.ts';

interface Person {
  memberId: string;
  name: string;
  hasVotingRights: boolean;
  isExempt: boolean;
}

/** Minutes of the members' meeting that elected a committee: one candidate more than seats, who got two votes. */
export function electionDraft(
  heldOn: string,
  branchId: string,
  expected: readonly Person[],
  candidates: readonly { id: string; name: string }[],
  seats: number,
): Wire<'meeting.save'>['draft'] {
  const attendance = expected.map((person) => ({
    memberId: person.memberId,
    state: (person.isExempt ? 'exempt' : 'present') as AttendanceState,
    reason: person.isExempt ? '年老体弱' : '',
    opinionReceivedOn: null,
  }));
  const voters = expected.filter((person) => person.hasVotingRights && !person.isExempt).length;
  // Who watches and counts the votes is no candidate.
  const isCandidate = (id: string) => candidates.some((candidate) => candidate.id === id);
  const counters = expected.filter(({ memberId }) => !isCandidate(memberId)).map(({ name }) => name);
  const title = '选举支部委员会';
  const [chair, recorder] = expected;
  return {
    id: `meeting-${heldOn}-election`,
    revision: 0,
    branchId,
    types: ['members-meeting'],
    title,
    heldOn,
    startsAt: '14:00',
    endsAt: '16:30',
    place: words.venue,
    chairId: chair?.memberId ?? null,
    chairName: chair?.name ?? '',
    recorderId: recorder?.memberId ?? null,
    recorderName: recorder?.name ?? '',
    agenda: [{ id: 'agenda-1', title, content: words.madeUp }],
    attendance,
    votes: [
      {
        id: 'vote-1',
        agendaId: 'agenda-1',
        rule: 'V3',
        subject: title,
        subjectMemberId: null,
        method: 'secret-ballot',
        inFavour: null,
        against: null,
        abstain: null,
        writtenInFavour: 0,
        writtenAgainst: 0,
        ballotsIssued: voters,
        ballotsReturned: voters,
        ballotsInvalid: 0,
        seats,
        candidates: candidates.map((candidate, index) => {
          // Two ballots name the candidate who was not elected instead of one of the first two.
          const inFavour = index >= seats ? 2 : voters - (index < 2 ? 1 : 0);
          return {
            memberId: candidate.id,
            name: candidate.name,
            inFavour,
            against: voters - inFavour,
            abstain: 0,
            others: 0,
          };
        }),
        tellers: counters.slice(1, 3).join('、'),
        scrutineers: counters.slice(0, 1).join('、'),
        recordedResult: 'passed',
      },
    ],
  };
}
