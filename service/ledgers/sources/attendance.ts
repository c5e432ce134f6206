import type { LedgerRow } from '../../../contract/ledger.ts';
import type { AttendanceState, Meeting } from '../../../contract/meeting.ts';
import { meetingsOf } from '../../../db/queries/meetings.ts';
import { validExclusions } from '../../../rules/attendance.ts';
import { attendanceWords } from '../../../templates/ledgers/meeting-words.ts';
import { percent } from '../../../templates/ledgers/words.ts';
import type { SourceContext, TableSource } from '../source.ts';

interface Tally {
  due: number;
  present: number;
  leave: number;
  absent: number;
  months: { due: number; present: number }[];
}

/**
 * 党员组织生活出勤台账: everybody who was here in the year, month by month, each with the meetings of the time here
 * (domain.md §14 trap 23). Meetings whose attendance is not registered are left out; who is exempt or excluded with both
 * approvals had no duty to come.
 */
export const attendanceSource: TableSource = (context) => {
  const tallies = new Map<string, Tally>();
  const { db, branch, from, to } = context;
  let unregistered = 0;
  for (const meeting of meetingsOf(db, { branchId: branch.id, from, to })) {
    if (meeting.attendance.length === 0) unregistered += 1;
    else countMeeting(meeting, context, tallies);
  }
  const sums = { expected: 0, present: 0 };
  const everybody = everybodyOf(context);
  for (const { id } of everybody) {
    const tally = tallies.get(id);
    sums.expected += tally?.due ?? 0;
    sums.present += tally?.present ?? 0;
  }
  return {
    rows: () => rows(everybody, tallies),
    totals: { ...sums, rate: percent(sums.expected === 0 ? null : sums.present / sums.expected) },
    missing: unregistered === 0 ? [] : [{ title: '实到', count: unregistered }],
  };
};

function countMeeting(meeting: Meeting, { people }: SourceContext, tallies: Map<string, Tally>): void {
  const states = new Map(meeting.attendance.map(({ memberId, state }) => [memberId, state]));
  const excluded = validExclusions(meeting.exclusions, meeting.heldOn);
  const month = Number(meeting.heldOn.slice(5, 7)) - 1;
  for (const { memberId } of people.expectedAt(meeting)) {
    const state = states.get(memberId);
    if (state === 'exempt' || (excluded.has(memberId) && state !== 'present')) continue;
    const tally = tallies.get(memberId) ?? newTally();
    tallies.set(memberId, tally);
    countState(tally, month, state);
  }
}

function newTally(): Tally {
  return {
    due: 0,
    present: 0,
    leave: 0,
    absent: 0,
    months: Array.from({ length: 12 }, () => ({ due: 0, present: 0 })),
  };
}

/** 不计入 without both approvals stays in 应到 as absent; a written opinion is a vote, not attendance. */
function countState(tally: Tally, month: number, state: AttendanceState | undefined): void {
  const inMonth = tally.months[month];
  tally.due += 1;
  if (inMonth) inMonth.due += 1;
  if (state === 'present') {
    tally.present += 1;
    if (inMonth) inMonth.present += 1;
  } else if (state === 'leave') tally.leave += 1;
  else if (state === 'absent' || state === 'excluded') tally.absent += 1;
}

interface Row {
  id: string;
  name: string;
}

/** Those of the roster in its order, then who had left by its day. */
function everybodyOf({ roster, people, from, to }: SourceContext): Row[] {
  const present = new Map(people.between(from, to).map((person) => [person.id, person]));
  const ordered = roster.ids.flatMap((id) => present.get(id) ?? []);
  const known = new Set(roster.ids);
  return [...ordered, ...[...present.values()].filter(({ id }) => !known.has(id))].map(({ id, name, leftOn }) => ({
    id,
    name: leftOn === null ? name : attendanceWords.left(name, leftOn),
  }));
}

function* rows(everybody: readonly Row[], tallies: ReadonlyMap<string, Tally>): Generator<LedgerRow> {
  for (const { id, name } of everybody) {
    const tally = tallies.get(id) ?? newTally();
    const months = tally.months.map(({ due, present }, index) => [
      `month${index + 1}`,
      due === 0 ? null : `${present}/${due}`,
    ]);
    const { due, present, leave, absent } = tally;
    yield {
      recordId: id,
      cells: {
        name,
        ...Object.fromEntries(months),
        ...(due === 0
          ? { expected: 0, present: null, leave: null, absent: null, rate: null }
          : { expected: due, present, leave, absent, rate: present / due }),
      },
    };
  }
}
