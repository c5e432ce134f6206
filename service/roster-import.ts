import { randomUUID } from 'node:crypto';
import { Group } from '../contract/branch.ts';
import { AppError } from '../contract/failure.ts';
import type { Member } from '../contract/member.ts';
import type { Output, Parsed } from '../contract/operations.ts';
import type { PartialDate } from '../contract/values.ts';
import type { WritableDb } from '../db/open.ts';
import { listGroups } from '../db/queries/branches.ts';
import { changedSince, listBatches } from '../db/queries/import-batches.ts';
import { putRow } from '../db/records.ts';
import { group } from '../db/schema/index.ts';
import { earliestDay } from '../rules/dates.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import { newBatch, PendingPlans } from './imports/pending.ts';
import type { PlannedImport, RowToApply } from './jobs/import-roster.ts';
import { runJob } from './jobs/runner.ts';
import { putMember } from './put-member.ts';
import { firstStay, movedStays } from './roster-stays.ts';
import { groupKey } from './sheets/places.ts';

const plans = new PendingPlans<PlannedImport>();

export const rosterImportHandlers = {
  'import.plan': async (context, { file, planId: earlier, sheet, branchId }) => {
    const { bytes, fileName } = await plans.file(context, file, earlier);
    const input = { bytes, fileName, sheet: sheet ?? null, branchId: branchId ?? null, today: context.today() };
    const planned = await runJob('planRoster', input, context);
    return { planId: plans.keep(context, planned, bytes), plan: planned.plan };
  },
  'import.apply': applyPlan,
  'import.batches': ({ archive }) =>
    listBatches(archive.db, 'import.apply', 'member').map(({ actor, reason, created, ...batch }) => ({
      ...batch,
      person: actor,
      fileName: reason,
      new: created,
    })),
  'import.markedCopy': async (context, { planId, file }) => ({ cells: await plans.writeMarked(context, planId, file) }),
} satisfies HandlersOf<'import.plan' | 'import.apply' | 'import.batches' | 'import.markedCopy'>;

/**
 * Writes a plan in one transaction after a verified copy.
 *
 * @throws AppError `plan-expired`, `plan-has-problems`, `copy-unverified`
 */
async function applyPlan(context: ArchiveContext, input: Parsed<'import.apply'>): Promise<Output<'import.apply'>> {
  const { plan, rows: planned } = demandCurrent(context, input.planId);
  if (plan.counts.problemRows > 0 && !input.skipProblemRows)
    throw new AppError({ code: 'plan-has-problems', problems: plan.counts.problemRows });
  const unwanted = new Set(input.leaveOut.map(({ row, field }) => `${row} ${field}`));
  const rows = planned.flatMap((row) => {
    const values = row.values.filter(({ field }) => !unwanted.has(`${row.row} ${field}`));
    return row.isRefused || (row.memberId !== null && values.length === 0) ? [] : [{ ...row, values }];
  });
  if (rows.length === 0) {
    plans.drop(context);
    return { batch: null, counts: plan.counts, copyId: null };
  }
  return context.afterCopy('before-import', (copy) => {
    // What was saved before the copy began may have changed what the plan rests on.
    demandCurrent(context, input.planId);
    const batch = newBatch('import', context.today());
    const onRollFrom = input.onRollFrom ?? `${context.today().slice(0, 4)}-01-01`;
    context.write(() => writeRows(context, rows, onRollFrom), { batch, reason: plan.fileName });
    plans.drop(context);
    return { batch, counts: plan.counts, copyId: copy.id };
  });
}

/** @throws AppError `plan-expired` when what it was made from has changed since */
function demandCurrent(context: ArchiveContext, planId: string): PlannedImport {
  const pending = plans.of(context, planId);
  if (changedSince(context.archive.db, pending.sequence, ['member', 'group', 'branch', 'post'])) {
    plans.drop(context);
    throw new AppError({ code: 'plan-expired' });
  }
  return pending;
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
