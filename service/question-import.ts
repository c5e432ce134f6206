import { randomUUID } from 'node:crypto';
import { AppError } from '../contract/failure.ts';
import type { Output, Parsed } from '../contract/operations.ts';
import { question } from '../contract/question.ts';
import { changedSince, listBatches } from '../db/queries/import-batches.ts';
import { findRow, getRow, putRow } from '../db/records.ts';
import { branch, question as questionTable } from '../db/schema/index.ts';
import type { ArchiveContext } from './context.ts';
import { writeWholeFile } from './files/whole-file.ts';
import type { HandlersOf } from './handler-types.ts';
import { newBatch, PendingPlans } from './imports/pending.ts';
import type { PlannedQuestions } from './jobs/import-questions.ts';
import { runJob } from './jobs/runner.ts';
import { completeDraft } from './save.ts';

const plans = new PendingPlans<PlannedQuestions>();

export const questionImportHandlers = {
  'questionImport.plan': async (context, { branchId, file, planId: earlier, sheet }) => {
    getRow(context.archive.db, branch, 'branch', branchId);
    const { bytes, fileName } = await plans.file(context, file, earlier);
    const planned = await runJob('planQuestions', { bytes, fileName, sheet: sheet ?? null, branchId }, context);
    return { planId: plans.keep(context, planned, bytes), plan: planned.plan };
  },
  'questionImport.apply': applyPlan,
  'questionImport.batches': ({ archive }) =>
    listBatches(archive.db, 'questionImport.apply', 'question').map(({ actor, reason, created, ...batch }) => ({
      ...batch,
      person: actor,
      fileName: reason,
      new: created,
    })),
  'questionImport.markedCopy': async (context, { planId, file }) => ({
    cells: await plans.writeMarked(context, planId, file),
  }),
  'questionImport.template': async (context, { file }) => {
    const path = context.grants.take(file, 'write-file');
    const form = await runJob('questionForm', {}, context);
    await writeWholeFile(path, form);
    return { bytes: form.byteLength };
  },
} satisfies HandlersOf<
  | 'questionImport.plan'
  | 'questionImport.apply'
  | 'questionImport.batches'
  | 'questionImport.markedCopy'
  | 'questionImport.template'
>;

/**
 * Writes a plan in one transaction after a verified copy. The batch is taken back like any other.
 *
 * @throws AppError `plan-expired`, `plan-has-problems`, `copy-unverified`
 */
async function applyPlan(
  context: ArchiveContext,
  { planId, skipProblemRows }: Parsed<'questionImport.apply'>,
): Promise<Output<'questionImport.apply'>> {
  const { plan, rows } = demandCurrent(context, planId);
  if (plan.counts.problemRows > 0 && !skipProblemRows)
    throw new AppError({ code: 'plan-has-problems', problems: plan.counts.problemRows });
  if (rows.length === 0) {
    plans.drop(context);
    return { batch: null, counts: plan.counts, copyId: null };
  }
  return context.afterCopy('before-import', (copy) => {
    // What was saved before the copy began may have changed what the plan rests on.
    const planned = demandCurrent(context, planId);
    const batch = newBatch('questions', context.today());
    context.write(() => writeQuestions(context, planned), { batch, reason: plan.fileName });
    plans.drop(context);
    return { batch, counts: plan.counts, copyId: copy.id };
  });
}

/** @throws AppError `plan-expired` when what it was made from has changed since */
function demandCurrent(context: ArchiveContext, planId: string): PlannedQuestions {
  const pending = plans.of(context, planId);
  if (changedSince(context.archive.db, pending.sequence, ['question', 'branch'])) {
    plans.drop(context);
    throw new AppError({ code: 'plan-expired' });
  }
  return pending;
}

function writeQuestions({ archive: { db }, job }: ArchiveContext, { rows, branchId }: PlannedQuestions): void {
  rows.forEach(({ id, draft }, index) => {
    const stored = id === null ? undefined : findRow(db, questionTable, id);
    const revision = (stored?.revision ?? 0) + 1;
    const wanted = { ...draft, branchId, id: id ?? randomUUID(), revision };
    putRow(db, questionTable, completeDraft(question.record, stored, question.blank, wanted));
    if (index % 500 === 0) job.progress({ done: index, total: rows.length, label: '' });
  });
}
