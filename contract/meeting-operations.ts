import { z } from 'zod';
import { Expected, MeetingDraft, MeetingType, MeetingView } from './meeting.ts';
import { operation } from './operation.ts';
import { SecondPerson } from './person.ts';
import { saveInput } from './record.ts';
import { IsoDate, Label, Line, Prose, RecordId, Year } from './values.ts';

/** A row of the list, with what is counted of the meeting. */
export const MeetingRow = z.strictObject({
  id: RecordId,
  revision: z.int(),
  branchId: RecordId,
  groupId: RecordId.nullable(),
  types: z.array(MeetingType),
  title: z.string(),
  heldOn: IsoDate,
  startsAt: z.string().nullable(),
  place: z.string(),
  chairName: z.string(),
  expected: z.int(),
  present: z.int(),
  leave: z.int(),
  absent: z.int(),
  isLateEntry: z.boolean(),
  isSigned: z.boolean(),
  isVoided: z.boolean(),
  findings: z.int(),
});
export type MeetingRow = z.infer<typeof MeetingRow>;

export const meetingOperations = {
  'meeting.list': operation(
    'read',
    z.strictObject({
      branchId: RecordId.optional(),
      groupId: RecordId.optional(),
      from: IsoDate.optional(),
      to: IsoDate.optional(),
      type: MeetingType.optional(),
      memberId: RecordId.optional(),
      search: Line.default(''),
      includeVoided: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.strictObject({ rows: z.array(MeetingRow), total: z.int() }),
  ),
  'meeting.get': operation('read', z.strictObject({ id: RecordId }), MeetingView),
  /** Who is expected on a day: relation in the branch, state normal; the voters among them. */
  'meeting.expected': operation(
    'read',
    z.strictObject({
      branchId: RecordId,
      groupId: RecordId.nullable().default(null),
      heldOn: IsoDate,
      types: z.array(MeetingType).min(1),
    }),
    z.array(Expected),
  ),
  /** Recomputes a draft that is not saved: live quorum, tallies and findings while she types. */
  'meeting.check': operation('read', z.strictObject({ draft: MeetingDraft }), MeetingView),
  'meeting.save': operation(
    'write',
    z.strictObject({
      ...saveInput(MeetingDraft).shape,
      /** Needed when somebody is not counted in the expected base. */
      second: SecondPerson.optional(),
    }),
    MeetingView,
  ),
  'meeting.sign': operation(
    'write',
    z.strictObject({
      id: RecordId,
      revision: z.int(),
      signedOn: IsoDate,
      chairSignature: Label,
      recorderSignature: Label,
    }),
    MeetingView,
    'open',
    'decide',
  ),
  /** Appends to a signed record; nothing in it is overwritten. */
  'meeting.amend': operation(
    'write',
    z.strictObject({ id: RecordId, revision: z.int(), field: Label, text: Prose, reason: Label }),
    MeetingView,
    'open',
    'decide',
  ),
  'meeting.void': operation(
    'write',
    z.strictObject({ id: RecordId, revision: z.int(), reason: Label, second: SecondPerson.optional() }),
    MeetingView,
    'open',
    'decide',
  ),
  /** 三会一课 board of a year: held and required per month or quarter, and whether met. */
  'meeting.board': operation(
    'read',
    z.strictObject({ branchId: RecordId, year: Year, asOf: IsoDate }),
    z.array(
      z.strictObject({
        type: MeetingType,
        cells: z.array(
          z.strictObject({
            from: IsoDate,
            to: IsoDate,
            held: z.int(),
            required: z.int(),
            state: z.enum(['met', 'missing', 'open', 'future', 'not-required']),
          }),
        ),
      }),
    ),
  ),
};
