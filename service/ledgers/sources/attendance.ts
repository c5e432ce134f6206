import type { LedgerRow } from '../../../contract/ledger.ts';
import type { AttendanceState, Meeting } from '../../../contract/meeting.ts';
import { meetingsOf } from '../../../db/queries/meetings.ts';
import { validExclusions } from '../../../rules/attendance.ts';
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
 * 党员组织生活出勤台账: each person of the roster, month by month. Meetings whose attendance is not registered are
 * left out; who is exempt or excluded with both approvals had no duty to come.
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
  for (const { member } of context.roster.entries()) {
    const tally = tallies.get(member.id);
    sums.expected += tally?.due ?? 0;
    sums.present += tally?.present ?? 0;
  }
  return {
    rows: () => rows(context, tallies),
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

function* rows({ roster }: SourceContext, tallies: ReadonlyMap<string, Tally>): Generator<LedgerRow> {
  for (const { member } of roster.entries()) {
    const tally = tallies.get(member.id) ?? newTally();
    const months = tally.months.map(({ due, present }, index) => [
      `month${index + 1}`,
      due === 0 ? null : `${present}/${due}`,
    ]);
    const { due, present, leave, absent } = tally;
    yield {
      recordId: member.id,
      cells: {
        name: member.name,
        ...Object.fromEntries(months),
        ...(due === 0
          ? { expected: 0, present: null, leave: null, absent: null, rate: null }
          : { expected: due, present, leave, absent, rate: present / due }),
      },
    };
  }
}
