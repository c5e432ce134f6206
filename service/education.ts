import { type Training, training } from '../contract/education.ts';
import { AppError } from '../contract/failure.ts';
import { listTrainings, unknownPeople } from '../db/queries/education.ts';
import { getRow, removeRow } from '../db/records.ts';
import { branch, training as trainingTable } from '../db/schema/index.ts';
import { trainingHours } from '../rules/education.ts';
import type { ArchiveContext } from './context.ts';
import { educationHours } from './education/hours.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const educationHandlers = {
  'training.list': ({ archive }, filter) => listTrainings(archive.db, filter),
  'training.get': ({ archive }, { id }) => getRow(archive.db, trainingTable, 'training', id),
  'training.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'training', table: trainingTable, schema: training.record, blank: training.blank },
      input,
      (record) => demandSound(context, record),
    ),
  'training.remove': (context, input) =>
    context.write(
      () => {
        removeRow(context.archive.db, trainingTable, 'training', input);
        return {};
      },
      { reason: input.reason },
    ),
  'education.hours': ({ archive }, input) => educationHours(archive.db, input),
} satisfies HandlersOf<'training.list' | 'training.get' | 'training.save' | 'training.remove' | 'education.hours'>;

/** Branch and people must exist, the days be in order and within the year the hours count for, the hours known. */
function demandSound({ archive }: ArchiveContext, record: Training): void {
  getRow(archive.db, branch, 'branch', record.branchId);
  const refuse = (field: string, why: string) => {
    throw new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
  };
  if (record.endedOn < record.startedOn) refuse('endedOn', 'before startedOn');
  const years = [record.startedOn, record.endedOn].map((day) => Number(day.slice(0, 4)));
  if (!years.includes(record.year)) refuse('year', 'not a year of its days');
  const isOpen = record.participants.some(({ hours }) => hours === null);
  if (isOpen && trainingHours(record, []) === null) refuse('hours', 'missing');
  const unknown = unknownPeople(
    archive.db,
    record.participants.map(({ memberId }) => memberId),
  );
  if (unknown.length > 0) refuse('participants', 'no such member');
}
