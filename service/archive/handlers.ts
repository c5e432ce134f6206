import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import type { OperationName, Output, Parsed } from '../../contract/operations.ts';
import type { Progress } from '../../contract/port.ts';
import { recordAccess } from '../../db/audit.ts';
import { integrityProblems } from '../../db/copy.ts';
import { writeFact } from '../../db/queries/facts.ts';
import { verifyChain } from '../../db/queries/history.ts';
import type { JobControl } from '../context.ts';
import type { FileGrants } from '../grants.ts';
import {
  addPassphraseSlot,
  changePassphrase,
  confirmRecovery,
  createKeyFile,
  forgetRetired,
  giveIdentity,
  renewRecoveryCode,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
} from '../keys/key-file.ts';
import type { KeyCost } from '../keys/key-schema.ts';
import { mendKeys, readKeys, writeKeys } from '../keys/key-store.ts';
import { checkRecoveryGroups } from '../keys/recovery-code.ts';
import { copyAtClose } from './copies.ts';
import { copyHandlers } from './copy-handlers.ts';
import { admitRecovered, authenticate, identifyPerson, notePassphrase, personHandlers } from './people.ts';
import { demandArchive, demandLocalDrive } from './place.ts';
import { finishKeyChange } from './renew-key.ts';
import { listCopiesOfClosed, restoreClosed } from './rescue.ts';
import type { ArchiveSession } from './session.ts';
import type { Hold } from './turnstile.ts';

/** What archive handlers work on: they open and close, so they cannot be handed an open archive. */
export interface SessionContext {
  readonly session: ArchiveSession;
  readonly grants: FileGrants;
  readonly job: JobControl;
  /** Cheaper key derivation in tests; undefined for the standard. */
  readonly keyCost: KeyCost | undefined;
  now(): Date;
  today(): string;
  /** Runs `change` in one audited transaction on the open archive. */
  write<Result>(change: () => Result, options?: { reason?: string; batch?: string }): Result;
  /** Tells every window that the archive is closing, and how far its copy is. */
  tellClosing(progress: Progress): void;
  /** Stores a first branch through the ordinary save. */
  saveBranch(draft: Parsed<'branch.save'>['draft']): void;
  /** Fetches what fills an open, empty archive with synthetic records: most starts of the program do not. */
  demoFiller(): Promise<
    (size: { members: number; years: number; seed: number }, today: string) => { members: number; meetings: number }
  >;
}

type SessionHandlers = {
  [Name in SessionOperation]: (context: SessionContext, input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};

/** Operations that open, close or replace the archive as a whole. */
export type SessionOperation =
  | 'archive.status'
  | 'archive.create'
  | 'archive.createDemo'
  | 'archive.people'
  | 'archive.open'
  | 'archive.openWithRecoveryCode'
  | 'archive.copies'
  | 'archive.restoreCopy'
  | 'archive.close'
  | 'archive.confirmRecoveryCode'
  | 'archive.changePassphrase'
  | 'archive.renewRecoveryCode'
  | 'archive.revealKey'
  | 'archive.verify'
  | keyof typeof personHandlers
  | keyof typeof copyHandlers;

export const sessionHandlers: SessionHandlers = {
  ...personHandlers,
  ...copyHandlers,

  'archive.status': ({ session }) => session.status(),

  'archive.create': async (context, input) => {
    const folder = context.grants.take(input.folder, 'write-folder');
    const recoveryCode = await create(context, folder, input.person, input.passphrase, false, () =>
      context.saveBranch(input.branch),
    );
    return { recoveryCode };
  },

  'archive.createDemo': async (context, input) => {
    const folder = context.grants.take(input.folder, 'write-folder');
    const fill = await context.demoFiller();
    let made = { members: 0, meetings: 0 };
    const recoveryCode = await create(context, folder, input.person, input.passphrase, true, () => {
      made = fill(input, input.today ?? context.today());
    });
    return { recoveryCode, ...made };
  },

  'archive.people': async ({ grants }, input) => {
    const folder = grants.take(input.folder, 'read-folder');
    demandArchive(folder);
    return { people: (await readKeys(folder)).passphrases.map((slot) => slot.person) };
  },

  'archive.open': async (context, input) => {
    const folder = context.grants.take(input.folder, 'read-folder');
    demandArchive(folder);
    const keys = await readKeys(folder);
    const unlocked = await unlockWithPassphrase(keys, input.passphrase, input.person);
    // A write that was cut off between the two key files: what was removed must not live on in the second one.
    await mendKeys(folder);
    context.session.stop();
    await finishKeyChange(folder, keys, unlocked.dataKey);
    const { job } = context;
    await context.session.start({ folder, ...unlocked, isRecoveryConfirmed: keys.recoveryConfirmed, job });
    identifyPerson(context, keys);
    await upgradeSlot(context, unlocked, input.passphrase);
    return context.session.status();
  },

  'archive.openWithRecoveryCode': async (context, input) => {
    const folder = context.grants.take(input.folder, 'read-folder');
    demandArchive(folder);
    const keys = await readKeys(folder);
    const { dataKey } = unlockWithRecoveryCode(keys, input.recoveryCode);
    const { person, newPassphrase } = input;
    const own = keys.passphrases.find((slot) => slot.person === person);
    const changed = own
      ? { file: await changePassphrase(keys, dataKey, own.id, newPassphrase, context.keyCost), slotId: own.id }
      : await addPassphraseSlot(keys, dataKey, person, newPassphrase, context.keyCost);
    context.session.stop();
    await finishKeyChange(folder, keys, dataKey);
    await context.session.start({
      folder,
      dataKey,
      slotId: changed.slotId,
      person,
      isRecoveryConfirmed: keys.recoveryConfirmed,
      job: context.job,
    });
    admitRecovered(context, changed.file);
    await writeKeys(folder, forgetRetired(changed.file));
    if (own) notePassphrase(context, own.id);
    return context.session.status();
  },

  'archive.copies': listCopiesOfClosed,
  'archive.restoreCopy': restoreClosed,

  'archive.close': async (context) => {
    const { session, now, tellClosing } = context;
    if (!session.isOpen) return { copy: null };
    // Whoever asked may be gone (a window that was closed); the copy is made all the same.
    const job = {
      signal: new AbortController().signal,
      progress: (progress: Progress) => {
        tellClosing(progress);
        context.job.progress(progress);
      },
    };
    try {
      return { copy: await copyAtClose(session.open, { job, now }) };
    } finally {
      session.stop();
    }
  },

  'archive.confirmRecoveryCode': async ({ session }, input) => {
    const open = session.open;
    const typed = input.positions.map((group, index) => ({ group, text: input.groups[index] ?? '' }));
    if (open.recoveryCode === undefined || !checkRecoveryGroups(open.recoveryCode, typed))
      throw new AppError({ code: 'wrong-recovery-code', mistyped: open.recoveryCode !== undefined });
    await writeKeys(open.folder, confirmRecovery(await readKeys(open.folder)));
    open.isRecoveryConfirmed = true;
    open.recoveryCode = undefined;
    return {};
  },

  'archive.changePassphrase': async (context, input) => {
    const { keys, dataKey, slotId, folder } = await authenticate(context, input.passphrase);
    await writeKeys(folder, await changePassphrase(keys, dataKey, slotId, input.newPassphrase, context.keyCost));
    notePassphrase(context, slotId);
    return {};
  },

  'archive.renewRecoveryCode': async (context, input) => {
    const open = context.session.open;
    const { keys, dataKey } = await authenticate(context, input.passphrase);
    const renewed = renewRecoveryCode(keys, dataKey);
    await writeKeys(open.folder, renewed.file);
    open.recoveryCode = renewed.recoveryCode;
    open.isRecoveryConfirmed = false;
    return { recoveryCode: renewed.recoveryCode };
  },

  'archive.revealKey': async (context, input) => {
    const open = context.session.open;
    await authenticate(context, input.passphrase);
    context.write(() =>
      recordAccess(open.db, { action: 'reveal', record: 'archive', recordId: 'archive', part: 'key', what: 'key' }),
    );
    return { key: open.hexKey };
  },

  'archive.verify': ({ session }) => {
    const { db } = session.open;
    const integrity = integrityProblems(db);
    const brokenReferences = (db.raw.pragma('foreign_key_check') as unknown[]).length;
    const { entries, brokenAt } = verifyChain(db);
    return {
      integrity,
      brokenReferences,
      historyEntries: entries,
      historyBrokenAt: brokenAt,
      ok: integrity.length === 0 && brokenReferences === 0 && brokenAt === null,
    };
  },
};

/**
 * What runs one by one, and what waits meanwhile: for whatever opens, closes or replaces the archive everything, for
 * a copy that was asked for nothing.
 */
export const worksAlone: Partial<Record<OperationName, Hold>> = {
  'archive.create': 'all',
  'archive.createDemo': 'all',
  'archive.open': 'all',
  'archive.openWithRecoveryCode': 'all',
  'archive.restoreCopy': 'all',
  'archive.close': 'all',
  'archive.renewKey': 'all',
  'person.remove': 'all',
  'copy.restore': 'all',
  'copy.make': 'nothing',
  'copy.verify': 'nothing',
};

async function create(
  context: SessionContext,
  folder: string,
  person: string,
  passphrase: string,
  isDemo: boolean,
  fill: () => void,
): Promise<string> {
  demandLocalDrive(dirname(folder));
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new AppError({ code: 'archive-exists' });
  const { file, dataKey, recoveryCode } = await createKeyFile(
    context.keyCost ? { person, passphrase, cost: context.keyCost } : { person, passphrase },
  );
  const existed = existsSync(folder);
  try {
    mkdirSync(folder, { recursive: true });
    await writeKeys(folder, file);
    const slotId = file.passphrases[0]?.id ?? '';
    const { job } = context;
    await context.session.start({ folder, dataKey, slotId, person, isRecoveryConfirmed: false, recoveryCode, job });
    identifyPerson(context, file);
    const { db } = context.session.open;
    writeFact(db, 'archive-id', randomUUID());
    writeFact(db, 'created-at', context.now().toISOString());
    if (isDemo) writeFact(db, 'is-demo', 'yes');
    fill();
    return recoveryCode;
  } catch (error) {
    context.session.stop();
    // Half an archive must not look like one; only what this call made is removed.
    rmSync(folder, { recursive: true, force: true });
    if (existed) mkdirSync(folder);
    throw error;
  }
}

/** A slot from before people had keys of their own gets one, now that its passphrase is at hand. */
async function upgradeSlot(
  { session, keyCost }: SessionContext,
  unlocked: { dataKey: Buffer; slotId: string; person: string },
  passphrase: string,
): Promise<void> {
  const { folder } = session.open;
  const keys = await readKeys(folder);
  const upgraded = await giveIdentity(keys, unlocked, passphrase, keyCost);
  if (upgraded !== keys) await writeKeys(folder, upgraded);
}
