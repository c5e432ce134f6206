import { z } from 'zod';
import { operation } from './operation.ts';
import { RestrictedSubject, subjectOf } from './permission.ts';
import { Line, RecordId } from './values.ts';

/** Record types as named in `zhibu dump`, in the history and in events. */
export const RecordName = z.enum([
  'branch',
  'group',
  'committeeTerm',
  'post',
  'member',
  'meeting',
  'appraisal',
  'standardization',
  'dutyReport',
  'duesFixing',
  'duesReduction',
  'duesPayment',
  'duesRemittance',
  'duesSpending',
  'duesAccountEntry',
  'duesPublication',
  'talk',
  'rectification',
  'warningEducation',
  'discipline',
  'organizationalMeasure',
  'lostContact',
  'mobileMember',
  'hardship',
  'honour',
  'service',
  'secretaryProject',
  'training',
  'resource',
  'course',
  'courseProgress',
  'pointsScheme',
  'pointsEntry',
  'question',
  'examPaper',
  'exam',
  'examSitting',
  'examCertificate',
  'survey',
  'election',
  'electionTemplate',
  'transfer',
  'developmentCase',
  'developmentPlan',
  'developmentTemplate',
  'workLogEntry',
  'attachment',
  'person',
  'setting',
]);
export type RecordName = z.infer<typeof RecordName>;

export const FieldChange = z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() });

/** Names of what values name by id: people, groups, branches, meetings. */
export const Names = z.record(z.string(), z.string());
export type Names = z.infer<typeof Names>;

/** One change of one row: who, when, why, what was before and after. Sensitive values are masked. */
export const HistoryEntry = z.strictObject({
  sequence: z.int(),
  /** The write it was part of. */
  change: z.int(),
  /** Change that took it back, or `null`. */
  undoneBy: z.int().nullable(),
  /** Whether this kind of change can be taken back at all. */
  isUndoable: z.boolean(),
  at: z.string(),
  actor: z.string(),
  operation: z.string(),
  reason: z.string(),
  batch: z.string(),
  record: z.string(),
  recordId: z.string(),
  part: z.string(),
  /** Whom or what a row that belongs to a record is about: a name, a day; empty for the record itself. */
  rowLabel: z.string(),
  action: z.enum(['insert', 'update', 'delete', 'reveal', 'export']),
  changes: z.array(FieldChange),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const historyOperations = {
  'history.list': operation(
    'read',
    z.strictObject({
      record: RecordName.optional(),
      id: RecordId.optional(),
      batch: Line.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({
      entries: z.array(HistoryEntry),
      total: z.int(),
      names: Names,
      /** Subjects left out, which this person may not read. */
      concealed: z.array(RestrictedSubject),
    }),
    'open',
    ({ record }) => ({ right: 'read', subject: record && subjectOf(record) }),
  ),
};
