import {
  blankDuesAccountEntry,
  blankDuesPublication,
  blankDuesReduction,
  blankDuesRemittance,
  blankDuesSpending,
  DuesAccountEntry,
  DuesPublication,
  DuesReduction,
  DuesRemittance,
  DuesSpending,
} from '../../contract/dues.ts';
import { AppError } from '../../contract/failure.ts';
import type { RecordName } from '../../contract/history.ts';
import type { ReadableDb } from '../../db/open.ts';
import {
  listDuesAccountEntries,
  listDuesPublications,
  listDuesReductions,
  listDuesRemittances,
  listDuesSpendings,
} from '../../db/queries/dues.ts';
import { getRow, type RecordTable, removeRow } from '../../db/records.ts';
import {
  branch,
  duesAccountEntry,
  duesPublication,
  duesReduction,
  duesRemittance,
  duesSpending,
  meeting,
  member,
} from '../../db/schema/index.ts';
import type { ArchiveContext } from '../context.ts';
import type { HandlersOf } from '../handler-types.ts';
import { saveFlatRecord } from '../save.ts';

/** Reductions, remittances, spendings, entries of the account and publications: one row each. */
export const duesRecordHandlers = {
  'duesReduction.list': ({ archive }, of) => listDuesReductions(archive.db, of),
  'duesReduction.get': ({ archive }, { id }) => getRow(archive.db, duesReduction, 'duesReduction', id),
  'duesReduction.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'duesReduction', table: duesReduction, schema: DuesReduction, blank: blankDuesReduction },
      input,
      (record) => {
        checkReferences(context.archive.db, record);
        checkMonths(record);
        if ((record.kind === 'exempt') !== (record.monthlyAmount === null))
          refuse('monthlyAmount', record.kind === 'exempt' ? 'none for an exemption' : 'needed for a reduction');
        const { studiedOn, approvedOn } = record;
        if (studiedOn !== null && approvedOn !== null && approvedOn < studiedOn)
          refuse('approvedOn', 'before studiedOn');
      },
    ),
  'duesReduction.remove': (context, input) => removeRecord(context, duesReduction, 'duesReduction', input),
  'duesRemittance.list': ({ archive }, of) => listDuesRemittances(archive.db, of),
  'duesRemittance.get': ({ archive }, { id }) => getRow(archive.db, duesRemittance, 'duesRemittance', id),
  'duesRemittance.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'duesRemittance', table: duesRemittance, schema: DuesRemittance, blank: blankDuesRemittance },
      input,
      (record) => {
        checkReferences(context.archive.db, record);
        checkMonths(record);
      },
    ),
  'duesRemittance.remove': (context, input) => removeRecord(context, duesRemittance, 'duesRemittance', input),
  'duesSpending.list': ({ archive }, of) => listDuesSpendings(archive.db, of),
  'duesSpending.get': ({ archive }, { id }) => getRow(archive.db, duesSpending, 'duesSpending', id),
  'duesSpending.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'duesSpending', table: duesSpending, schema: DuesSpending, blank: blankDuesSpending },
      input,
      (record) => checkReferences(context.archive.db, record),
    ),
  'duesSpending.remove': (context, input) => removeRecord(context, duesSpending, 'duesSpending', input),
  'duesAccountEntry.list': ({ archive }, of) => listDuesAccountEntries(archive.db, of),
  'duesAccountEntry.get': ({ archive }, { id }) => getRow(archive.db, duesAccountEntry, 'duesAccountEntry', id),
  'duesAccountEntry.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'duesAccountEntry', table: duesAccountEntry, schema: DuesAccountEntry, blank: blankDuesAccountEntry },
      input,
      (record) => {
        const { db } = context.archive;
        checkReferences(db, record);
        if (record.kind !== 'opening') return;
        const known = listDuesAccountEntries(db, { branchId: record.branchId }).find(
          (entry) => entry.kind === 'opening' && entry.id !== record.id,
        );
        if (known !== undefined)
          throw new AppError({ code: 'duplicate-record', record: 'duesAccountEntry', field: 'kind', id: known.id });
      },
    ),
  'duesAccountEntry.remove': (context, input) => removeRecord(context, duesAccountEntry, 'duesAccountEntry', input),
  'duesPublication.list': ({ archive }, of) => listDuesPublications(archive.db, of),
  'duesPublication.get': ({ archive }, { id }) => getRow(archive.db, duesPublication, 'duesPublication', id),
  'duesPublication.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'duesPublication', table: duesPublication, schema: DuesPublication, blank: blankDuesPublication },
      input,
      (record) => {
        checkReferences(context.archive.db, record);
        checkMonths(record);
      },
    ),
  'duesPublication.remove': (context, input) => removeRecord(context, duesPublication, 'duesPublication', input),
} satisfies HandlersOf<`${'duesReduction' | 'duesRemittance' | 'duesSpending' | 'duesAccountEntry' | 'duesPublication'}.${'list' | 'get' | 'save' | 'remove'}`>;

/** Deletes with a reason; the history keeps the record. @throws AppError `no-such-record`, `stale-record` */
export function removeRecord(
  context: ArchiveContext,
  table: RecordTable,
  record: RecordName,
  input: { id: string; revision: number; reason: string },
): Record<string, never> {
  return context.write(
    () => {
      removeRow(context.archive.db, table, record, input);
      return {};
    },
    { reason: input.reason },
  );
}

/** @throws AppError `no-such-record` */
export function checkReferences(
  db: ReadableDb,
  record: { branchId: string; memberId?: string; meetingId?: string | null },
): void {
  getRow(db, branch, 'branch', record.branchId);
  if (record.memberId !== undefined) getRow(db, member, 'member', record.memberId);
  if (record.meetingId !== undefined && record.meetingId !== null) getRow(db, meeting, 'meeting', record.meetingId);
}

function checkMonths({ from, to }: { from: string; to: string }): void {
  if (to < from) refuse('to', 'before from');
}

/** @throws AppError `invalid-input` */
export function refuse(field: string, why: string): never {
  throw new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
}
