import { z } from 'zod';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, PartialDate, Prose, RecordId } from './values.ts';

/** What happened in the branch and has no record type of its own: an inspection, a visit, a document received. */
const workLogEntry = defineRecord(
  {
    branchId: RecordId,
    happenedOn: IsoDate,
    title: Label,
    content: Prose,
    handler: z.string().trim().max(60),
  },
  { content: '', handler: '' },
);
export const WorkLogEntry = workLogEntry.record;
export const WorkLogEntryDraft = workLogEntry.draft;
export const blankWorkLogEntry = workLogEntry.blank;
export type WorkLogEntry = z.infer<typeof WorkLogEntry>;

/** One line of the 工作日志; `record` and `recordId` lead to where it was entered. */
export const WorkLogLine = z.strictObject({
  happenedOn: PartialDate,
  kind: z.enum([
    'meeting',
    'appraisal',
    'standardization',
    'duty-report',
    'member-joined',
    'member-confirmed',
    'member-entered',
    'member-left',
    'member-status',
    'post',
    'committee-term',
    'dues-remittance',
    'dues-publication',
    'training',
    'points',
    'course',
    'development-step',
    'entry',
  ]),
  title: z.string(),
  detail: z.string(),
  record: z.string(),
  recordId: RecordId,
});
export type WorkLogLine = z.infer<typeof WorkLogLine>;

export const workLogOperations = {
  /** All events of a period, in order. */
  'workLog.list': operation(
    'read',
    z.strictObject({ branchId: RecordId, from: IsoDate, to: IsoDate }),
    z.array(WorkLogLine),
  ),
  'workLogEntry.list': operation('read', z.strictObject({ branchId: RecordId.optional() }), z.array(WorkLogEntry)),
  'workLogEntry.save': operation('write', saveInput(WorkLogEntryDraft), WorkLogEntry),
  'workLogEntry.remove': operation(
    'write',
    z.strictObject({ id: RecordId, revision: z.int(), reason: Label }),
    z.strictObject({}),
  ),
};
