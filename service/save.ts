import type { z } from 'zod';
import { AppError } from '../contract/failure.ts';
import type { RecordName } from '../contract/history.ts';
import { findRow, nextRevision, putRow, type RecordTable, sameValues } from '../db/records.ts';
import type { ArchiveContext } from './context.ts';
import { fieldErrors } from './dispatch.ts';

/**
 * Completes a draft: fields left out keep their stored value, or start blank in a new record.
 *
 * @throws AppError `invalid-input` naming the fields that are still missing or wrong
 */
export function completeDraft<Schema extends z.ZodType>(
  schema: Schema,
  stored: object | undefined,
  blank: object,
  draft: object,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
  const parsed = schema.safeParse({ ...blank, ...stored, ...given });
  if (!parsed.success) throw new AppError({ code: 'invalid-input', fields: fieldErrors(parsed.error) });
  return parsed.data;
}

/**
 * Saves a record that is one row: completes the draft, checks the revision, lets `check` refuse, writes.
 * Records with child rows have their own save, made of the same parts.
 *
 * @throws AppError `invalid-input`, `stale-record`, `no-such-record`, and what `check` throws
 */
export function saveFlatRecord<Schema extends z.ZodType<{ id: string; revision: number }>>(
  context: ArchiveContext,
  kind: { record: RecordName; table: RecordTable; schema: Schema; blank: object },
  input: { draft: { id: string; revision: number }; reason: string },
  check: (record: z.output<Schema>) => void = () => {},
): z.output<Schema> {
  const { db } = context.archive;
  return context.write(
    () => {
      const stored = findRow(db, kind.table, input.draft.id) as { id: string; revision: number } | undefined;
      const completed = completeDraft(kind.schema, stored, kind.blank, input.draft);
      const revision = nextRevision(kind.record, stored, input.draft, () =>
        sameValues(stored ?? {}, { ...completed, revision: stored?.revision }),
      );
      if (revision === 'same') return { ...completed, revision: stored?.revision ?? 1 };
      check(completed);
      const record = { ...completed, revision };
      putRow(db, kind.table, record as never);
      return record;
    },
    { reason: input.reason },
  );
}
