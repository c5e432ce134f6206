import { existsSync, statSync } from 'node:fs';
import type { ArchiveStatus } from '../../contract/archive.ts';
import { AppError } from '../../contract/failure.ts';
import { type Role, roleRights } from '../../contract/permission.ts';
import { integrityProblems } from '../../db/copy.ts';
import { type ArchiveLock, lockArchive } from '../../db/lock.ts';
import { schemaVersion } from '../../db/migrate.ts';
import { needsUpgrade, openForWriting, upgrade, type WritableDb } from '../../db/open.ts';
import { readFact } from '../../db/queries/facts.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { concealedFrom } from '../../rules/access.ts';
import type { JobControl, OpenArchive } from '../context.ts';
import { confirmersOf } from '../permissions.ts';
import { listCopies, makeCopy } from './copies.ts';
import { archiveName, place } from './place.ts';

interface Session extends OpenArchive {
  person: string;
  role: Role;
  readonly lock: ArchiveLock;
  /** Known only between its making and its being typed back. */
  recoveryCode: string | undefined;
  isRecoveryConfirmed: boolean;
}

/** The archive that is open in this process: none or one. */
export class ArchiveSession {
  #session: Session | undefined;
  readonly #now: () => Date;
  readonly #today: () => string;

  constructor(now: () => Date, today: () => string) {
    this.#now = now;
    this.#today = today;
  }

  /** @throws AppError `no-archive-open` */
  get open(): Session {
    if (this.#session === undefined) throw new AppError({ code: 'no-archive-open' });
    return this.#session;
  }

  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** How often it was stopped; what was being opened meanwhile stays closed. */
  #stops = 0;

  /**
   * Takes the lock, opens the database, checks it after an unclean end, and brings it to this program's schema
   * after a verified copy. On any failure nothing stays open.
   *
   * @throws AppError `archive-in-use`, `archive-damaged`, `schema-too-new`, `copy-unverified`
   */
  async start(options: {
    folder: string;
    dataKey: Buffer;
    slotId: string;
    person: string;
    isRecoveryConfirmed: boolean;
    recoveryCode?: string;
    job: JobControl;
  }): Promise<Session> {
    this.stop();
    const stops = this.#stops;
    const lock = lockArchive(place.lock(options.folder));
    let db: WritableDb | undefined;
    try {
      const file = place.database(options.folder);
      const hexKey = options.dataKey.toString('hex');
      const endedUncleanly = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
      db = openForWriting(file, hexKey);
      if (endedUncleanly) demandIntegrity(db);
      if (needsUpgrade(db)) {
        await makeCopy({ folder: options.folder, hexKey }, 'before-migration', { job: options.job, now: this.#now });
        if (this.#stops !== stops) throw new AppError({ code: 'no-archive-open' });
        upgrade(db);
      }
      this.#session = {
        folder: options.folder,
        db,
        hexKey,
        slotId: options.slotId,
        person: options.person,
        role: 'inspector',
        lock,
        recoveryCode: options.recoveryCode,
        isRecoveryConfirmed: options.isRecoveryConfirmed,
      };
      return this.#session;
    } catch (error) {
      db?.raw.close();
      lock.release();
      throw error;
    }
  }

  /** Says who the person at the keyboard is, once the database can be asked. */
  identify({ name, role }: { name: string; role: Role }): void {
    const session = this.open;
    session.person = name;
    session.role = role;
  }

  /** Drops the key and closes. Safe to call when nothing is open. */
  stop(): void {
    const session = this.#session;
    this.#session = undefined;
    this.#stops++;
    session?.db.raw.close();
    session?.lock.release();
  }

  status(): ArchiveStatus {
    const session = this.#session;
    const today = this.#today();
    if (session === undefined)
      return {
        isOpen: false,
        name: '',
        person: '',
        role: 'inspector',
        rights: [],
        concealed: [],
        confirmers: [],
        isDemo: false,
        isRecoveryConfirmed: false,
        schemaVersion,
        today,
        lastCopy: null,
      };
    return {
      isOpen: true,
      name: archiveName(session.folder),
      person: session.person,
      role: session.role,
      rights: [...roleRights[session.role]],
      concealed: concealedFrom(listSettings(session.db), session.role, today),
      confirmers: confirmersOf(session),
      isDemo: readFact(session.db, 'is-demo') === 'yes',
      isRecoveryConfirmed: session.isRecoveryConfirmed,
      schemaVersion,
      today,
      lastCopy: listCopies(session.folder).find((copy) => copy.verifiedAt !== null) ?? null,
    };
  }
}

/** @throws AppError `archive-damaged` naming the first thing that is wrong */
function demandIntegrity(db: WritableDb): void {
  const problem = integrityProblems(db)[0];
  if (problem !== undefined) throw new AppError({ code: 'archive-damaged', detail: problem });
}
