import { z } from 'zod';
import { operation } from './operation.ts';
import { defineRecord } from './record.ts';
import { registerOperations } from './register.ts';
import { IsoDate, Label, Line, PartialDate, Prose, RecordId } from './values.ts';

/** 发起 → 已开具(在途) → 已接收/退回; expired is computed from the day. */
export const TransferState = z.enum(['started', 'issued', 'accepted', 'returned']);

/** 组织关系转接 (教管条例 Art 25; domain.md §8.6). Until it is accepted, the old organisation remains responsible. */
export const transfer = defineRecord(
  {
    branchId: RecordId,
    direction: z.enum(['in', 'out']),
    memberId: RecordId,
    /** 原/拟去党组织 */
    otherOrganisation: Label,
    startedOn: IsoDate,
    letterNumber: Line,
    issuedOn: IsoDate.nullable(),
    /** Computed from the setting when left out on the day of issue. */
    validUntil: IsoDate.nullable(),
    duesPaidThrough: PartialDate.nullable(),
    state: TransferState,
    receiptOn: IsoDate.nullable(),
    handlerName: Line,
    isWholeUnit: z.boolean(),
    note: Prose,
  },
  {
    letterNumber: '',
    issuedOn: null,
    validUntil: null,
    duesPaidThrough: null,
    state: 'started',
    receiptOn: null,
    handlerName: '',
    isWholeUnit: false,
    note: '',
  },
);
export type Transfer = z.infer<typeof transfer.record>;

export const transferOperations = {
  ...registerOperations('transfer', transfer),
  /** Accepts a transfer: only now does the member change branch. */
  'transfer.accept': operation(
    'write',
    z.strictObject({ id: RecordId, revision: z.int(), receiptOn: IsoDate }),
    transfer.record,
    'open',
    'decide',
  ),
};
