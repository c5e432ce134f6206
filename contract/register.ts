import { z } from 'zod';
import { operation } from './operation.ts';
import { type Right, subjectOf } from './permission.ts';
import { saveInput } from './record.ts';
import { IsoDate, Label, RecordId } from './values.ts';

/** What a list of a register can be narrowed to; days are those of the record's own day field. */
export const RegisterFilter = z.strictObject({
  branchId: RecordId.optional(),
  memberId: RecordId.optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

/**
 * The four operations of a register: a record type that is one row of a book (谈话, 表彰, 转接, …).
 * A removal is for a line entered by mistake; the history keeps it.
 */
export function registerOperations<Name extends string, Record extends z.ZodType, Draft extends z.ZodType>(
  name: Name,
  { record, draft }: { record: Record; draft: Draft },
  entering: Right = 'enter',
) {
  const byId = z.strictObject({ id: RecordId });
  const list = operation('read', RegisterFilter, z.array(record));
  const get = operation('read', byId, record);
  const save = operation('write', saveInput(draft), record, 'open', { right: entering, subject: subjectOf(name) });
  const removal = z.strictObject({ id: RecordId, revision: z.int(), reason: Label });
  const remove = operation('write', removal, z.strictObject({}));
  return {
    [`${name}.list`]: list,
    [`${name}.get`]: get,
    [`${name}.save`]: save,
    [`${name}.remove`]: remove,
  } as { [Key in `${Name}.list`]: typeof list } & { [Key in `${Name}.get`]: typeof get } & {
    [Key in `${Name}.save`]: typeof save;
  } & { [Key in `${Name}.remove`]: typeof remove };
}
