import { z } from 'zod';
import { BranchDraft } from './branch.ts';
import { operation } from './operation.ts';
import { RestrictedSubject, RightName, Role } from './permission.ts';
import { Grant, IsoDate, Label } from './values.ts';

/** Least length of a passphrase in characters, after normalisation (NFKC) and without outer blanks. */
export const passphraseMinimum = 8;

/** Typed by a person; length is judged by the keys, not here, so that the refusal has its own code. */
export const Secret = z.string().min(1).max(1000);

/** Person at the keyboard: named in the history. */
const Person = Label.max(60);

export const CopyReason = z.enum([
  'close',
  'asked',
  'before-import',
  'before-migration',
  'before-restore',
  'before-undo',
]);
export type CopyReason = z.infer<typeof CopyReason>;

/** A verified copy. `isVerified` is false when it no longer opens or its digest differs. */
export const ArchiveCopy = z.strictObject({
  id: z.string(),
  madeAt: z.string(),
  reason: CopyReason,
  bytes: z.int(),
  schemaVersion: z.int(),
  rows: z.int(),
  digest: z.string(),
  verifiedAt: z.string().nullable(),
  /** Last history entry it holds: nothing changed since while this is still the last. */
  lastChange: z.int(),
});
export type ArchiveCopy = z.infer<typeof ArchiveCopy>;

export const ArchiveStatus = z.strictObject({
  isOpen: z.boolean(),
  name: z.string(),
  person: z.string(),
  /** Of the person at the keyboard: role, what it may do, and which restricted subjects it may not read. */
  role: Role,
  rights: z.array(RightName),
  concealed: z.array(RestrictedSubject),
  /** Other people who can confirm a void or an exclusion; nobody: it is recorded as done by one person. */
  confirmers: z.array(z.string()),
  isDemo: z.boolean(),
  isRecoveryConfirmed: z.boolean(),
  schemaVersion: z.int(),
  today: IsoDate,
  lastCopy: ArchiveCopy.nullable(),
});
export type ArchiveStatus = z.infer<typeof ArchiveStatus>;

export const DemoSize = z.strictObject({
  members: z.int().min(3).max(20_000).default(24),
  years: z.int().min(1).max(10).default(2),
  seed: z.int().min(0).max(2_147_483_647).default(1),
});

export const archiveOperations = {
  'archive.status': operation('read', z.strictObject({}), ArchiveStatus, 'none', 'self'),
  /** The recovery code is told once, here, and must be typed back in part before records can be written. */
  'archive.create': operation(
    'write',
    z.strictObject({ folder: Grant, name: Label.max(60), person: Person, passphrase: Secret, branch: BranchDraft }),
    z.strictObject({ recoveryCode: z.string() }),
    'none',
    'self',
  ),
  /** A synthetic archive to practise on, deterministic by seed. */
  'archive.createDemo': operation(
    'write',
    z.strictObject({ folder: Grant, person: Person, passphrase: Secret, today: IsoDate.optional(), ...DemoSize.shape }),
    z.strictObject({ recoveryCode: z.string(), members: z.int(), meetings: z.int() }),
    'none',
    'self',
  ),
  /** Names to choose from at the entrance, as the key file has them; no key is needed. */
  'archive.people': operation(
    'read',
    z.strictObject({ folder: Grant }),
    z.strictObject({ people: z.array(z.string()) }),
    'none',
    'self',
  ),
  /** `person` names whose passphrase it is; left out, everybody's slot is tried. */
  'archive.open': operation(
    'write',
    z.strictObject({ folder: Grant, passphrase: Secret, person: Person.optional() }),
    ArchiveStatus,
    'none',
    'self',
  ),
  /** Opens with the printed code and sets a new passphrase in the same step. */
  'archive.openWithRecoveryCode': operation(
    'write',
    z.strictObject({ folder: Grant, recoveryCode: Secret, person: Person, newPassphrase: Secret }),
    ArchiveStatus,
    'none',
    'self',
  ),
  /** The copies of an archive that does not open. */
  'archive.copies': operation('read', z.strictObject({ folder: Grant }), z.array(ArchiveCopy), 'none', 'self'),
  /** Puts a copy in the place of an archive that does not open, and opens it; what was there goes aside. */
  'archive.restoreCopy': operation(
    'write',
    z.strictObject({ folder: Grant, passphrase: Secret, person: Person.optional(), id: z.string().max(80) }),
    z.strictObject({ keptAside: z.string(), status: ArchiveStatus }),
    'none',
    'self',
  ),
  /** Makes a verified copy, drops the key and closes. */
  'archive.close': operation(
    'write',
    z.strictObject({}),
    z.strictObject({ copy: ArchiveCopy.nullable() }),
    'none',
    'self',
  ),
  'archive.confirmRecoveryCode': operation(
    'write',
    z.strictObject({ groups: z.array(z.string().max(10)).min(2).max(10), positions: z.array(z.int().min(0)).min(2) }),
    z.strictObject({}),
    'open',
    'manage',
  ),
  'archive.changePassphrase': operation(
    'write',
    z.strictObject({ passphrase: Secret, newPassphrase: Secret }),
    z.strictObject({}),
    'open',
    'self',
  ),
  'archive.renewRecoveryCode': operation(
    'write',
    z.strictObject({ passphrase: Secret }),
    z.strictObject({ recoveryCode: z.string() }),
    'open',
    'manage',
  ),
  /** The raw key, for rescue with other programs; asked for with the passphrase, and recorded. */
  'archive.revealKey': operation(
    'write',
    z.strictObject({ passphrase: Secret }),
    z.strictObject({ key: z.string() }),
    'open',
    'manage',
  ),
  /** Pages, foreign keys, history chain, readable copies. */
  'archive.verify': operation(
    'read',
    z.strictObject({}),
    z.strictObject({
      integrity: z.array(z.string()),
      brokenReferences: z.int(),
      historyEntries: z.int(),
      historyBrokenAt: z.int().nullable(),
      ok: z.boolean(),
    }),
  ),
  'copy.list': operation('read', z.strictObject({}), z.array(ArchiveCopy)),
  'copy.make': operation('write', z.strictObject({ folder: Grant.optional() }), ArchiveCopy, 'open', 'read'),
  'copy.verify': operation('read', z.strictObject({ id: z.string().max(80) }), ArchiveCopy),
  /** The archive as it is goes aside under a dated name; the verified copy takes its place. */
  'copy.restore': operation(
    'write',
    z.strictObject({ id: z.string().max(80) }),
    z.strictObject({ keptAside: z.string(), status: ArchiveStatus }),
    'open',
    'configure',
  ),
};
