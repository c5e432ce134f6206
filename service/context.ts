import type { OperationName, Output, Wire } from '../contract/operations.ts';
import type { Progress } from '../contract/port.ts';
import type { WritableDb } from '../db/open.ts';
import type { FileGrants } from './grants.ts';

/** The open archive, as handlers see it. */
export interface OpenArchive {
  readonly folder: string;
  readonly db: WritableDb;
  /** For copies and job workers; never leaves the data process. */
  readonly hexKey: string;
  readonly slotId: string;
  readonly person: string;
}

/** Progress out, cancel in. */
export interface JobControl {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** What every handler gets besides its input. Time comes from here, so that tests can set it. */
export interface ArchiveContext {
  readonly archive: OpenArchive;
  readonly grants: FileGrants;
  readonly job: JobControl;
  now(): Date;
  /** Today on the office's calendar, `YYYY-MM-DD`. */
  today(): string;
  /** Runs `change` in one audited transaction; a write handler calls it once. */
  write<Result>(change: () => Result, options?: { reason?: string; batch?: string; undoes?: readonly number[] }): Result;
  /** Runs one record operation inside this handler, its input parsed as from outside. */
  call<Name extends OperationName>(name: Name, input: Wire<Name>): Output<Name> | Promise<Output<Name>>;
}
