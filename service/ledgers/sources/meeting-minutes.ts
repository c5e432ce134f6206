import type { FormBlock, FormField, FormPage } from '../../../contract/ledger.ts';
import { exclusionReasonNames, meetingTypeNames } from '../../../rules/codes/meeting.ts';
import { meetingWords, minutesTitles, minutesWords as words } from '../../../templates/ledgers/meeting-words.ts';
import { dottedDay, numbered } from '../../../templates/ledgers/words.ts';
import { absenteesOf, type MeetingFacts, materialsOf, meetingFacts } from '../meeting-facts.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { registered } from '../words.ts';
import { formName, timeOf } from './meeting-form.ts';
import { voteBlocks } from './minutes-votes.ts';

/** 会议记录: one record for each meeting of the year up to the day. Nothing is said that was not entered. */
export const meetingMinutesSource: FormSource = (context) => ({
  pages: function* () {
    // They come from the first of the year on in order of their beginning: 届次 is counted along the way.
    const held = new Map<string, number>();
    for (const facts of meetingFacts(context)) {
      const { types, groupId } = facts.meeting;
      for (const type of types) held.set(`${type} ${groupId}`, (held.get(`${type} ${groupId}`) ?? 0) + 1);
      const ordinal = held.get(`${types[0] ?? 'members-meeting'} ${groupId}`) ?? 1;
      yield recordOf(facts, context, ordinal);
    }
  },
});

function recordOf(facts: MeetingFacts, context: SourceContext, ordinal: number): FormPage {
  const { meeting } = facts;
  return {
    recordId: meeting.id,
    name: formName(meeting),
    title: minutesTitles[meeting.types[0] ?? 'members-meeting'],
    heading: [],
    blocks: [{ type: 'fields', columns: 2, fields: fieldsOf(facts, context, ordinal) }, ...sectionsOf(facts)],
    signatures: words.signatures(meeting.chairSignature, meeting.recorderSignature),
  };
}

function field(label: string, value: FormField['value'], more: Partial<FormField> = {}): FormField {
  return { label, value, format: 'text', ...more };
}

/** Fields that apply to some meetings only are left out where they are empty. */
function optional(label: string, value: string | null, more: Partial<FormField> = {}): FormField[] {
  return value === null ? [] : [field(label, value, more)];
}

function fieldsOf(facts: MeetingFacts, { groups }: SourceContext, ordinal: number): FormField[] {
  const { meeting, counted } = facts;
  const wide = { span: 2 };
  const group = groups.find(({ id }) => id === meeting.groupId)?.name ?? null;
  const lecturer = registered(meetingWords.lecturer(meeting.lecturer.trim(), meeting.lecturerPost.trim()));
  const hours = meeting.studyHours === null ? null : String(meeting.studyHours);
  const isLesson = meeting.types.includes('party-lesson');
  const present = facts.isAttendanceRegistered ? words.counted(counted.present, counted.rightsPresent) : null;
  return [
    field(words.types, meeting.types.map((type) => meetingTypeNames[type]).join('、')),
    field(words.ordinal, words.ordinalOf(Number(meeting.heldOn.slice(0, 4)), ordinal)),
    ...optional(words.group, group, wide),
    field(words.time, timeOf(meeting)),
    field(words.place, registered(meeting.place), { required: true }),
    field(words.chair, registered(facts.nameOf(meeting.chairId, meeting.chairName)), { required: true }),
    field(words.recorder, registered(facts.nameOf(meeting.recorderId, meeting.recorderName)), { required: true }),
    field(words.expected, words.counted(counted.expected, counted.rightsExpected)),
    field(words.present, present, { required: true }),
    field(words.leave, absenteesOf(facts, ['leave']) ?? none(facts), wide),
    field(words.absent, absenteesOf(facts, ['absent']) ?? none(facts), wide),
    ...optional(words.writtenOpinions, absenteesOf(facts, ['written-opinion']), wide),
    ...optional(words.exempt, absenteesOf(facts, ['exempt']), wide),
    ...optional(words.excluded, exclusionsOf(facts), wide),
    ...optional(words.observers, observersOf(facts), wide),
    ...(isLesson ? [field(words.lesson, registered(meeting.lessonTopic), { ...wide, required: true })] : []),
    ...(isLesson ? [field(words.lecturer, lecturer, { required: true }), field(words.hours, hours)] : []),
    ...optional(words.theme, registered(meeting.theme), wide),
    ...optional(words.form, registered(meeting.themeForm)),
    ...(meeting.cost === null ? [] : [field(words.cost, meeting.cost, { format: 'money' })]),
    ...(meeting.isLateEntry ? [field(words.late, words.lateEntry(meeting.enteredOn, meeting.lateReason), wide)] : []),
  ];
}

/** Nobody on leave is 无 where attendance is registered, and unknown where it is not. */
function none({ isAttendanceRegistered }: MeetingFacts): string {
  return isAttendanceRegistered ? words.none : words.unregistered;
}

function exclusionsOf({ meeting, nameOf }: MeetingFacts): string | null {
  const day = (date: string | null): string => (date === null ? words.unregistered : dottedDay(date));
  const written = meeting.exclusions.map((exclusion) =>
    words.exclusion(
      nameOf(exclusion.memberId, ''),
      exclusionReasonNames[exclusion.reason],
      [day(exclusion.superiorApprovedOn), exclusion.superiorApprovalNumber.trim()].filter(Boolean).join(' '),
      day(exclusion.adoptedByMeetingOn),
    ),
  );
  return registered(written.join('；'));
}

function observersOf({ meeting }: MeetingFacts): string | null {
  return registered(meeting.observers.map(({ name, identity }) => words.observer(name, identity.trim())).join('、'));
}

/** The sections that have something in them, counted 一、二、三… */
function sectionsOf(facts: MeetingFacts): FormBlock[] {
  const { sections } = words;
  const parts: { title: string; blocks: (title: string) => FormBlock[] }[] = [
    { title: sections.agenda, blocks: prose(agendaOf(facts)) },
    { title: sections.study, blocks: prose(facts.meeting.studyContent) },
    { title: sections.discussion, blocks: prose(discussionOf(facts)) },
    { title: sections.dissent, blocks: prose(facts.meeting.dissent) },
    { title: sections.votes, blocks: (title) => voteBlocks(facts, title) },
    { title: sections.resolutions, blocks: prose(numberedLines(facts.meeting.resolutions.map(({ text }) => text))) },
    { title: sections.tasks, blocks: (title) => taskBlocks(facts, title) },
    { title: sections.materials, blocks: prose(materialsOf(facts) ?? '') },
    { title: sections.amendments, blocks: prose(amendmentsOf(facts)) },
  ];
  const blocks: FormBlock[] = [];
  let count = 0;
  for (const { title, blocks: make } of parts) {
    const made = make(words.section(count, title));
    if (made.length === 0) continue;
    count += 1;
    blocks.push(...made);
  }
  return blocks;
}

function prose(text: string): (title: string) => FormBlock[] {
  return (title) => (text.trim() === '' ? [] : [{ type: 'prose', title, text: text.trim() }]);
}

function agendaOf({ meeting }: MeetingFacts): string {
  const items = meeting.agenda.map(({ title, content }) =>
    content.trim() === '' ? title : `${title}\n${content.trim()}`,
  );
  return meeting.agenda.every(({ content }) => content.trim() === '')
    ? numbered(meeting.agenda.map(({ title }) => title))
    : numberedLines(items);
}

function numberedLines(items: readonly string[]): string {
  const written = items.map((item) => item.trim()).filter(Boolean);
  return written.length <= 1 ? (written[0] ?? '') : written.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

function discussionOf({ meeting, nameOf }: MeetingFacts): string {
  const speeches = meeting.speeches.map(({ memberId, name, text }) =>
    words.speech(nameOf(memberId, name), text.trim()),
  );
  return [meeting.discussion.trim(), ...speeches].filter(Boolean).join('\n');
}

function taskBlocks(facts: MeetingFacts, title: string): FormBlock[] {
  const tasks = facts.meeting.resolutions.filter(
    ({ responsibleId, responsibleName, dueOn }) => responsibleId !== null || responsibleName !== '' || dueOn !== null,
  );
  if (tasks.length === 0) return [];
  return [
    {
      type: 'table',
      title,
      numbered: true,
      emptyText: words.none,
      columns: [
        { key: 'text', title: words.task.text, format: 'long-text', width: 24 },
        { key: 'responsible', title: words.task.responsible, format: 'text', width: 8 },
        { key: 'due', title: words.task.due, format: 'date', width: 11 },
        { key: 'done', title: words.task.done, format: 'date', width: 11 },
        { key: 'outcome', title: words.task.outcome, format: 'long-text', width: 14 },
      ],
      rows: tasks.map((task) => ({
        cells: {
          text: task.text,
          responsible: registered(facts.nameOf(task.responsibleId, task.responsibleName)),
          due: task.dueOn,
          done: task.doneOn,
          outcome: registered(task.outcome),
        },
      })),
    },
  ];
}

function amendmentsOf({ meeting }: MeetingFacts): string {
  return meeting.amendments
    .map(({ madeAt, actor, field: name, text, reason }) =>
      words.amendment(madeAt.slice(0, 10), actor, name, text, reason),
    )
    .join('\n');
}
