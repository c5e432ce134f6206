import { z } from 'zod';
import { DrawnPage } from './drawing.ts';
import { LedgerOptions, LedgerSubject } from './ledger.ts';
import { operation } from './operation.ts';
import { type Needs, RestrictedSubject } from './permission.ts';
import { Grant } from './values.ts';

export const LedgerFormat = z.enum(['xlsx', 'pdf']);
export type LedgerFormat = z.infer<typeof LedgerFormat>;

/** `03-member-roster` */
export const LedgerId = z.string().regex(/^\d{2}-[a-z-]{1,40}$/);

/** A ledger with what it holds and lacks for the branch, year and day asked for. */
export const LedgerState = z.strictObject({
  id: LedgerId,
  number: z.int(),
  title: z.string(),
  subject: LedgerSubject,
  kind: z.enum(['table', 'form']),
  orientation: z.enum(['portrait', 'landscape']),
  /** Rows of a table, forms of a form ledger. */
  entries: z.int(),
  /** What is not registered, by the heading it is missing under; empty when the data is complete. */
  lacks: z.array(z.strictObject({ title: z.string(), count: z.int() })),
  /** Subject of which rows are left out, since this person may not read it. */
  concealed: RestrictedSubject.nullable(),
});
export type LedgerState = z.infer<typeof LedgerState>;

const Missing = z.strictObject({ character: z.string(), where: z.string() });

/** ID numbers and phones in full are for those who enter them. */
function needsFor({ unmask }: LedgerOptions): Needs {
  return { right: unmask ? 'enter' : 'read' };
}

export const ledgerOperations = {
  'ledger.list': operation('read', LedgerOptions, z.array(LedgerState), 'open', needsFor),
  /** One page as it will be printed. A page beyond the last gives the last. */
  'ledger.preview': operation(
    'read',
    z.strictObject({ id: LedgerId, options: LedgerOptions, page: z.int().min(1).max(100_000).default(1) }),
    z.strictObject({ page: DrawnPage, number: z.int(), pages: z.int(), missing: z.array(Missing) }),
    'open',
    ({ options }) => needsFor(options),
  ),
  /**
   * Writes ledgers into a folder the user chose. Every file is whole or absent; after a cancel or a failure the
   * files already whole stay. Characters no typeface has are drawn as 〓 and named.
   */
  'ledger.export': operation(
    'job',
    z.strictObject({
      ids: z.array(LedgerId).min(1).max(60),
      formats: z.array(LedgerFormat).min(1).max(2),
      options: LedgerOptions,
      folder: Grant,
      /** Replace files of the same name. */
      replace: z.boolean().default(false),
    }),
    z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), id: LedgerId, format: LedgerFormat, bytes: z.int() })),
      missing: z.array(z.strictObject({ file: z.string(), character: z.string(), where: z.string() })),
      /** Cells whose text was longer than a workbook can hold. */
      cut: z.array(z.strictObject({ file: z.string(), cell: z.string() })),
    }),
    'open',
    ({ options }) => needsFor(options),
  ),
};
