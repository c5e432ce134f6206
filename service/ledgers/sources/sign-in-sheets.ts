import type { Column, FormPage, LedgerRow } from '../../../contract/ledger.ts';
import type { Meeting } from '../../../contract/meeting.ts';
import { attendanceStateNames } from '../../../rules/codes/meeting.ts';
import { yearRange } from '../../../rules/dates.ts';
import { signInSheets } from '../../../templates/ledgers/19-sign-in-sheets.ts';
import { meetingWords, signInWords as words } from '../../../templates/ledgers/meeting-words.ts';
import { type MeetingFacts, meetingFacts } from '../meeting-facts.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { registered } from '../words.ts';
import { formName, timeOf } from './meeting-form.ts';

const columns: readonly Column[] = [
  { key: 'name', title: words.name, format: 'text', width: 12 },
  { key: 'group', title: words.group, format: 'text', width: 14 },
  { key: 'signature', title: words.signature, format: 'blank', width: 26 },
  { key: 'note', title: words.note, format: 'long-text', width: 18 },
];

/** 会议签到表: for every meeting of the year, those still to come too, for they are printed beforehand. */
export const signInSheetsSource: FormSource = (context) => ({
  pages: function* () {
    for (const facts of meetingFacts(context, undefined, yearRange(context.options.year).to)) {
      yield sheetOf(facts, context);
    }
  },
});

function sheetOf(facts: MeetingFacts, { people }: SourceContext): FormPage {
  const { meeting, counted, isAttendanceRegistered } = facts;
  const present = isAttendanceRegistered ? counted.present : null;
  const absent = isAttendanceRegistered ? counted.absent : 0;
  return {
    recordId: meeting.id,
    name: formName(meeting),
    title: signInSheets.title,
    heading: [],
    blocks: [
      {
        type: 'fields',
        columns: 2,
        fields: [
          { label: words.meeting, value: meeting.title, format: 'text', span: 2 },
          { label: words.time, value: timeOf(meeting), format: 'text' },
          { label: words.place, value: registered(meeting.place), format: 'text' },
        ],
      },
      {
        type: 'table',
        title: '',
        columns,
        numbered: true,
        rows: [...signers(facts, people.expectedAt(meeting)), ...observers(meeting)],
        emptyText: words.nobody,
        tall: true,
      },
      { type: 'note', text: words.counts(counted.expected, present, counted.leave, absent) },
    ],
    signatures: words.signatures,
  };
}

function signers(
  { meeting }: MeetingFacts,
  expected: readonly { memberId: string; name: string; groupName: string }[],
): LedgerRow[] {
  const states = new Map(meeting.attendance.map((entry) => [entry.memberId, entry]));
  return expected.map(({ memberId, name, groupName }) => {
    const entry = states.get(memberId);
    const note =
      entry === undefined || entry.state === 'present'
        ? null
        : meetingWords.state(attendanceStateNames[entry.state], entry.reason.trim());
    return { recordId: memberId, cells: { name, group: registered(groupName), signature: null, note } };
  });
}

function observers(meeting: Meeting): LedgerRow[] {
  return meeting.observers.map(({ name, identity }) => {
    const note = identity.trim() === '' ? words.observer : `${words.observer}：${identity.trim()}`;
    return { cells: { name, group: null, signature: null, note } };
  });
}
