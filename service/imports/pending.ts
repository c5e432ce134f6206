import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import type { WritableDb } from '../../db/open.ts';
import type { ArchiveContext } from '../context.ts';
import { fileReason, writeWholeFile } from '../files/whole-file.ts';
import { runJob } from '../jobs/runner.ts';
import { fileLimits } from '../sheets/guard.ts';

/** A workbook of hers, as it was read. */
export interface ImportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What any import plans: the file's name, and what is wrong with which cell. */
export interface Planned {
  readonly plan: {
    readonly fileName: string;
    readonly problems: readonly {
      readonly sheet: string;
      readonly cell: string;
      readonly message: string;
      readonly remedy: string;
    }[];
  };
}

/** The newest plan of each open archive, with her file, until it is applied; goes with the archive. */
export class PendingPlans<Plan extends Planned> {
  readonly #plans = new WeakMap<WritableDb, Plan & { readonly planId: string; readonly bytes: Uint8Array }>();

  /** The file that was granted, or that of an earlier plan. @throws AppError `file-unreadable`, `plan-expired` */
  async file(context: ArchiveContext, grant: string | undefined, planId: string | undefined): Promise<ImportFile> {
    if (grant === undefined) {
      const { bytes, plan } = this.of(context, planId ?? '');
      return { bytes, fileName: plan.fileName };
    }
    const path = context.grants.take(grant, 'read-file');
    return { bytes: await readImportFile(path), fileName: basename(path) };
  }

  keep({ archive }: ArchiveContext, plan: Plan, bytes: Uint8Array): string {
    const planId = randomUUID();
    this.#plans.set(archive.db, { ...plan, planId, bytes });
    return planId;
  }

  /** @throws AppError `plan-expired` */
  of({ archive }: ArchiveContext, planId: string): Plan & { readonly bytes: Uint8Array } {
    const pending = this.#plans.get(archive.db);
    if (pending === undefined || pending.planId !== planId) throw new AppError({ code: 'plan-expired' });
    return pending;
  }

  drop({ archive }: ArchiveContext): void {
    this.#plans.delete(archive.db);
  }

  /** Writes her own workbook with every problem's cell coloured and commented. @returns how many cells */
  async writeMarked(context: ArchiveContext, planId: string, grant: string): Promise<number> {
    const path = context.grants.take(grant, 'write-file');
    const { plan, bytes } = this.of(context, planId);
    const marks = plan.problems.map(({ sheet, cell, message, remedy }) => ({
      sheet,
      cell,
      text: `${message}。${remedy}`,
    }));
    const marked = await runJob('markRoster', { bytes, fileName: plan.fileName, marks }, context);
    await writeWholeFile(path, marked);
    return new Set(marks.map(({ sheet, cell }) => `${sheet}!${cell}`)).size;
  }
}

/** `import-20261124-1f0c2b3a`: what a batch is called in the history. */
export function newBatch(kind: string, today: string): string {
  return `${kind}-${today.replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
}

async function readImportFile(path: string): Promise<Buffer> {
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
