import { randomUUID } from 'node:crypto';
import { AppError } from '../contract/failure.ts';
import type { Output, Parsed } from '../contract/operations.ts';
import { recordsOf } from '../contract/permission.ts';
import { lastSequence } from '../db/audit.ts';
import { changeActors, findChange, listChanges, rowsOfChange, standingUndo } from '../db/queries/changes.ts';
import { addDays } from '../rules/dates.ts';
import { revert } from './changes/net-rows.ts';
import { demandReadable, demandWritable, describe, type Undo, workOut } from './changes/plan.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import { imageOf, toEntry } from './history/entries.ts';
import { namesIn, rowLabelOf } from './history/names.ts';
import { summaryOf } from './history/summary.ts';

/** Rows of one change shown in full; an import has thousands. */
const mostEntries = 300;
/** From so many records on, or for an import, a verified copy is made before an undo. */
const copyFrom = 20;

export const changeHandlers = {
  'change.list': ({ archive: { db }, concealed }, { from, to, offset, limit, ...filter }) => {
    const page = listChanges(
      db,
      {
        ...filter,
        from: from && instantOf(from),
        before: to && instantOf(addDays(to, 1)),
        without: recordsOf(concealed),
      },
      { offset, limit },
    );
    return { rows: page.rows.map((row) => summaryOf(db, row)), total: page.total, concealed: [...concealed] };
  },
  'change.get': (context, { number }) => {
    const { db } = context.archive;
    const change = findChange(db, number);
    if (change === undefined) throw new AppError({ code: 'no-such-record', record: 'change', id: String(number) });
    demandReadable(context, [change]);
    const undoneBy = standingUndo(db, number);
    const entries = rowsOfChange(db, change, mostEntries).map((row) =>
      toEntry(row, { change: number, undoneBy, rowLabel: rowLabelOf(db, row.part, imageOf(row.after ?? row.before)) }),
    );
    const told = entries.filter((entry) => entry.action !== 'update' || entry.changes.length > 0);
    return {
      change: summaryOf(db, change),
      entries: told,
      total: Math.max(told.length, change.last - number + 1 - (entries.length - told.length)),
      names: namesIn(
        db,
        told.map(({ changes }) => changes),
      ),
    };
  },
  'change.actors': ({ archive }) => changeActors(archive.db),
  'change.planUndo': (context, target) => describe(context.archive.db, workOut(context, target)),
  'change.undo': undo,
} satisfies HandlersOf<'change.list' | 'change.get' | 'change.actors' | 'change.planUndo' | 'change.undo'>;

/** Begin of a day on the office's calendar, as the history writes instants. */
function instantOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

/**
 * Takes changes back: worked out again inside the write, and refused when it is no longer what was shown.
 *
 * @throws AppError `no-such-record`, `plan-expired`, `cannot-undo`, `copy-unverified`
 */
async function undo(context: ArchiveContext, input: Parsed<'change.undo'>): Promise<Output<'change.undo'>> {
  const seen = demandSeen(context, input);
  const records = seen.counts.restored + seen.counts.returned + seen.counts.removed;
  const needsCopy = records >= copyFrom || seen.changes.some(({ operation }) => operation.endsWith('.apply'));
  if (!needsCopy) return { ...revertSeen(context, input, seen), copyId: null };
  return context.afterCopy('before-undo', (copy) => ({
    ...revertSeen(context, input, demandSeen(context, input)),
    copyId: copy.id,
  }));
}

function demandSeen(context: ArchiveContext, { target, plan }: Parsed<'change.undo'>): Undo {
  const seen = workOut(context, target);
  demandWritable(context, seen.changes);
  demand(seen, plan);
  return seen;
}

function revertSeen(context: ArchiveContext, { reason }: Parsed<'change.undo'>, { rows, changes, counts }: Undo) {
  const { db } = context.archive;
  const batch = `undo-${context.today().replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
  const change = context.write(
    () => {
      const number = lastSequence(db) + 1;
      revert(db, rows);
      return number;
    },
    { reason, batch, undoes: changes.map(({ number }) => number) },
  );
  const { restored, returned, removed } = counts;
  return { change, batch, restored, returned, removed };
}

function demand({ obstacles, digest }: Undo, plan: string): void {
  const [first] = obstacles;
  if (first !== undefined)
    throw new AppError({
      code: 'cannot-undo',
      reason: first.code,
      records: obstacles.filter(({ id }) => id !== '').map(({ record, id, label }) => ({ record, id, label })),
    });
  if (digest !== plan) throw new AppError({ code: 'plan-expired' });
}
