import { AppError } from '../contract/failure.ts';
import type { Member } from '../contract/member.ts';
import { type Transfer, transfer } from '../contract/transfer.ts';
import { getMember } from '../db/queries/members.ts';
import { listSettings } from '../db/queries/settings.ts';
import { getRow, putRow } from '../db/records.ts';
import { transfer as transferTable } from '../db/schema/index.ts';
import { addDays } from '../rules/dates.ts';
import { stayOn } from '../rules/member.ts';
import { settingOn } from '../rules/settings.ts';
import type { ArchiveContext } from './context.ts';
import { putMember } from './put-member.ts';
import { refuse, registerHandlersOf } from './register-handlers.ts';

const register = registerHandlersOf('transfer', {
  schemas: transfer as never,
  check: (context, row) => {
    if (row.state === 'accepted' || row.receiptOn !== null) demandAccepted(context, row.id);
    if (row.issuedOn !== null && row.issuedOn < row.startedOn) refuse('issuedOn', 'before startedOn');
    if (row.state === 'issued' && row.issuedOn === null) refuse('issuedOn', 'missing');
  },
});

export const transferHandlers = {
  ...register,
  'transfer.save': (context: ArchiveContext, input: Parameters<(typeof register)['transfer.save']>[1]) =>
    register['transfer.save'](context, { ...input, draft: withValidity(context, input.draft) }),
  'transfer.accept': (context: ArchiveContext, input: { id: string; revision: number; receiptOn: string }): Transfer =>
    context.write(() => accept(context, input)),
};

/** 介绍信有效期: filled in from the setting when a letter is issued without one. */
function withValidity<Draft extends { id: string; revision: number }>(context: ArchiveContext, draft: Draft): Draft {
  const { issuedOn, validUntil } = draft as { issuedOn?: string | null; validUntil?: string | null };
  if (typeof issuedOn !== 'string' || validUntil) return draft;
  const days = settingOn(listSettings(context.archive.db), 'transfer.letter-days', issuedOn).value;
  return { ...draft, validUntil: addDays(issuedOn, days) };
}

/** A line becomes accepted by `transfer.accept` alone, which moves the member in the same write. */
function demandAccepted(context: ArchiveContext, id: string): void {
  const stored = context.archive.db.raw.prepare('SELECT state FROM transfer WHERE id = ?').get(id);
  if ((stored as { state: string } | undefined)?.state !== 'accepted') refuse('state', 'use transfer.accept');
}

/**
 * Accepts a transfer: the stay in this branch ends (out) or begins (in) on the day of the receipt.
 *
 * @throws AppError `stale-record`, `invalid-input` when the member is not where the transfer says
 */
function accept(context: ArchiveContext, input: { id: string; revision: number; receiptOn: string }): Transfer {
  const { db } = context.archive;
  const stored = getRow(db, transferTable, 'transfer', input.id) as Transfer;
  if (stored.revision !== input.revision)
    throw new AppError({
      code: 'stale-record',
      record: 'transfer',
      id: input.id,
      currentRevision: stored.revision,
    });
  if (stored.state === 'accepted' || stored.state === 'returned') refuse('id', stored.state);
  if (input.receiptOn < stored.startedOn) refuse('receiptOn', 'before startedOn');
  move(context, stored, input.receiptOn);
  const accepted: Transfer = {
    ...stored,
    state: 'accepted',
    receiptOn: input.receiptOn,
    revision: stored.revision + 1,
  };
  putRow(db, transferTable, accepted);
  return accepted;
}

function move(context: ArchiveContext, record: Transfer, on: string): void {
  const person = getMember(context.archive.db, record.memberId);
  const stay = stayOn(person, on);
  const isHere = stay?.branchId === record.branchId;
  const { id, revision, memberships } = person;
  if (record.direction === 'out') {
    if (!isHere) refuse('memberId', 'not in the branch that day');
    const leaveKind = record.isWholeUnit ? 'unit-transferred-out' : 'transferred-out';
    const ended = memberships.map((each) =>
      each.branchId === record.branchId && each.to === null
        ? { ...each, to: on, leaveKind, reason: record.otherOrganisation }
        : each,
    ) as Member['memberships'];
    putMember(context, { id, revision, memberships: ended });
    return;
  }
  if (stay !== null) refuse('memberId', 'already in a branch that day');
  const begun: Member['memberships'][number] = {
    id: `in-${record.id}`.slice(0, 40),
    branchId: record.branchId,
    groupId: null,
    from: on,
    entryKind: record.isWholeUnit ? 'unit-transferred-in' : 'transferred-in',
    to: null,
    leaveKind: null,
    reason: record.otherOrganisation,
  };
  putMember(context, { id, revision, memberships: [...memberships, begun] });
}
