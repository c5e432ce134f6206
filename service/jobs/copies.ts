import { cpSync } from 'node:fs';
import { AppError } from '../../contract/failure.ts';
import { type Contents, type Tell, verifyCopy, writeVerifiedCopy } from '../../db/copy.ts';
import type { JobContext } from './context.ts';

export interface Keyed {
  file: string;
  hexKey: string;
}

/** Writes a verified copy of the archive's database. @throws AppError `copy-unverified`, `cancelled` */
export async function writeCopyJob(
  context: JobContext,
  { file, hexKey, target }: Keyed & { target: string },
): Promise<Contents & { lastChange: number }> {
  return proven(() => writeVerifiedCopy({ file, hexKey }, target, tellerOf(context)));
}

/** Reads a copy whole. @throws AppError `copy-unverified`, `cancelled` */
export async function verifyCopyJob(context: JobContext, { file, hexKey }: Keyed): Promise<Contents> {
  return proven(() => verifyCopy(file, hexKey, tellerOf(context)));
}

/** Copies a copy elsewhere and reads it there. @throws AppError `copy-unverified`, `cancelled` */
export async function placeCopyJob(
  context: JobContext,
  { file, hexKey, target }: Keyed & { target: string },
): Promise<Contents> {
  return proven(() => {
    cpSync(file, target);
    return verifyCopy(target, hexKey, tellerOf(context));
  });
}

/** Whole percents only: thousands of rows would be thousands of messages. Where it is told, a cancel is heard too. */
function tellerOf(context: JobContext): Tell {
  let told = -1;
  return (share) => {
    const percent = Math.floor(share * 100);
    if (percent <= told) return;
    told = percent;
    context.progress({ done: percent, total: 100, label: '' });
    context.demandWanted();
  };
}

function proven<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'cancelled') throw error;
    throw new AppError({ code: 'copy-unverified', detail: error instanceof Error ? error.message : 'unknown' });
  }
}
