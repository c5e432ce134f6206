import { AppError } from '../contract/failure.ts';
import type { RegisterFilter } from '../contract/register.ts';
import { listRegister, type RegisterName, type RegisterRow, registerTables } from '../db/queries/registers.ts';
import { findRow, getRow, type RecordTable, removeRow } from '../db/records.ts';
import { branch, member } from '../db/schema/index.ts';
import type { ArchiveContext } from './context.ts';
import { type OwnedLeave, putOwnedLeave } from './owned-leaves.ts';
import { type OwnedStatus, putOwnedStatuses } from './owned-statuses.ts';
import { saveFlatRecord } from './save.ts';

/** What a register needs besides its table: its schemas, what a save must find right, and what it says of a member. */
export interface RegisterKind<Row> {
  schemas: { record: never; blank: object };
  check(context: ArchiveContext, row: Row): void;
  /** States of the member that follow from the line, so that they are entered once. */
  statuses?(row: Row): { memberId: string | null; statuses: OwnedStatus[] };
  /** The line by which the member leaves the branch, if it is one. */
  leave?(row: Row): OwnedLeave | null;
}

export function kind<Name extends RegisterName>(
  schemas: { record: unknown; blank: object },
  check: (context: ArchiveContext, row: RegisterRow<Name>) => void,
  statuses?: (row: RegisterRow<Name>) => { memberId: string | null; statuses: OwnedStatus[] },
  leave?: (row: RegisterRow<Name>) => OwnedLeave | null,
): RegisterKind<RegisterRow<Name>> {
  return {
    schemas: schemas as RegisterKind<RegisterRow<Name>>['schemas'],
    check,
    ...(statuses && { statuses }),
    ...(leave && { leave }),
  };
}

export interface Save {
  draft: { id: string; revision: number };
  reason: string;
}
export interface Removal {
  id: string;
  revision: number;
  reason: string;
}

type RegisterHandlers<Name extends RegisterName> = {
  [Key in `${Name}.list`]: (context: ArchiveContext, filter: RegisterFilter) => RegisterRow<Name>[];
} & { [Key in `${Name}.get`]: (context: ArchiveContext, input: { id: string }) => RegisterRow<Name> } & {
  [Key in `${Name}.save`]: (context: ArchiveContext, input: Save) => RegisterRow<Name>;
} & { [Key in `${Name}.remove`]: (context: ArchiveContext, input: Removal) => Record<string, never> };

/** The handlers of one register, by its name. */
export function registerHandlersOf<Name extends RegisterName>(
  name: Name,
  { schemas, check, statuses, leave }: RegisterKind<RegisterRow<Name>>,
): RegisterHandlers<Name> {
  const table = registerTables[name].table as unknown as RecordTable;
  return {
    [`${name}.list`]: ({ archive }: ArchiveContext, filter: RegisterFilter) => listRegister(archive.db, name, filter),
    [`${name}.get`]: ({ archive }: ArchiveContext, { id }: { id: string }) => getRow(archive.db, table, name, id),
    [`${name}.save`]: (context: ArchiveContext, input: Save): RegisterRow<Name> =>
      context.write(
        () => {
          const before = leave && (findRow(context.archive.db, table, input.draft.id) as RegisterRow<Name> | undefined);
          const saved = saveFlatRecord(
            context,
            { record: name, table, schema: schemas.record, blank: schemas.blank },
            input,
            (row) => {
              demandPeople(context, row);
              check(context, row);
            },
          ) as RegisterRow<Name>;
          if (statuses !== undefined) {
            const owned = statuses(saved);
            putOwnedStatuses(context, input.draft.id, owned.memberId, owned.statuses);
          }
          if (leave !== undefined) putOwnedLeave(context, before === undefined ? null : leave(before), leave(saved));
          return saved;
        },
        { reason: input.reason },
      ),
    [`${name}.remove`]: (context: ArchiveContext, input: Removal) =>
      context.write(
        () => {
          if (statuses !== undefined) putOwnedStatuses(context, input.id, null, []);
          const before = leave && (findRow(context.archive.db, table, input.id) as RegisterRow<Name> | undefined);
          if (leave !== undefined && before !== undefined) putOwnedLeave(context, leave(before), null);
          removeRow(context.archive.db, table, name, input);
          return {};
        },
        { reason: input.reason },
      ),
  } as RegisterHandlers<Name>;
}

/** Branch and people of a line must exist; named by their field. */
function demandPeople(context: ArchiveContext, row: Record<string, unknown>): void {
  const { db } = context.archive;
  getRow(db, branch, 'branch', String(row.branchId));
  for (const field of ['memberId', 'subjectId', 'responsibleId']) {
    const id = row[field];
    if (typeof id === 'string' && findRow(db, member, id) === undefined) refuse(field, 'no such member');
  }
  const talkers = row.talkerIds;
  if (Array.isArray(talkers) && talkers.some((id) => findRow(db, member, String(id)) === undefined))
    refuse('talkerIds', 'no such member');
}

export function refuse(field: string, why: string): never {
  throw new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
}
