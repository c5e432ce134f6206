import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Group } from '../contract/branch.ts';
import { AppError } from '../contract/failure.ts';
import type { Member } from '../contract/member.ts';
import type { Output, Parsed } from '../contract/operations.ts';
import type { PartialDate } from '../contract/values.ts';
import type { WritableDb } from '../db/open.ts';
import { listGroups } from '../db/queries/branches.ts';
import { listBatches, peopleChangedSince } from '../db/queries/import-batches.ts';
import { putRow } from '../db/records.ts';
import { group } from '../db/schema/index.ts';
import { earliestDay } from '../rules/dates.ts';
import { makeCopy } from './archive/copies.ts';
import type { ArchiveContext } from './context.ts';
import { fileReason, writeWholeFile } from './files/whole-file.ts';
import type { HandlersOf } from './handler-types.ts';
import type { PlannedImport, RowToApply } from './jobs/import-roster.ts';
import { runJob } from './jobs/runner.ts';
import { putMember } from './put-member.ts';
import { firstStay, movedStays } from './roster-stays.ts';
import { fileLimits } from './sheets/guard.ts';
import { groupKey } from './sheets/places.ts';

/** The newest plan of an open archive, with her file, until it is applied; goes with the archive. */
interface PendingPlan extends PlannedImport {
  readonly planId: string;
  readonly bytes: Uint8Array;
}

const pendingPlans = new WeakMap<WritableDb, PendingPlan>();

export const rosterImportHandlers = {
  'import.plan': async (context, { file, planId: earlier, sheet, branchId }) => {
    const { bytes, fileName } = await rosterFile(context, file, earlier);
    const input = { bytes, fileName, sheet: sheet ?? null, branchId: branchId ?? null, today: context.today() };
    const planned = await runJob('planRoster', input, context);
    const planId = randomUUID();
    pendingPlans.set(context.archive.db, { ...planned, planId, bytes });
    return { planId, plan: planned.plan };
  },
  'import.apply': applyPlan,
  'import.batches': ({ archive }) =>
    listBatches(archive.db, 'import.apply').map(({ actor, reason, created, ...batch }) => ({
      ...batch,
      person: actor,
      fileName: reason,
      new: created,
    })),
  'import.markedCopy': async (context, { planId, file }) => {
    const path = context.grants.take(file, 'write-file');
    const { plan, bytes } = pendingPlan(context, planId);
    const marks = plan.problems.map(({ sheet, cell, message, remedy }) => ({
      sheet,
      cell,
      text: `${message}。${remedy}`,
    }));
    const marked = await runJob('markRoster', { bytes, fileName: plan.fileName, marks }, context);
    await writeWholeFile(path, marked);
    return { cells: new Set(marks.map(({ sheet, cell }) => `${sheet}!${cell}`)).size };
  },
} satisfies HandlersOf<'import.plan' | 'import.apply' | 'import.batches' | 'import.markedCopy'>;

/** The file that was granted, or that of an earlier plan. */
async function rosterFile(
  context: ArchiveContext,
  file: string | undefined,
  planId: string | undefined,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (file === undefined) {
    const { bytes, plan } = pendingPlan(context, planId ?? '');
    return { bytes, fileName: plan.fileName };
  }
  const path = context.grants.take(file, 'read-file');
  return { bytes: await readRosterFile(path), fileName: basename(path) };
}

async function readRosterFile(path: string): Promise<Buffer> {
  const file = basename(path);
  try {
    const { size } = await stat(path);
    if (size > fileLimits.bytes) throw new AppError({ code: 'file-unreadable', file, reason: 'too-large' });
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError({ code: 'file-unreadable', file, reason: fileReason(error) });
  }
}

function pendingPlan({ archive }: ArchiveContext, planId: string): PendingPlan {
  const pending = pendingPlans.get(archive.db);
  if (pending === undefined || pending.planId !== planId) throw new AppError({ code: 'plan-expired' });
  return pending;
}

/**
 * Writes a plan in one transaction after a verified copy.
 *
 * @throws AppError `plan-expired`, `plan-has-problems`, `copy-unverified`
 */
function applyPlan(context: ArchiveContext, input: Parsed<'import.apply'>): Output<'import.apply'> {
  const { db } = context.archive;
  const pending = pendingPlan(context, input.planId);
  const { plan } = pending;
  if (peopleChangedSince(db, pending.sequence)) {
    pendingPlans.delete(db);
    throw new AppError({ code: 'plan-expired' });
  }
  if (plan.counts.problemRows > 0 && !input.skipProblemRows)
    throw new AppError({ code: 'plan-has-problems', problems: plan.counts.problemRows });
  const unwanted = new Set(input.leaveOut.map(({ row, field }) => `${row} ${field}`));
  const rows = pending.rows.flatMap((row) => {
    const values = row.values.filter(({ field }) => !unwanted.has(`${row.row} ${field}`));
    return row.isRefused || (row.memberId !== null && values.length === 0) ? [] : [{ ...row, values }];
  });
  if (rows.length === 0) {
    pendingPlans.delete(db);
    return { batch: null, counts: plan.counts, copyId: null };
  }
  const copy = makeCopy(context.archive, 'before-import', context.now());
  const batch = `import-${context.today().replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
  const onRollFrom = input.onRollFrom ?? `${context.today().slice(0, 4)}-01-01`;
  context.write(() => writeRows(context, rows, onRollFrom), { batch, reason: plan.fileName });
  pendingPlans.delete(db);
  return { batch, counts: plan.counts, copyId: copy.id };
}

function writeRows(context: ArchiveContext, rows: readonly RowToApply[], onRollFrom: PartialDate): void {
  const { db } = context.archive;
  const groups = new GroupBook(db, earliestDay(onRollFrom));
  rows.forEach((row, index) => {
    const fields = memberDraft(row);
    const wantsGroup = row.memberId === null || row.values.some(({ field }) => field === 'groupName');
    const groupId = wantsGroup && row.groupName !== '' ? groups.idOf(row.branchId, row.groupName) : null;
    const id = row.memberId ?? randomUUID();
    const memberships =
      row.memberId === null
        ? [firstStay(row, groupId, fields, onRollFrom)]
        : movedStays(db, id, row, groupId, context.today());
    putMember(context, { id, revision: row.revision, ...fields, ...(memberships === null ? {} : { memberships }) });
    if (index % 500 === 0) context.job.progress({ done: index, total: rows.length, label: '' });
  });
}

/** The fields of the record that a row sets. */
function memberDraft({ values }: RowToApply): Partial<Member> {
  const ofMember = values.filter(({ field }) => field !== 'groupName');
  return Object.fromEntries(
    ofMember.map(({ field, after }) => [field, field === 'introducerNames' ? after.split('、') : after]),
  );
}

/** Groups of the archive by branch and name; makes those that are missing. */
class GroupBook {
  readonly #db: WritableDb;
  readonly #from: string;
  readonly #ids = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(db: WritableDb, from: string) {
    this.#db = db;
    this.#from = from;
    for (const { id, branchId, name } of listGroups(db, {})) this.#remember(branchId, name, id);
  }

  idOf(branchId: string, name: string): string {
    const known = this.#ids.get(`${branchId} ${groupKey(name)}`);
    if (known !== undefined) return known;
    const id = randomUUID();
    const displayOrder = this.#counts.get(branchId) ?? 0;
    const made = {
      id,
      revision: 1,
      branchId,
      name,
      leaderId: null,
      venue: '',
      from: this.#from,
      to: null,
      displayOrder,
      note: '',
    };
    putRow(this.#db, group, Group.parse(made));
    this.#remember(branchId, name, id);
    return id;
  }

  #remember(branchId: string, name: string, id: string): void {
    this.#ids.set(`${branchId} ${groupKey(name)}`, id);
    this.#counts.set(branchId, (this.#counts.get(branchId) ?? 0) + 1);
  }
}
