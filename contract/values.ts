import { z } from 'zod';

/** Record identity: chosen by whoever creates the record, so that a repeated save is the same save. */
export const RecordId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** A calendar day, `YYYY-MM-DD`, no time zone. */
export const IsoDate = z.iso.date();

/**
 * A date as precise as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * The length is the precision; old rosters often know only the month.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine((value) => value.length < 10 || IsoDate.safeParse(value).success, 'no such day');

/** `HH:MM`, local time. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A calendar year that a record or report can belong to. */
export const Year = z.int().min(1921).max(2200);

/** Money in fen. */
export const Fen = z.int().min(0).max(100_000_000_00);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is refused
const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*$/;

/** One line of text that must not be empty. */
export const Label = z.string().trim().min(1).max(200).regex(printable);

/** One line of text, empty when not registered. */
export const Line = z.string().trim().max(500).regex(printable);

/** Several lines of text, empty when not registered. */
export const Prose = z.string().max(20_000).regex(printable);

/** Revision a save starts from: 0 for a new record. A stale one is refused, never overwritten. */
export const Revision = z.int().min(0);

/** Token for a file or folder that the user chose in a dialog (or named on the command line); never a path. */
export const Grant = z.string().regex(/^[a-f0-9]{32}$/);

export type RecordId = z.infer<typeof RecordId>;
export type IsoDate = z.infer<typeof IsoDate>;
export type PartialDate = z.infer<typeof PartialDate>;
export type Grant = z.infer<typeof Grant>;
