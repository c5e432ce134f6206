import type { ArchiveCopy } from '../contract/archive.ts';
import type { OperationName, Output, Wire } from '../contract/operations.ts';
import type { Needs, RestrictedSubject, Role } from '../contract/permission.ts';
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
  readonly role: Role;
  readonly isRecoveryConfirmed: boolean;
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
  /** Restricted subjects the person may not read: what is listed leaves them out and says so. */
  readonly concealed: readonly RestrictedSubject[];
  /**
   * Who confirmed as the second person; empty where nobody else could.
   *
   * @throws AppError `second-person-needed`
   */
  readonly confirmedBy: string;
  /** For what the operation table cannot know beforehand. @throws AppError `not-permitted` */
  demand(needs: Needs): void;
  now(): Date;
  /** Today on the office's calendar, `YYYY-MM-DD`. */
  today(): string;
  /** Runs `change` in one audited transaction; a write handler calls it once. */
  write<Result>(
    change: () => Result,
    options?: { reason?: string; batch?: string; undoes?: readonly number[] },
  ): Result;
  /**
   * Runs `work` at once after a verified copy. Reading goes on while the copy is made; what others write waits.
   *
   * @throws AppError `copy-unverified`, `cancelled`; `work` is then not run
   */
  afterCopy<Result>(reason: ArchiveCopy['reason'], work: (copy: ArchiveCopy) => Result): Promise<Result>;
  /** Runs one record operation inside this handler, its input parsed as from outside; rights were decided before. */
  call<Name extends OperationName>(name: Name, input: Wire<Name>): Output<Name> | Promise<Output<Name>>;
}
