import { z } from 'zod';
import { DevelopmentCaseView, developmentCase, developmentPlan } from './development.ts';
import { DevelopmentReport, DevelopmentStage, DevelopmentTemplate } from './development-process.ts';
import { operation } from './operation.ts';
import { saveInput } from './record.ts';
import { IsoDate, Label, RecordId, Year } from './values.ts';

const byId = z.strictObject({ id: RecordId });
const removal = z.strictObject({ id: RecordId, revision: z.int(), reason: Label });

/** A person in the list, as of a day. */
export const DevelopmentRow = z.strictObject({
  id: RecordId,
  revision: z.int(),
  name: z.string(),
  sex: z.string(),
  bornOn: z.string().nullable(),
  employer: z.string(),
  memberId: RecordId.nullable(),
  stage: DevelopmentStage,
  isClosed: z.boolean(),
  appliedOn: IsoDate.nullable(),
  nextStep: z.int().nullable(),
  /** Place and name of the next step, as shown. */
  nextPosition: z.int().nullable(),
  nextName: z.string(),
  earliest: IsoDate.nullable(),
  latest: IsoDate.nullable(),
  findings: z.int(),
  documentsMissing: z.int(),
});
export type DevelopmentRow = z.infer<typeof DevelopmentRow>;

export const developmentOperations = {
  /** The steps valid on a day (today when left out) with their limits, papers and sources. */
  'developmentCase.template': operation('read', z.strictObject({ asOf: IsoDate.optional() }), DevelopmentTemplate),
  'developmentCase.list': operation(
    'read',
    z.strictObject({
      branchId: RecordId.optional(),
      asOf: IsoDate,
      includeClosed: z.boolean().default(false),
      /** The file that this member came from. */
      memberId: RecordId.optional(),
    }),
    z.array(DevelopmentRow),
  ),
  'developmentCase.get': operation('read', byId, DevelopmentCaseView),
  /**
   * Saves a person's file. A step before its hard earliest day, a vote that the meeting does not bear out, a sponsor
   * without rights, an extension out of range: `rule-broken`. A soft limit passed without a reason is a finding.
   * With steps 15 and 17 passed the member is created or brought up to date in the same write.
   * A masked ID number is refused; leave the field out to keep it.
   */
  'developmentCase.save': operation('write', saveInput(developmentCase.draft), DevelopmentCaseView),
  /** Only a file that never made a member: entered by mistake. */
  'developmentCase.remove': operation('write', removal, z.strictObject({})),
  /** Every step with its earliest and latest day, what comes next, what is missing or out of order. */
  'developmentCase.check': operation('read', z.strictObject({ id: RecordId, asOf: IsoDate }), DevelopmentReport),
  /** Everybody by 25 steps. */
  'developmentCase.wall': operation(
    'read',
    z.strictObject({ branchId: RecordId, asOf: IsoDate }),
    z.array(DevelopmentReport),
  ),
  'developmentPlan.list': operation(
    'read',
    z.strictObject({ branchId: RecordId.optional(), year: Year.optional() }),
    z.array(developmentPlan.record),
  ),
  'developmentPlan.get': operation('read', byId, developmentPlan.record),
  'developmentPlan.save': operation('write', saveInput(developmentPlan.draft), developmentPlan.record),
};
