import type { AttendanceState, MeetingType } from '../../contract/meeting.ts';
import type { Wire } from '../../contract/operations.ts';
import { addDays } from '../../rules/dates.ts';
import type { Random } from './random.ts';
import { words } from './words.ts';

type Draft = Wire<'meeting.save'>['draft'];
type Person = { memberId: string; name: string; hasVotingRights: boolean; isExempt: boolean };

/** One meeting to be held: what and when; who is expected is asked of the engine on that day. */
export interface PlannedMeeting {
  id: string;
  types: MeetingType[];
  heldOn: string;
  groupId: string | null;
  /** Person to be admitted or confirmed there. */
  vote: { memberId: string; name: string; kind: 'admission' | 'confirmation' } | undefined;
}

/** The calendar of one year up to `until`: quarterly, monthly and yearly meetings, as the regulations ask. */
export function plannedMeetings(
  year: number,
  until: string,
  groupIds: readonly string[],
  votes: readonly { memberId: string; name: string; kind: 'admission' | 'confirmation'; on: string }[],
  isLarge: boolean,
): PlannedMeeting[] {
  const planned: PlannedMeeting[] = [];
  const add = (types: MeetingType[], heldOn: string, groupId: string | null = null, vote?: PlannedMeeting['vote']) => {
    if (heldOn > until) return;
    const part = `${heldOn}-${types[0]}${groupId ? `-${groupId}` : ''}${vote ? `-${vote.memberId}` : ''}`;
    planned.push({ id: `meeting-${shortened(part)}`, types, heldOn, groupId, vote });
  };
  for (let month = 1; month <= 12; month++) {
    const on = (date: number) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const isQuarterMonth = month % 3 === 2;
    // The month before the last one lacks its committee meeting: something to find and mend while practising.
    if (on(6).slice(0, 7) !== addDays(`${until.slice(0, 7)}-01`, -1).slice(0, 7)) add(['committee-meeting'], on(6));
    if (isLarge) continue;
    if (isQuarterMonth) add(['members-meeting'], on(12));
    if (isQuarterMonth) add(['party-lesson'], on(16));
    for (const groupId of groupIds) add(['group-meeting'], on(20), groupId);
    add(['theme-day'], on(25));
    if (month === 10) add(['organizational-life', 'democratic-appraisal'], on(22));
  }
  for (const { on, ...vote } of votes)
    if (on.startsWith(String(year)) && !isLarge) add(['members-meeting'], on, null, vote);
  return planned.sort((left, right) => left.heldOn.localeCompare(right.heldOn) || left.id.localeCompare(right.id));
}

/** Record ids hold 40 characters. */
function shortened(part: string): string {
  return part
    .replace('members-meeting', 'members')
    .replace('committee-meeting', 'committee')
    .replace('group-meeting', 'group')
    .replace('organizational-life', 'life')
    .replace('party-lesson', 'lesson')
    .replace('theme-day', 'theme');
}

/** Writes the minutes of a planned meeting. Nothing is said by anybody: only who was there and what was decided. */
export function meetingDraft(
  random: Random,
  planned: PlannedMeeting,
  branchId: string,
  expected: readonly Person[],
  officers: { chair: Person; recorder: Person },
  today: string,
): Draft {
  const attendance = expected.map((person) => attend(random, person, officers));
  const main = planned.types[0];
  const title = titleOf(random, planned);
  return {
    id: planned.id,
    revision: 0,
    branchId,
    groupId: planned.groupId,
    types: planned.types,
    title,
    heldOn: planned.heldOn,
    startsAt: '14:30',
    endsAt: main === 'theme-day' ? '17:00' : '16:00',
    place: words.venue,
    chairId: officers.chair.memberId,
    chairName: officers.chair.name,
    recorderId: officers.recorder.memberId,
    recorderName: officers.recorder.name,
    assessmentYear: main === 'organizational-life' ? Number(planned.heldOn.slice(0, 4)) : null,
    agenda: [{ id: 'agenda-1', title, content: words.madeUp }],
    studyContent: main === 'theme-day' ? '' : `学习《${random.pick(words.study)}》`,
    attendance,
    votes: planned.vote ? [admissionVote(planned, title, attendance, expected)] : [],
    resolutions: [
      {
        id: 'resolution-1',
        text: `${title}的各项工作按会议要求落实。${words.madeUp}`,
        responsibleId: officers.chair.memberId,
        responsibleName: officers.chair.name,
        dueOn: addDays(planned.heldOn, 30),
        ...settled(addDays(planned.heldOn, random.int(10, 28)), today),
      },
    ],
    ...(main === 'party-lesson'
      ? {
          lessonTopic: title,
          lecturer: officers.chair.name,
          lecturerPost: '支部书记',
          studyHours: 2,
          materials: '课件',
        }
      : {}),
    ...(main === 'theme-day'
      ? { theme: title, themeForm: random.pick(words.themeForms), cost: random.int(0, 4) * 5000, materials: '照片' }
      : {}),
  };
}

/** A resolution is settled once its day has come. */
function settled(doneOn: string, today: string) {
  return doneOn <= today ? { doneOn, outcome: '已落实' } : { doneOn: null, outcome: '' };
}

function attend(random: Random, person: Person, officers: { chair: Person; recorder: Person }) {
  const isOfficer = person.memberId === officers.chair.memberId || person.memberId === officers.recorder.memberId;
  const state: AttendanceState = person.isExempt
    ? 'exempt'
    : isOfficer || random.chance(0.92)
      ? 'present'
      : random.chance(0.9)
        ? 'leave'
        : 'absent';
  const reason = state === 'leave' ? random.pick(words.reasons) : state === 'exempt' ? '年老体弱' : '';
  return { memberId: person.memberId, state, reason, opinionReceivedOn: null };
}

function titleOf(random: Random, planned: PlannedMeeting): string {
  const month = Number(planned.heldOn.slice(5, 7));
  if (planned.vote) {
    const about = planned.vote.kind === 'admission' ? '接收为预备党员' : '预备党员转正';
    return `讨论${planned.vote.name}${about}`;
  }
  switch (planned.types[0]) {
    case 'members-meeting':
      return `${Math.ceil(month / 3)}季度支部党员大会`;
    case 'committee-meeting':
      return `${month}月${random.pick(words.committeeTopics)}`;
    case 'group-meeting':
      return `${month}月党小组学习`;
    case 'party-lesson':
      return random.pick(words.lessons);
    case 'theme-day':
      return random.pick(words.themes);
    default:
      return `${planned.heldOn.slice(0, 4)}年度组织生活会和民主评议党员`;
  }
}

function admissionVote(
  planned: PlannedMeeting,
  subject: string,
  attendance: readonly { memberId: string; state: AttendanceState }[],
  expected: readonly Person[],
): NonNullable<Draft['votes']>[number] {
  // Who is voted on has no vote in it, although 转正 is dated back to the end of probation.
  const subjectId = planned.vote?.memberId;
  const voters = new Set(
    expected
      .filter((person) => person.hasVotingRights && person.memberId !== subjectId)
      .map((person) => person.memberId),
  );
  const present = attendance.filter(({ memberId, state }) => state === 'present' && voters.has(memberId)).length;
  return {
    id: 'vote-1',
    agendaId: 'agenda-1',
    rule: 'V1',
    subject,
    subjectMemberId: planned.vote?.memberId ?? null,
    method: 'secret-ballot',
    inFavour: present,
    against: 0,
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
    recordedResult: 'passed',
  };
}
