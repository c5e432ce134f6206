import { z } from 'zod';
import { operation } from './operation.ts';
import { Grant, PartialDate, RecordId } from './values.ts';

/**
 * Import of a roster workbook: first a plan (nothing is written), then the plan as a whole or not at all.
 * Values that identify people are masked in the plan.
 */

/** What a column of a roster can hold; named like the fields of a member where it is one. */
export const RosterField = z.enum([
  'name',
  'formerName',
  'sex',
  'idNumber',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'birthPlace',
  'education',
  'degree',
  'school',
  'startedWorkOn',
  'employer',
  'jobCode',
  'technicalTitle',
  'socialStratum',
  'category',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'joinedOn',
  'joinApprovedOn',
  'confirmedOn',
  'introducerNames',
  'joinedBranchName',
  'volunteerFormNumber',
  'mobilePhone',
  'landline',
  'emergencyContact',
  'residenceAddress',
  'householdAddress',
  'postTitle',
  'branchName',
  'groupName',
  'archivePlace',
  'note',
  // Told, not imported: what is not as usual is entered with its date in the member's file.
  'membershipState',
  'outOfContactState',
  'mobileState',
]);
export type RosterField = z.infer<typeof RosterField>;

/** Why a row cannot be imported as it stands. Closed: every code has a sentence and a remedy. */
export const RosterProblemCode = z.enum([
  'name-missing',
  'name-unclear',
  'name-private-character', // 自造字: another computer shows another character
  'id-digits-lost', // the cell holds a number; a spreadsheet keeps 15 digits of 18
  'id-length',
  'id-characters',
  'id-birth-date',
  'id-checksum',
  'id-old', // 15 digits
  'id-masked',
  'sex-missing',
  'sex-unclear',
  'sex-differs-from-id',
  'date-unreadable',
  'date-ambiguous', // a number 1987.1 may be 1987.01 or 1987.10
  'date-two-digit-year',
  'date-impossible',
  'date-in-future',
  'birth-differs-from-id',
  'confirmed-before-joined',
  'confirmed-missing', // written as full member, no date of confirmation
  'joined-missing', // written as admitted, no date of admission
  'category-differs',
  'value-unknown', // ethnicity, education or degree that no table holds
  'phone-unreadable',
  'phone-digits-lost',
  'phone-masked',
  'text-too-long',
  'formula-without-result',
  'error-value',
  'branch-unknown',
  'duplicate-in-file',
  'two-values-one-person', // merged rows of one person that contradict each other
  'person-ambiguous',
  'person-id-differs',
  'person-has-left',
  'person-in-other-branch',
]);
export type RosterProblemCode = z.infer<typeof RosterProblemCode>;

export const RosterProblem = z.strictObject({
  sheet: z.string(),
  /** Address in her workbook: `E17`. */
  cell: z.string(),
  /** Row in her workbook, from 1. */
  row: z.int(),
  code: RosterProblemCode,
  field: RosterField.nullable(),
  /** Heading of the column as she wrote it; empty when there is no such column. */
  column: z.string(),
  personName: z.string(),
  /** As written, masked where it identifies; empty for an empty cell. */
  value: z.string(),
  /** What is wrong and what to do, in sentences. */
  message: z.string(),
  remedy: z.string(),
  /** What the sentences were filled from: other cells, dates read, limits. */
  detail: z.record(z.string(), z.string()),
});
export type RosterProblem = z.infer<typeof RosterProblem>;

/** One field of one person that differs. Values are what is shown: dates, words of a code table, masked numbers. */
export const RosterChange = z.strictObject({
  field: RosterField,
  before: z.string(),
  after: z.string(),
  cell: z.string(),
});
export type RosterChange = z.infer<typeof RosterChange>;

export const RosterEntry = z.strictObject({
  row: z.int(),
  /** `null` for a new person. */
  memberId: RecordId.nullable(),
  name: z.string(),
  branchName: z.string(),
  groupName: z.string(),
  changes: z.array(RosterChange),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** What was in the file and is not taken over, so that nothing is dropped in silence. */
export const RosterNotice = z.strictObject({
  kind: z.enum([
    'column-unknown', // heading that no field answers to
    'column-repeated', // second column of a field already found
    'value-not-imported', // a word no table holds, in a field that does not identify; posts, which have records of their own
    'row-total',
    'row-footer',
    'row-note',
    'row-hint',
    'row-header-repeated',
    'sheet-not-read',
  ]),
  sheet: z.string(),
  /** Address; empty for a sheet. */
  cell: z.string(),
  text: z.string(),
});
export type RosterNotice = z.infer<typeof RosterNotice>;

export const RosterCounts = z.strictObject({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Rows with at least one problem. */
  problemRows: z.int(),
  /** Fields that differ, over all changed people. */
  changedFields: z.int(),
});
export type RosterCounts = z.infer<typeof RosterCounts>;

export const RosterPlan = z.strictObject({
  fileName: z.string(),
  sheet: z.string(),
  /** Rows in her workbook, from 1: the heading and the last row that holds a person. */
  headerRow: z.int(),
  lastRow: z.int(),
  sheets: z.array(z.strictObject({ name: z.string(), isHidden: z.boolean(), people: z.int() })),
  columns: z.array(z.strictObject({ column: z.string(), title: z.string(), field: RosterField })),
  counts: RosterCounts,
  new: z.array(RosterEntry),
  changed: z.array(RosterEntry),
  same: z.array(RosterEntry),
  problems: z.array(RosterProblem),
  notices: z.array(RosterNotice),
  /** Groups named in the file that the branch does not have yet; they are made with the import. */
  newGroups: z.array(z.string()),
});
export type RosterPlan = z.infer<typeof RosterPlan>;

/** One import that was applied: what it did and whether it was taken back. */
export const ImportBatch = z.strictObject({
  batch: z.string(),
  at: z.string(),
  person: z.string(),
  fileName: z.string(),
  new: z.int(),
  changed: z.int(),
  isUndone: z.boolean(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

const PlanId = z.uuid();

export const rosterImportOperations = {
  /** Reads a roster and holds it against the archive; writes nothing. The newest plan is kept until it is applied. */
  'import.plan': operation(
    'job',
    z
      .strictObject({
        file: Grant.optional(),
        /** Instead of a file: the file of this plan again (another sheet, another branch, after mending the archive). */
        planId: PlanId.optional(),
        /** Sheet to read; the most likely one when left out. */
        sheet: z.string().max(200).optional(),
        /** Branch of rows that name none; needed when the archive has several. */
        branchId: RecordId.optional(),
      })
      .refine(({ file, planId }) => (file === undefined) !== (planId === undefined), 'either a file or a plan'),
    z.strictObject({ planId: PlanId, plan: RosterPlan }),
  ),
  /**
   * Writes a plan whole, after a verified copy. Refused while there are problems, unless their rows are left out on
   * purpose; refused when the archive's people changed since the plan was made.
   */
  'import.apply': operation(
    'write',
    z.strictObject({
      planId: PlanId,
      skipProblemRows: z.boolean().default(false),
      /** Changes not wanted: fields of a row. */
      leaveOut: z
        .array(z.strictObject({ row: z.int().min(1), field: RosterField }))
        .max(10_000)
        .default([]),
      /** Since when the new people count as on the roll (建档时在册); 1 January of this year when left out. */
      onRollFrom: PartialDate.optional(),
    }),
    z.strictObject({
      /** `null` when there was nothing to write. */
      batch: z.string().nullable(),
      counts: RosterCounts,
      /** Copy made before. */
      copyId: z.string().nullable(),
    }),
    'open',
    'decide',
  ),
  'import.batches': operation('read', z.strictObject({}), z.array(ImportBatch)),
  /** Her own workbook with every problem's cell coloured and commented, to be sent back. */
  'import.markedCopy': operation(
    'job',
    z.strictObject({ planId: PlanId, file: Grant }),
    z.strictObject({ cells: z.int() }),
  ),
};
