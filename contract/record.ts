import { z } from 'zod';
import { RecordId, Revision } from './values.ts';

/**
 * The three faces of a record type, from one set of fields:
 * `record` is what is stored and read back; `draft` is what a save takes (fields left out keep their
 * value, or start blank in a new record; `null` or `''` clears); `blank` is a new record's start.
 */
export function defineRecord<Fields extends z.ZodRawShape>(
  fields: Fields,
  blank: Partial<z.infer<z.ZodObject<Fields>>>,
): {
  record: z.ZodObject<{ id: typeof RecordId; revision: typeof Revision } & Fields, z.core.$strict>;
  draft: z.ZodType<Draft<Fields>, Draft<Fields>>;
  blank: Partial<z.infer<z.ZodObject<Fields>>>;
} {
  const record = z.strictObject({ id: RecordId, revision: Revision, ...fields });
  const draft = z.strictObject({ ...z.strictObject(fields).partial().shape, id: RecordId, revision: Revision });
  return { record, draft: draft as never, blank };
}

type Draft<Fields extends z.ZodRawShape> = { id: string; revision: number } & Partial<z.infer<z.ZodObject<Fields>>>;

/** Input of a save: the draft, and why a registered value is changed (kept in the history). */
export function saveInput<Draft extends z.ZodType>(draft: Draft) {
  return z.strictObject({ draft, reason: z.string().trim().max(500).default('') });
}
