import { hardship, honour, mobileMember, secretaryProject, service } from '../contract/care.ts';
import { AppError } from '../contract/failure.ts';
import type { RegisterFilter } from '../contract/register.ts';
import {
  discipline,
  lostContact,
  organizationalMeasure,
  rectification,
  talk,
  warningEducation,
} from '../contract/supervision.ts';
import { listRegister, type RegisterName, type RegisterRow, registerTables } from '../db/queries/registers.ts';
import { findRow, getRow, type RecordTable, removeRow } from '../db/records.ts';
import { branch, meeting, member } from '../db/schema/index.ts';
import type { ArchiveContext } from './context.ts';
import { type OwnedStatus, putOwnedStatuses } from './owned-statuses.ts';
import { disciplineStatuses, hardshipStatuses, lostStatuses, mobileStatuses } from './register-statuses.ts';
import { saveFlatRecord } from './save.ts';

/** What a register needs besides its table: its schemas, what a save must find right, and what it says of a member. */
interface RegisterKind<Row> {
  schemas: { record: never; blank: object };
  check(context: ArchiveContext, row: Row): void;
  /** States of the member that follow from the line, so that they are entered once. */
  statuses?(row: Row): { memberId: string | null; statuses: OwnedStatus[] };
}

function kind<Name extends RegisterName>(
  schemas: { record: unknown; blank: object },
  check: (context: ArchiveContext, row: RegisterRow<Name>) => void,
  statuses?: (row: RegisterRow<Name>) => { memberId: string | null; statuses: OwnedStatus[] },
): RegisterKind<RegisterRow<Name>> {
  return { schemas: schemas as RegisterKind<RegisterRow<Name>>['schemas'], check, ...(statuses && { statuses }) };
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
  { schemas, check, statuses }: RegisterKind<RegisterRow<Name>>,
): RegisterHandlers<Name> {
  const table = registerTables[name].table as unknown as RecordTable;
  return {
    [`${name}.list`]: ({ archive }: ArchiveContext, filter: RegisterFilter) => listRegister(archive.db, name, filter),
    [`${name}.get`]: ({ archive }: ArchiveContext, { id }: { id: string }) => getRow(archive.db, table, name, id),
    [`${name}.save`]: (context: ArchiveContext, input: Save): RegisterRow<Name> =>
      context.write(
        () => {
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
          return saved;
        },
        { reason: input.reason },
      ),
    [`${name}.remove`]: (context: ArchiveContext, input: Removal) =>
      context.write(
        () => {
          if (statuses !== undefined) putOwnedStatuses(context, input.id, null, []);
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

function demandOrder(field: string, from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) refuse(field, `before ${from}`);
}

const talks = kind<'talk'>(talk, (_context, row) => {
  if (row.talkerIds.includes(row.subjectId)) refuse('subjectId', 'talks to themselves');
});
const rectifications = kind<'rectification'>(rectification, (_context, row) => {
  demandOrder('doneOn', row.foundOn, row.doneOn);
  demandOrder('dueOn', row.foundOn, row.dueOn);
});
const warnings = kind<'warningEducation'>(warningEducation, () => {});
const disciplines = kind<'discipline'>(
  discipline,
  (_context, row) => {
    demandOrder('effectiveOn', row.decidedOn, row.effectiveOn);
    const isProbation = row.kind === 'probation-within-party';
    if (!isProbation && row.months !== null) refuse('months', 'only 留党察看 has a period');
    if (isProbation && row.months === null) refuse('months', 'missing');
  },
  disciplineStatuses,
);
const measures = kind<'organizationalMeasure'>(organizationalMeasure, ({ archive }, row) => {
  if (row.meetingId !== null) getRow(archive.db, meeting, 'meeting', row.meetingId);
  demandOrder('deadline', row.decidedOn, row.deadline);
  demandOrder('reviewedOn', row.decidedOn, row.reviewedOn);
});
const lost = kind<'lostContact'>(
  lostContact,
  (_context, row) => {
    demandOrder('membershipStoppedOn', row.lostOn, row.membershipStoppedOn);
    if (row.struckOffOn !== null && row.membershipStoppedOn === null) refuse('membershipStoppedOn', 'missing');
    demandOrder('struckOffOn', row.membershipStoppedOn, row.struckOffOn);
  },
  lostStatuses,
);
const mobiles = kind<'mobileMember'>(
  mobileMember,
  (_context, row) => {
    if (row.direction === 'out' && row.memberId === null) refuse('memberId', 'missing');
    demandOrder('returnedOn', row.leftOn, row.returnedOn);
  },
  mobileStatuses,
);
const hardships = kind<'hardship'>(
  hardship,
  (_context, row) => demandOrder('until', row.since, row.until),
  hardshipStatuses,
);

export const registerHandlers = {
  ...registerHandlersOf('talk', talks),
  ...registerHandlersOf('rectification', rectifications),
  ...registerHandlersOf('warningEducation', warnings),
  ...registerHandlersOf('discipline', disciplines),
  ...registerHandlersOf('organizationalMeasure', measures),
  ...registerHandlersOf('lostContact', lost),
  ...registerHandlersOf('mobileMember', mobiles),
  ...registerHandlersOf('hardship', hardships),
  ...registerHandlersOf(
    'honour',
    kind<'honour'>(honour, () => {}),
  ),
  ...registerHandlersOf(
    'service',
    kind<'service'>(service, () => {}),
  ),
  ...registerHandlersOf(
    'secretaryProject',
    kind<'secretaryProject'>(secretaryProject, () => {}),
  ),
};
