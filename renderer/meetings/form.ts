import {
  type AgendaItem,
  type Attendance,
  type AttendanceState,
  blankMeeting,
  type Meeting,
  type MeetingView,
  type Tally,
  type Vote,
  type VoteRule,
} from '../../contract/meeting.ts';
import type { Wire } from '../../contract/operations.ts';
import { isDay } from '../../rules/dates.ts';
import { newId } from '../data/new-id.ts';

/** The fields of a meeting that are entered; what the program adds stays with the stored record. */
export type MeetingForm = Omit<
  Meeting,
  | 'enteredOn'
  | 'isLateEntry'
  | 'signedOn'
  | 'chairSignature'
  | 'recorderSignature'
  | 'amendments'
  | 'voidedOn'
  | 'voidReason'
  | 'voidConfirmedBy'
> & {
  /** The name is made of the types until she writes her own. */
  isTitleOwn: boolean;
  /** Votes whose recorded result she set herself; the others follow the count. */
  ownResults: readonly string[];
};

export type Patch = Partial<MeetingForm>;
export type ChangeForm = (patch: Patch | ((form: MeetingForm) => Patch)) => void;

/** A new meeting, empty but for what is known. */
export function newForm(known: { branchId: string; heldOn: string } & Patch): MeetingForm {
  return {
    ...(blankMeeting as Omit<MeetingForm, 'id' | 'revision' | 'types' | 'title' | 'isTitleOwn' | 'ownResults'>),
    id: newId(),
    revision: 0,
    types: [],
    title: '',
    isTitleOwn: false,
    ownResults: [],
    ...known,
  };
}

/** The form of a stored record. A recorded result that is what the count gives goes on following it. */
export function formOf({ meeting, tallies }: Pick<MeetingView, 'meeting' | 'tallies'>): MeetingForm {
  const {
    enteredOn: _enteredOn,
    isLateEntry: _isLateEntry,
    signedOn: _signedOn,
    chairSignature: _chair,
    recorderSignature: _recorder,
    amendments: _amendments,
    voidedOn: _voidedOn,
    voidReason: _voidReason,
    voidConfirmedBy: _voidConfirmedBy,
    ...entered
  } = meeting;
  const ownResults = meeting.votes
    .filter((vote, index) => {
      const tally = tallies[index];
      return tally !== undefined && followedResult(tally) !== vote.recordedResult;
    })
    .map((vote) => vote.id);
  return { ...entered, isTitleOwn: true, ownResults };
}

/**
 * What is sent: rows that hold nothing are left out, as are the states of people who are not shown.
 * `shown` are the people of the attendance list in its order.
 */
export function draftOf(form: MeetingForm, shown: readonly string[]): Wire<'meeting.save'>['draft'] {
  const { isTitleOwn: _own, ownResults: _results, title, ...fields } = form;
  const states = new Map(form.attendance.map((entry) => [entry.memberId, entry]));
  const voted = new Set(form.votes.map((vote) => vote.agendaId));
  const agenda = form.agenda.filter((item) => item.title !== '' || item.content !== '' || voted.has(item.id));
  return {
    ...fields,
    ...(title === '' ? {} : { title }),
    attendance: shown.flatMap((memberId) => states.get(memberId) ?? []),
    agenda,
    votes: form.votes.map((vote) => ({
      ...vote,
      subject: vote.subject || subjectOf(vote, agenda),
      candidates: vote.candidates.filter((candidate) => candidate.name !== ''),
    })),
    speeches: form.speeches.filter((speech) => speech.name !== ''),
    observers: form.observers.filter((observer) => observer.name !== ''),
    resolutions: form.resolutions.filter((resolution) => resolution.text.trim() !== ''),
  };
}

function subjectOf(vote: Vote, agenda: readonly AgendaItem[]): string {
  return agenda.find((item) => item.id === vote.agendaId)?.title ?? '';
}

/** Whether there is enough to count: a day that exists and a type. */
export function canBeChecked(form: MeetingForm): boolean {
  return isDay(form.heldOn) && form.types.length > 0;
}

/** Sets the state of one person; other words about the person go when they do not fit the new state. */
export function withState(attendance: readonly Attendance[], memberId: string, state: AttendanceState): Attendance[] {
  const entry = attendance.find((candidate) => candidate.memberId === memberId);
  const changed: Attendance = {
    memberId,
    state,
    reason: state === 'present' ? '' : (entry?.reason ?? ''),
    opinionReceivedOn: state === 'written-opinion' ? (entry?.opinionReceivedOn ?? null) : null,
  };
  return entry === undefined
    ? [...attendance, changed]
    : attendance.map((candidate) => (candidate === entry ? changed : candidate));
}

/** Marks everybody who has no state: present, or exempt where attendance is not asked of them. */
export function withRestPresent(
  attendance: readonly Attendance[],
  people: readonly { memberId: string; isExempt: boolean }[],
): Attendance[] {
  const marked = new Set(attendance.map((entry) => entry.memberId));
  return [
    ...attendance,
    ...people
      .filter((person) => !marked.has(person.memberId))
      .map(
        (person): Attendance => ({
          memberId: person.memberId,
          state: person.isExempt ? 'exempt' : 'present',
          reason: '',
          opinionReceivedOn: null,
        }),
      ),
  ];
}

/** The rule that a vote on this item most likely follows; she can choose another. */
export function likelyRule(form: Pick<MeetingForm, 'types'>, title: string): VoteRule {
  if (form.types.length > 0 && form.types.every((type) => type === 'committee-meeting')) return 'V4';
  if (/选举|换届|补选/.test(title)) return 'V3';
  return /接收|发展|转正|预备/.test(title) ? 'V1' : 'V2';
}

/** The recorded result that the count gives: an invalid meeting decides nothing. */
export function followedResult(tally: Tally): Vote['recordedResult'] {
  return tally.result === 'passed' || tally.result === 'rejected' ? tally.result : 'not-voted';
}

/** A vote with nothing counted. Admission and elections are by secret ballot. */
export function newVote(agendaId: string, rule: VoteRule, fields: Partial<Vote> = {}): Vote {
  return {
    id: newId(),
    agendaId,
    rule,
    subject: '',
    subjectMemberId: null,
    method: rule === 'V1' || rule === 'V3' ? 'secret-ballot' : 'show-of-hands',
    inFavour: null,
    against: null,
    abstain: null,
    writtenInFavour: 0,
    writtenAgainst: 0,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsInvalid: null,
    seats: rule === 'V3' ? 1 : null,
    candidates: [],
    tellers: '',
    scrutineers: '',
    recordedResult: 'not-voted',
    ...fields,
  };
}

/** `list` with the entry at `index` changed. */
export function changedAt<Entry>(list: readonly Entry[], index: number, patch: Partial<Entry>): Entry[] {
  return list.map((entry, place) => (place === index ? { ...entry, ...patch } : entry));
}
