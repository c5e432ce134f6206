import type { Progress } from '../../contract/port.ts';
import type { ReadableDb } from '../../db/open.ts';

/** What a job gets in its thread: reading only, progress out, cancel in. */
export interface JobContext {
  /** @throws AppError `no-archive-open` when the job was started without an archive */
  readonly db: ReadableDb;
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
  /** For work that never lets go of its thread, so that `signal` is not heard. @throws AppError `cancelled` */
  demandWanted(): void;
  now(): Date;
}
