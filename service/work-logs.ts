import { blankWorkLogEntry, WorkLogEntry, type WorkLogLine } from '../contract/work-log.ts';
import { eventsOf, listWorkLogEntries } from '../db/queries/work-log.ts';
import { getRow, removeRow } from '../db/records.ts';
import { branch, workLogEntry } from '../db/schema/index.ts';
import { stepOn, type Templates } from '../rules/development-template.ts';
import { developmentTemplates } from './development/facts.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const workLogHandlers = {
  'workLog.list': ({ archive }, period) => linesOf(eventsOf(archive.db, period), developmentTemplates(archive.db)),
  'workLogEntry.list': ({ archive }, of) => listWorkLogEntries(archive.db, of),
  'workLogEntry.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'workLogEntry', table: workLogEntry, schema: WorkLogEntry, blank: blankWorkLogEntry },
      input,
      (record) => void getRow(context.archive.db, branch, 'branch', record.branchId),
    ),
  'workLogEntry.remove': (context, input) =>
    context.write(
      () => {
        removeRow(context.archive.db, workLogEntry, 'workLogEntry', input);
        return {};
      },
      { reason: input.reason },
    ),
} satisfies HandlersOf<'workLog.list' | 'workLogEntry.list' | 'workLogEntry.save' | 'workLogEntry.remove'>;

/**
 * The events of a period as lines in order of their days; an event known only by its month stands before the days
 * of that month. Titles and details are data; the words for each kind are chosen where they are shown.
 */
export function linesOf(events: ReturnType<typeof eventsOf>, templates: Templates): WorkLogLine[] {
  const ofPerson = (kind: WorkLogLine['kind'], row: { id: string; name: string }, on: string | null, detail = '') =>
    on === null ? [] : [{ happenedOn: on, kind, title: row.name, detail, record: 'member', recordId: row.id }];
  const lines: WorkLogLine[] = [
    ...events.meetings.map((row) => ({
      happenedOn: row.heldOn,
      kind: 'meeting' as const,
      title: row.title,
      detail: row.types.join(' '),
      record: 'meeting',
      recordId: row.id,
    })),
    ...events.appraisals.map((row) => ({
      happenedOn: row.heldOn,
      kind: 'appraisal' as const,
      title: String(row.year),
      detail: '',
      record: 'appraisal',
      recordId: row.id,
    })),
    ...events.standardizations.map((row) => ({
      happenedOn: row.assessedOn ?? '',
      kind: 'standardization' as const,
      title: String(row.year),
      detail: row.selfRating,
      record: 'standardization',
      recordId: row.id,
    })),
    ...events.dutyReports.map((row) => ({
      happenedOn: row.reportedOn ?? '',
      kind: 'duty-report' as const,
      title: row.reporterName,
      detail: String(row.year),
      record: 'dutyReport',
      recordId: row.id,
    })),
    ...events.remittances.map((row) => ({
      happenedOn: row.remittedOn,
      kind: 'dues-remittance' as const,
      title: `${row.from} ${row.to}`,
      detail: String(row.amount),
      record: 'duesRemittance',
      recordId: row.id,
    })),
    ...events.publications.map((row) => ({
      happenedOn: row.publishedOn,
      kind: 'dues-publication' as const,
      title: `${row.from} ${row.to}`,
      detail: row.method,
      record: 'duesPublication',
      recordId: row.id,
    })),
    ...events.developmentSteps.map(({ id, name, step }) => ({
      happenedOn: step.on,
      kind: 'development-step' as const,
      title: name,
      detail: stepOn(templates, step.no, step.on)?.name ?? '',
      record: 'developmentCase',
      recordId: id,
    })),
    ...events.trainings.map((row) => ({
      happenedOn: row.startedOn,
      kind: 'training' as const,
      title: row.title,
      detail: `${row.form} ${row.participants.length}`,
      record: 'training',
      recordId: row.id,
    })),
    ...events.courses.map((row) => ({
      happenedOn: row.assignedOn ?? '',
      kind: 'course' as const,
      title: row.title,
      detail: String(row.lessons.length),
      record: 'course',
      recordId: row.id,
    })),
    ...events.pointsDecisions.map((row) => ({
      happenedOn: row.day,
      kind: 'points' as const,
      title: String(row.entries),
      detail: row.step,
      record: 'pointsScheme',
      recordId: row.id,
    })),
    ...events.terms.map((row) => ({
      happenedOn: row.electedOn,
      kind: 'committee-term' as const,
      title: String(row.number),
      detail: row.approvalNumber,
      record: 'committeeTerm',
      recordId: row.id,
    })),
    ...events.posts.map((row) => ({
      happenedOn: row.post.from,
      kind: 'post' as const,
      title: row.name,
      detail: row.post.title,
      record: 'post',
      recordId: row.post.id,
    })),
    ...events.joined.flatMap((row) => ofPerson('member-joined', row, row.on)),
    ...events.confirmed.flatMap((row) => ofPerson('member-confirmed', row, row.on)),
    ...events.entered
      .filter(({ stay }) => stay.entryKind !== 'registered' && stay.entryKind !== 'admitted')
      .flatMap((row) => ofPerson('member-entered', row, row.stay.from, row.stay.entryKind)),
    ...events.left
      .filter(({ stay }) => stay.leaveKind !== 'group-change')
      .flatMap((row) => ofPerson('member-left', row, row.stay.to, row.stay.leaveKind ?? '')),
    ...events.statuses.flatMap((row) => ofPerson('member-status', row, row.status.from, row.status.kind)),
    ...events.entries.map((row) => ({
      happenedOn: row.happenedOn,
      kind: 'entry' as const,
      title: row.title,
      detail: row.content,
      record: 'workLogEntry',
      recordId: row.id,
    })),
  ];
  return lines.sort(
    (left, right) =>
      left.happenedOn.localeCompare(right.happenedOn) ||
      left.kind.localeCompare(right.kind) ||
      left.recordId.localeCompare(right.recordId),
  );
}
