import { blankDutyReport, DutyReport } from '../contract/assessment.ts';
import { listDutyReports } from '../db/queries/assessments.ts';
import { getRow } from '../db/records.ts';
import { branch, dutyReport, member } from '../db/schema/index.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const dutyReportHandlers = {
  'dutyReport.list': ({ archive }, of) => listDutyReports(archive.db, of),
  'dutyReport.get': ({ archive }, { id }) => getRow(archive.db, dutyReport, 'dutyReport', id),
  'dutyReport.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'dutyReport', table: dutyReport, schema: DutyReport, blank: blankDutyReport },
      input,
      (record) => {
        getRow(context.archive.db, branch, 'branch', record.branchId);
        if (record.reporterId !== null) getRow(context.archive.db, member, 'member', record.reporterId);
      },
    ),
} satisfies HandlersOf<'dutyReport.list' | 'dutyReport.get' | 'dutyReport.save'>;
