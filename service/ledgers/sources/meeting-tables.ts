import type { LedgerRow, TableData } from '../../../contract/ledger.ts';
import type { MeetingType } from '../../../contract/meeting.ts';
import { attendanceRate } from '../../../rules/attendance.ts';
import { meetingWords } from '../../../templates/ledgers/meeting-words.ts';
import { percent } from '../../../templates/ledgers/words.ts';
import {
  absenteesOf,
  contentOf,
  countCells,
  type MeetingFacts,
  materialsOf,
  meetingFacts,
  outcomeOf,
  resolutionsOf,
  topicOf,
} from '../meeting-facts.ts';
import type { SourceContext, TableSource } from '../source.ts';
import { registered } from '../words.ts';
import { groupNamesOf } from './probation-roster.ts';

/** The ledgers of one kind of meeting each: 13 to 16 and 18. A combined meeting stands in each of its ledgers. */

type Cells = LedgerRow['cells'];

/** Rows of all meetings of a type; they are few, so they are made once. */
function tableOf(
  context: SourceContext,
  type: MeetingType,
  cellsOf: (facts: MeetingFacts) => Cells,
  sort: (facts: MeetingFacts[]) => MeetingFacts[] = (facts) => facts,
): TableData & { facts: MeetingFacts[] } {
  const facts = sort(meetingFacts(context, type));
  const rows = facts.map((each): LedgerRow => ({ recordId: each.meeting.id, cells: cellsOf(each) }));
  return { facts, rows: () => rows, totals: { meetings: rows.length } };
}

export const membersMeetingsSource: TableSource = (context) => {
  const { facts, ...table } = tableOf(context, 'members-meeting', (each) => ({
    heldOn: each.meeting.heldOn,
    topic: topicOf(each),
    chair: registered(each.nameOf(each.meeting.chairId, each.meeting.chairName)),
    recorder: registered(each.nameOf(each.meeting.recorderId, each.meeting.recorderName)),
    ...countCells(each),
    absentees: absenteesOf(each, ['leave', 'absent', 'written-opinion', 'exempt']),
    resolutions: resolutionsOf(each),
    materials: materialsOf(each),
  }));
  const registeredOnes = facts.filter((each) => each.isAttendanceRegistered).map(({ counted }) => counted);
  return { ...table, totals: { ...table.totals, rate: percent(attendanceRate(registeredOnes)) } };
};

export const committeeMeetingsSource: TableSource = (context) => {
  const { facts: _facts, ...table } = tableOf(context, 'committee-meeting', (each) => ({
    heldOn: each.meeting.heldOn,
    topic: topicOf(each),
    ...countCells(each),
    chair: registered(each.nameOf(each.meeting.chairId, each.meeting.chairName)),
    recorder: registered(each.nameOf(each.meeting.recorderId, each.meeting.recorderName)),
    resolutions: resolutionsOf(each),
    outcome: outcomeOf(each),
  }));
  return table;
};

/** By group in display order, then by day; groups that were dissolved since had their meetings too. */
export const groupMeetingsSource: TableSource = (context) => {
  const names = groupNamesOf(context);
  const order = [...names.keys()];
  const place = ({ meeting }: MeetingFacts): number => {
    const found = order.indexOf(meeting.groupId ?? '');
    return found < 0 ? order.length : found;
  };
  const byGroup = (facts: MeetingFacts[]): MeetingFacts[] => facts.toSorted((one, other) => place(one) - place(other));
  const { facts: _facts, ...table } = tableOf(
    context,
    'group-meeting',
    (each) => ({
      heldOn: each.meeting.heldOn,
      group: names.get(each.meeting.groupId ?? '') ?? null,
      topic: topicOf(each),
      ...countCells(each),
      content: contentOf(each),
    }),
    byGroup,
  );
  return table;
};

export const partyLessonsSource: TableSource = (context) => {
  const { facts, ...table } = tableOf(context, 'party-lesson', (each) => ({
    heldOn: each.meeting.heldOn,
    topic: topicOf(each, each.meeting.lessonTopic),
    lecturer: registered(meetingWords.lecturer(each.meeting.lecturer.trim(), each.meeting.lecturerPost.trim())),
    place: registered(each.meeting.place),
    ...countCells(each),
    studyHours: each.meeting.studyHours,
    materials: materialsOf(each),
  }));
  const hours = facts.reduce((sum, { meeting }) => sum + Math.round((meeting.studyHours ?? 0) * 100), 0) / 100;
  return { ...table, totals: { ...table.totals, hours } };
};

export const themeDaysSource: TableSource = (context) => {
  const { facts: _facts, ...table } = tableOf(context, 'theme-day', (each) => ({
    heldOn: each.meeting.heldOn,
    theme: topicOf(each, each.meeting.theme),
    form: registered(each.meeting.themeForm),
    place: registered(each.meeting.place),
    ...countCells(each),
    content: contentOf(each),
    cost: each.meeting.cost,
    photos: materialsOf(each, ['photo']),
  }));
  return table;
};
