import { z } from 'zod';
import type { Failure } from './failure.ts';
import { FieldChange, HistoryEntry, Names, RecordName } from './history.ts';
import { operation } from './operation.ts';
import { RestrictedSubject } from './permission.ts';
import { IsoDate, Label, Line, RecordId } from './values.ts';

/** A record that a change touched; `label` is data (a name, a title, a day), not a sentence. */
export const ChangedRecord = z.strictObject({
  record: z.string(),
  id: z.string(),
  label: z.string(),
  /** What became of the record itself; `parts` when only rows that belong to it changed. */
  action: z.enum(['insert', 'update', 'delete', 'parts', 'access']),
  /** Fields that changed, of the record or of its parts; none for a new or removed one. */
  fields: z.array(z.strictObject({ part: z.string(), field: z.string() })),
});
export type ChangedRecord = z.infer<typeof ChangedRecord>;

/** One write: who, when, by which operation, why, and what it touched. */
export const Change = z.strictObject({
  /** Sequence of its first row in the history. */
  number: z.int().min(1),
  at: z.string(),
  actor: z.string(),
  operation: z.string(),
  reason: z.string(),
  /** Name of an import or an undo; empty otherwise. */
  batch: z.string(),
  /** Something was only shown or exported. */
  isAccess: z.boolean(),
  /** The first records it touched, and how many there are. */
  records: z.array(ChangedRecord),
  recordCount: z.int(),
  /** Change that took this one back, or `null`. */
  undoneBy: z.int().nullable(),
  /** Changes that this one took back. */
  undoes: z.array(z.int()),
  /** Whether this kind of change can be taken back at all; whether now, only the plan says. */
  isUndoable: z.boolean(),
});
export type Change = z.infer<typeof Change>;

/** Why a change cannot be taken back. Closed: the window has a sentence for each. */
export const UndoObstacleCode = z.enum([
  'already-undone', // `change` took it back
  'nothing-to-undo', // shown or exported, or without effect
  'operation-final', // founding the archive, an exam handed in, …
  'sealed', // signature, amendment or voiding of minutes: only ever corrected by an amendment
  'signed', // the record was signed since
  'receipt-issued', // a dues receipt is out
  'changed-since', // `change` touched the same fields, or the same record
  'used-since', // the record named refers to what would go
  'reference-gone', // what would come back belongs to the record named, which is no more
  'contradicts', // what would come back is taken by the record named
  'rule-broken', // the record would not pass the checks of a save: `failure`
]);
export type UndoObstacleCode = z.infer<typeof UndoObstacleCode>;

export const UndoObstacle = z.strictObject({
  code: UndoObstacleCode,
  record: z.string(),
  id: z.string(),
  label: z.string(),
  /** Fields concerned, as the history names them. */
  fields: z.array(z.strictObject({ part: z.string(), field: z.string() })),
  /** The later change that stands in the way. */
  change: z.strictObject({ number: z.int(), at: z.string(), actor: z.string(), reason: z.string() }).nullable(),
  failure: z.custom<Failure>().nullable(),
});
export type UndoObstacle = z.infer<typeof UndoObstacle>;

/** One row as it would be after the undo. */
export const UndoEffect = z.strictObject({
  /** `restored`: fields get their values back; `returns`: what was removed; `goes`: what was created. */
  kind: z.enum(['restored', 'returns', 'goes']),
  record: z.string(),
  recordId: z.string(),
  label: z.string(),
  part: z.string(),
  rowLabel: z.string(),
  /** `before` is now, `after` is when undone. */
  changes: z.array(FieldChange),
});
export type UndoEffect = z.infer<typeof UndoEffect>;

export const UndoPlan = z.strictObject({
  /** Binds an undo to this plan: it is refused when anything the plan looked at has changed. */
  plan: z.string(),
  changes: z.array(Change),
  /** The first effects, in the order of the history; `counts` is of all. */
  effects: z.array(UndoEffect),
  counts: z.strictObject({ effects: z.int(), restored: z.int(), returned: z.int(), removed: z.int() }),
  names: Names,
  /** None: it can be undone. */
  obstacles: z.array(UndoObstacle),
});
export type UndoPlan = z.infer<typeof UndoPlan>;

const ChangeNumber = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What is taken back: one change, or every change of a batch. */
export const UndoTarget = z.union([z.strictObject({ change: ChangeNumber }), z.strictObject({ batch: Label.max(80) })]);
export type UndoTarget = z.infer<typeof UndoTarget>;

export const changeOperations = {
  /** Every write of the archive, newest first. */
  'change.list': operation(
    'read',
    z.strictObject({
      /** Days on the office's calendar. */
      from: IsoDate.optional(),
      to: IsoDate.optional(),
      actor: Line.optional(),
      record: RecordName.optional(),
      /** A record, with `record`. */
      id: RecordId.optional(),
      /** Changes of this member's own record, or of records about them. */
      memberId: RecordId.optional(),
      batch: Line.optional(),
      /** Part of the reason or of the name of the batch. */
      search: Line.default(''),
      /** Also what was only shown or exported. */
      includeAccess: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({
      rows: z.array(Change),
      total: z.int(),
      /** Subjects whose changes are left out, since this person may not read them. */
      concealed: z.array(RestrictedSubject),
    }),
  ),
  /** One change with its rows, before and after. */
  'change.get': operation(
    'read',
    z.strictObject({ number: ChangeNumber }),
    z.strictObject({ change: Change, entries: z.array(HistoryEntry), total: z.int(), names: Names }),
  ),
  /** Who ever changed something. */
  'change.actors': operation('read', z.strictObject({}), z.array(z.string())),
  /** What an undo would do, field by field, or why it cannot be done. Writes nothing. */
  'change.planUndo': operation('read', UndoTarget, UndoPlan),
  /**
   * Takes changes back by a write of its own, which can be undone again; many records only after a verified copy.
   * One's own take the right of each record's save, somebody else's the right to decide.
   * `plan-expired` when the archive is no longer what the plan saw, `cannot-undo` when the plan has obstacles.
   */
  'change.undo': operation(
    'write',
    z.strictObject({ target: UndoTarget, plan: z.string().regex(/^[0-9a-f]{64}$/), reason: Label }),
    z.strictObject({
      /** The change that the undo is, and its batch. */
      change: z.int(),
      batch: z.string(),
      /** Records whose fields were restored, that came back, that went. */
      restored: z.int(),
      returned: z.int(),
      removed: z.int(),
      copyId: z.string().nullable(),
    }),
    'open',
    'supervise',
  ),
};
