import { z } from 'zod';
import { operation } from './operation.ts';
import { RestrictedSubject } from './permission.ts';
import { IsoDate, RecordId } from './values.ts';

/** ◆ 逾期/不符合　▲ 临期　◐ 资料不全　○ 待办 */
export const DueSeverity = z.enum(['overdue', 'due-soon', 'incomplete', 'todo']);
export type DueSeverity = z.infer<typeof DueSeverity>;

/** One thing to do: rule, whom it is about, what is expected, what is there, by when, and where it is mended. */
export const DueItem = z.strictObject({
  id: z.string(),
  rule: z.string(),
  severity: DueSeverity,
  subject: z.enum(['members', 'meetings', 'assessments', 'organisation', 'dues', 'development', 'education', 'care']),
  /** Parameters of the sentence that the window has for the rule. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: IsoDate.nullable(),
  daysLeft: z.int().nullable(),
  source: z.string(),
  expected: z.string(),
  actual: z.string(),
  record: z.string(),
  recordId: RecordId.nullable(),
});
export type DueItem = z.infer<typeof DueItem>;

export const dueOperations = {
  'due.list': operation(
    'read',
    z.strictObject({ branchId: RecordId, asOf: IsoDate }),
    z.strictObject({
      items: z.array(DueItem),
      /** Rules checked and how many hold, so that an empty list says what it means. */
      rulesChecked: z.int(),
      rulesMet: z.int(),
      /** Subjects whose items are left out, since this person may not read them. */
      concealed: z.array(RestrictedSubject),
    }),
  ),
};
