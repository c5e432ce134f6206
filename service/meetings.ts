import type { MeetingView } from '../contract/meeting.ts';
import type { MeetingRow } from '../contract/meeting-operations.ts';
import { getMeeting, listMeetings } from '../db/queries/meetings.ts';
import { listSettings } from '../db/queries/settings.ts';
import type { HandlersOf } from './handler-types.ts';
import { boardOf } from './meetings/board.ts';
import { peopleOfBranch, toExpected } from './meetings/people.ts';
import { checkMeeting, saveMeeting, view } from './meetings/save.ts';
import { amendMeeting, signMeeting, voidMeeting } from './meetings/sign.ts';
import { viewMeeting } from './meetings/view.ts';

export const meetingHandlers = {
  'meeting.list': ({ archive }, { offset, limit, ...filter }) => {
    const { meetings, total } = listMeetings(archive.db, filter, { offset, limit });
    const settings = listSettings(archive.db);
    return {
      rows: meetings.map((meeting) =>
        toRow(viewMeeting(meeting, { people: peopleOfBranch(archive.db, meeting.branchId), settings })),
      ),
      total,
    };
  },
  'meeting.get': (context, { id }) => view(context, getMeeting(context.archive.db, id)),
  'meeting.expected': ({ archive }, { branchId, ...meeting }) =>
    peopleOfBranch(archive.db, branchId).expectedAt(meeting).map(toExpected),
  'meeting.check': checkMeeting,
  'meeting.save': saveMeeting,
  'meeting.sign': signMeeting,
  'meeting.amend': amendMeeting,
  'meeting.void': voidMeeting,
  'meeting.board': ({ archive }, input) => boardOf(archive.db, input),
} satisfies HandlersOf<
  | 'meeting.list'
  | 'meeting.get'
  | 'meeting.expected'
  | 'meeting.check'
  | 'meeting.save'
  | 'meeting.sign'
  | 'meeting.amend'
  | 'meeting.void'
  | 'meeting.board'
>;

function toRow({ meeting, counted, findings }: MeetingView): MeetingRow {
  const { id, revision, branchId, groupId, types, title, heldOn, startsAt, place, chairName, isLateEntry } = meeting;
  const { expected, present, leave, absent } = counted;
  return {
    ...{ id, revision, branchId, groupId, types, title, heldOn, startsAt, place, chairName, isLateEntry },
    ...{ expected, present, leave, absent },
    isSigned: meeting.signedOn !== null,
    isVoided: meeting.voidedOn !== null,
    findings: findings.length,
  };
}
