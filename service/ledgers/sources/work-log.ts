import type { LedgerRow } from '../../../contract/ledger.ts';
import { eventsOf } from '../../../db/queries/work-log.ts';
import { meetingTypeShortNames } from '../../../rules/codes/meeting.ts';
import { entryKindNames, leaveKindNames, statusKindNames } from '../../../rules/codes/member.ts';
import { trainingFormNames } from '../../../rules/codes/training.ts';
import { compareDates } from '../../../rules/dates.ts';
import { stepOn, type Templates } from '../../../rules/development-template.ts';
import { workLogWords as words } from '../../../templates/ledgers/assessment-words.ts';
import { duesWords, monthSpan, yuan } from '../../../templates/ledgers/dues-words.ts';
import { educationWords } from '../../../templates/ledgers/education-words.ts';
import { numbered } from '../../../templates/ledgers/words.ts';
import { developmentTemplates } from '../../development/facts.ts';
import type { TableSource } from '../source.ts';
import { postWord, registered } from '../words.ts';

interface Line {
  on: string | null;
  kind: string;
  title: string;
  detail: string;
  handler?: string;
  recordId: string;
}

/** 工作日志: all events of the year up to the day, in order; an event known by its month stands before its days. */
export const workLogSource: TableSource = ({ db, branch, from, to }) => {
  const events = eventsOf(db, { branchId: branch.id, from, to });
  const lines = [
    ...meetingLines(events),
    ...assessmentLines(events),
    ...organisationLines(events, developmentTemplates(db)),
    ...peopleLines(events),
  ];
  const rows = lines
    .filter((line): line is Line & { on: string } => line.on !== null)
    .sort((one, other) => compareDates(one.on, other.on) || one.kind.localeCompare(other.kind, 'zh'))
    .map(
      ({ on, kind, title, detail, handler, recordId }): LedgerRow => ({
        recordId,
        cells: { happenedOn: on, kind, title, detail: registered(detail), handler: registered(handler ?? '') },
      }),
    );
  return { rows: () => rows, totals: { lines: rows.length } };
};

type Events = ReturnType<typeof eventsOf>;

function meetingLines({ meetings, entries }: Events): Line[] {
  return [
    ...meetings.map((meeting) => ({
      on: meeting.heldOn,
      kind: meeting.types.map((type) => meetingTypeShortNames[type]).join('、'),
      title: meeting.title,
      detail: resolved(meeting.resolutions.map(({ text }) => text)),
      handler: meeting.recorderName,
      recordId: meeting.id,
    })),
    ...entries.map((entry) => ({
      on: entry.happenedOn,
      kind: words.kinds.entry,
      title: entry.title,
      detail: entry.content,
      handler: entry.handler,
      recordId: entry.id,
    })),
  ];
}

function resolved(texts: readonly string[]): string {
  const written = numbered(texts);
  return written === '' ? '' : words.resolutions(written);
}

function assessmentLines({ appraisals, standardizations, dutyReports, pointsDecisions }: Events): Line[] {
  return [
    ...pointsDecisions.map(({ id, day, step, entries }) => ({
      on: day,
      kind: words.kinds.points,
      title: words.points[step],
      detail: words.pointsDecided(entries),
      recordId: id,
    })),
    ...appraisals.map(({ id, heldOn, year }) => ({
      on: heldOn,
      kind: words.kinds.appraisal,
      title: words.appraisal(year),
      detail: '',
      recordId: id,
    })),
    ...standardizations.map(({ id, assessedOn, year, selfRating }) => ({
      on: assessedOn,
      kind: words.kinds.standardization,
      title: words.standardization(year),
      detail: selfRating,
      recordId: id,
    })),
    ...dutyReports.map(({ id, reportedOn, year, reporterName }) => ({
      on: reportedOn,
      kind: words.kinds.dutyReport,
      title: words.dutyReport(year, reporterName),
      detail: '',
      recordId: id,
    })),
  ];
}

function organisationLines(events: Events, templates: Templates): Line[] {
  const { terms, posts, remittances, publications, trainings, courses, developmentSteps } = events;
  return [
    ...developmentSteps.map(({ id, name, step }) => ({
      on: step.on,
      kind: words.kinds.development,
      title: name,
      detail: stepOn(templates, step.no, step.on)?.name ?? '',
      handler: step.handlerName,
      recordId: id,
    })),
    ...courses.map(({ id, assignedOn, title, lessons }) => ({
      on: assignedOn,
      kind: words.kinds.course,
      title,
      detail: words.lessons(lessons.length),
      recordId: id,
    })),
    ...trainings.map(({ id, startedOn, title, form, participants }) => ({
      on: startedOn,
      kind: words.kinds.training,
      title,
      detail: educationWords.attended(trainingFormNames[form], participants.length),
      recordId: id,
    })),
    ...remittances.map(({ id, remittedOn, from, to, people, amount, handler }) => ({
      on: remittedOn,
      kind: words.kinds.dues,
      title: duesWords.remitted(monthSpan(from, to), people),
      detail: duesWords.amount(yuan(amount)),
      handler,
      recordId: id,
    })),
    ...publications.map(({ id, publishedOn, from, to, method }) => ({
      on: publishedOn,
      kind: words.kinds.dues,
      title: duesWords.publishedTitle(monthSpan(from, to)),
      detail: method,
      recordId: id,
    })),
    ...terms.map(({ id, electedOn, number, approvalNumber }) => ({
      on: electedOn,
      kind: words.kinds.term,
      title: words.term(number),
      detail: words.approval(approvalNumber),
      recordId: id,
    })),
    ...posts.map(({ name, post }) => ({
      on: post.from,
      kind: words.kinds.post,
      title: words.post(name, postWord(post.title)),
      detail: words.approval(post.approvalNumber),
      recordId: post.id,
    })),
  ];
}

function peopleLines({ joined, confirmed, entered, left, statuses }: Events): Line[] {
  const { kinds } = words;
  return [
    ...joined.map(({ id, name, on }) => ({ on, kind: kinds.joined, title: name, detail: '', recordId: id })),
    ...confirmed.map(({ id, name, on }) => ({ on, kind: kinds.confirmed, title: name, detail: '', recordId: id })),
    ...entered
      .filter(({ stay }) => stay.entryKind !== 'registered' && stay.entryKind !== 'admitted')
      .map(({ id, name, stay }) => ({
        on: stay.from,
        kind: kinds.entered,
        title: name,
        detail: entryKindNames[stay.entryKind],
        recordId: id,
      })),
    ...left
      .filter(({ stay }) => stay.leaveKind !== 'group-change')
      .map(({ id, name, stay }) => ({
        on: stay.to,
        kind: kinds.left,
        title: name,
        detail: stay.leaveKind === null ? '' : leaveKindNames[stay.leaveKind],
        recordId: id,
      })),
    ...statuses.map(({ id, name, status }) => ({
      on: status.from,
      kind: kinds.status,
      title: name,
      detail: statusKindNames[status.kind],
      recordId: id,
    })),
  ];
}
