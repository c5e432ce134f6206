import { AppError } from '../contract/failure.ts';
import { needsOf, type OperationName, type Output, operations, type Wire } from '../contract/operations.ts';
import type { EngineEvent, GrantMode } from '../contract/port.ts';
import { auditedWrite, isInAuditedWrite, lastSequence } from '../db/audit.ts';
import { recordsChangedSince } from '../db/queries/history.ts';
import { makeCopy } from './archive/copies.ts';
import type { SessionContext, SessionOperation } from './archive/handlers.ts';
import { sessionHandlers, worksAlone } from './archive/handlers.ts';
import { ArchiveSession } from './archive/session.ts';
import { Turnstile } from './archive/turnstile.ts';
import { saveBranch } from './branches.ts';
import type { ArchiveContext, JobControl } from './context.ts';
import { type Log, parseCall, type Result, toFailure } from './dispatch.ts';
import { demandKeysMayBeShown } from './exams/secrecy.ts';
import { FileGrants } from './grants.ts';
import { handlers } from './handlers.ts';
import type { KeyCost } from './keys/key-schema.ts';
import { Permissions } from './permissions.ts';

export interface ServiceOptions {
  now?: () => Date;
  log?: Log;
  /** Cheaper key derivation in tests. */
  keyCost?: KeyCost;
  /** Check every answer against its schema (tests). */
  checkAnswers?: boolean;
}

/** The engine: the same under the window, the CLI and tests. */
export interface Service {
  readonly grants: FileGrants;
  /** Runs one operation. Never throws: whatever goes wrong is a failure with a closed code. */
  call(name: string, input: unknown, job?: JobControl): Promise<Result>;
  /** Lets the caller hand over a file or folder the user chose; returns the token. */
  grant(path: string, mode: GrantMode): string;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Makes no copy; drops the key and closes. */
  stop(): void;
}

/** Creates an engine with no archive open. */
export function createService(options: ServiceOptions = {}): Service {
  const now = options.now ?? (() => new Date());
  const today = () => localDay(now());
  const log = options.log ?? { fault: (reference, error) => process.stderr.write(faultLine(reference, error)) };
  const grants = new FileGrants();
  const session = new ArchiveSession(now, today);
  const turnstile = new Turnstile();
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
  };

  function contextFor(operation: string, job: JobControl, permissions?: Permissions): ArchiveContext {
    const own: ArchiveContext = {
      get archive() {
        return session.open;
      },
      grants,
      job,
      now,
      today,
      // Without permissions there was no archive: who founds one is its secretary.
      get concealed() {
        return permissions?.concealed ?? [];
      },
      get confirmedBy() {
        return permissions?.confirmedBy ?? '';
      },
      demand: (needs) => permissions?.demand(needs),
      // The handler that calls has decided who may; a getter of `own` must not be read here.
      call: (name, input) => callRecord(Object.create(own, { demand: { value: () => {} } }), name, input),
      afterCopy: (reason, work) =>
        turnstile.alone('writes', async () => work(await makeCopy(session.open, reason, { job, now }))),
      write: (change, { reason = '', batch = '', undoes = [] } = {}) => {
        const { db, person } = session.open;
        // What is written inside a running write is told once, by that one.
        if (isInAuditedWrite(db)) return change();
        const before = lastSequence(db);
        const context = { at: now().toISOString(), actor: person, operation, reason, batch, undoes };
        const result = auditedWrite(db, context, change);
        const records = recordsChangedSince(db, before);
        if (records.length > 0) emit({ type: 'changed', records, change: before + 1 });
        return result;
      },
    };
    return own;
  }

  function sessionContextFor(operation: string, job: JobControl, permissions?: Permissions): SessionContext {
    const context = contextFor(operation, job, permissions);
    return {
      session,
      grants,
      job,
      tellClosing: (progress) => emit({ type: 'archive-closing', progress }),
      keyCost: options.keyCost,
      now,
      today,
      write: context.write,
      saveBranch: (draft) => void saveBranch(context, { draft, reason: '' }),
      demoFiller: async () => {
        const { fillDemo } = await import('./demo/fill.ts');
        return (size, day) => fillDemo(context, callRecord, size, day);
      },
    };
  }

  /** One record operation inside a running handler: input parsed as from outside. */
  function callRecord<Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) {
    const call = parseCall(name, input);
    context.demand(needsOf(call.name, call.input));
    const handler = handlers[call.name as keyof typeof handlers] as (
      context: ArchiveContext,
      input: unknown,
    ) => unknown;
    return handler(context, call.input) as Output<Name>;
  }

  async function run(name: OperationName, input: unknown, job: JobControl): Promise<unknown> {
    const hold = worksAlone[name];
    if (hold !== undefined) return turnstile.alone(hold, () => runNow(name, input, job));
    const { kind } = operations[name];
    if (turnstile.isHeld(kind)) {
      const caller = whose();
      await turnstile.pass(kind);
      if (job.signal.aborted) throw new AppError({ code: 'cancelled' });
      // Another archive, or another person: what was meant for the one before is not done in their name.
      if (caller !== undefined && caller !== whose()) throw new AppError({ code: 'no-archive-open' });
    }
    return runNow(name, input, job);
  }

  async function runNow(name: OperationName, input: unknown, job: JobControl): Promise<unknown> {
    const permissions = session.isOpen ? new Permissions(session.open, today()) : undefined;
    await permissions?.demandOperation(name, input);
    if (session.isOpen) demandKeysMayBeShown(session.open.db, name, input);
    if (isSessionOperation(name)) {
      const wasOpen = session.isOpen;
      const handler = sessionHandlers[name] as (context: SessionContext, input: unknown) => unknown;
      const value = await handler(sessionContextFor(name, job, permissions), input);
      if (session.isOpen !== wasOpen || changesStatus.has(name))
        emit({ type: session.isOpen ? 'archive-opened' : 'archive-closed' });
      else if (name === 'copy.make' || name === 'copy.verify') emit({ type: 'copied' });
      return value;
    }
    if (!session.isOpen && operations[name].archive === 'open') throw new AppError({ code: 'no-archive-open' });
    const handler = handlers[name] as (context: ArchiveContext, input: unknown) => unknown;
    return await handler(contextFor(name, job, permissions), input);
  }

  function whose(): string | undefined {
    return session.isOpen ? JSON.stringify([session.open.folder, session.open.slotId]) : undefined;
  }

  return {
    grants,
    grant: (path, mode) => grants.add(path, mode),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => session.stop(),
    async call(name, input, job = unattended()) {
      try {
        const call = parseCall(name, input);
        const value = await run(call.name, call.input, job);
        return { ok: true, value: options.checkAnswers ? operations[call.name].output.parse(value) : value };
      } catch (error) {
        return { ok: false, failure: toFailure(error, job.signal, log) };
      }
    },
  };
}

/** Operations after which the open archive is another one, or its person another. */
const changesStatus: ReadonlySet<OperationName> = new Set([
  'archive.open',
  'archive.renewKey',
  'copy.restore',
  'person.add',
  'person.save',
  'person.remove',
]);

function isSessionOperation(name: OperationName): name is SessionOperation {
  return Object.hasOwn(sessionHandlers, name);
}

function unattended(): JobControl {
  return { signal: new AbortController().signal, progress: () => {} };
}

/** The day on the office's own calendar. */
function localDay(at: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** The stack without the message: messages of libraries may quote the data they choked on. */
function faultLine(reference: string, error: unknown): string {
  if (!(error instanceof Error)) return `${reference} ${typeof error}\n`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return `${reference} ${error.name}${code}\n${frames.slice(0, 8).join('\n')}\n`;
}
