import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SignedReceipt } from '../contract/snapshot.ts';
import { newReceiptKey, type ReceiptKey } from './minisign.ts';

/** A branch that may send. The last three are pinned by its first snapshot. */
export interface BranchEntry {
  number: number;
  name: string;
  branchId: string | null;
  signer: string | null;
  chain: string | null;
}

export interface AcceptedSnapshot {
  sequence: number;
  manifestHash: string;
  fileHash: string;
  bytes: number;
  receivedAt: string;
  receipt: SignedReceipt;
}

/**
 * What the receiver knows in the clear: who may send, what came when, and an append-only journal of accesses. It holds
 * no key that opens anything, and tokens only as hashes.
 */
export class IndexStore {
  readonly #db: Database.Database;

  constructor(dataFolder: string) {
    this.#db = new Database(join(dataFolder, 'index.db'));
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.pragma('foreign_keys = ON');
    this.#db.exec(schema);
  }

  close(): void {
    this.#db.close();
  }

  /** Enters a branch. @returns its token, told this once */
  addBranch(name: string, signer: string | null): string {
    const token = newToken();
    this.#db
      .prepare('INSERT INTO branch (name, token_hash, signer) VALUES (?, ?, ?)')
      .run(name, tokenHash(token), signer);
    return token;
  }

  /** A new token; the old one is worth nothing any more. Null when there is no such branch. */
  renewToken(name: string): string | null {
    const token = newToken();
    const done = this.#db.prepare('UPDATE branch SET token_hash = ? WHERE name = ?').run(tokenHash(token), name);
    return done.changes === 1 ? token : null;
  }

  /** Lets the next snapshot enrol the branch anew (new archive, new key). What was received stays. */
  forgetEnrolment(name: string): boolean {
    const branch = this.branches().find((entry) => entry.name === name);
    if (!branch) return false;
    this.#db.transaction(() => {
      this.#db
        .prepare('UPDATE branch SET branch_id = NULL, signer = NULL, chain = NULL WHERE number = ?')
        .run(branch.number);
      this.#db.prepare('UPDATE snapshot SET current = 0 WHERE branch = ?').run(branch.number);
      this.record(branch.number, 'enrolment-forgotten', '');
    })();
    return true;
  }

  branches(): BranchEntry[] {
    return this.#db.prepare(`SELECT ${branchColumns} FROM branch ORDER BY number`).all() as BranchEntry[];
  }

  branchByToken(token: string): BranchEntry | null {
    const found = this.#db.prepare(`SELECT ${branchColumns} FROM branch WHERE token_hash = ?`).get(tokenHash(token));
    return (found as BranchEntry | undefined) ?? null;
  }

  branchByNumber(number: number): BranchEntry | null {
    const found = this.#db.prepare(`SELECT ${branchColumns} FROM branch WHERE number = ?`).get(number);
    return (found as BranchEntry | undefined) ?? null;
  }

  /** Newest step of the branch's present chain. */
  lastSnapshot(branch: number): AcceptedSnapshot | null {
    return this.#snapshot('branch = ? AND current = 1 ORDER BY sequence DESC LIMIT 1', branch);
  }

  snapshotByFile(branch: number, fileHash: string): AcceptedSnapshot | null {
    return this.#snapshot('branch = ? AND file_hash = ?', branch, fileHash);
  }

  bytesOf(branch: number): number {
    const row = this.#db.prepare('SELECT coalesce(sum(bytes), 0) AS bytes FROM snapshot WHERE branch = ?').get(branch);
    return (row as { bytes: number }).bytes;
  }

  /** Enters an accepted snapshot and pins the branch to it, in one step. */
  accept(
    branch: number,
    pinned: { branchId: string; signer: string; chain: string },
    snapshot: AcceptedSnapshot,
  ): void {
    this.#db.transaction(() => {
      this.#db
        .prepare('UPDATE branch SET branch_id = ?, signer = ?, chain = ? WHERE number = ?')
        .run(pinned.branchId, pinned.signer, pinned.chain, branch);
      this.#db
        .prepare(
          `INSERT INTO snapshot (branch, chain, sequence, manifest_hash, file_hash, bytes, received_at, receipt, signature)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          branch,
          pinned.chain,
          snapshot.sequence,
          snapshot.manifestHash,
          snapshot.fileHash,
          snapshot.bytes,
          snapshot.receivedAt,
          snapshot.receipt.receipt,
          snapshot.receipt.signature,
        );
      this.record(branch, 'accepted', `${snapshot.sequence} ${snapshot.fileHash}`);
    })();
  }

  /** Journal of what happened; kept, never changed. */
  record(branch: number | null, event: string, detail: string): void {
    this.#db
      .prepare('INSERT INTO journal (at, branch, event, detail) VALUES (?, ?, ?, ?)')
      .run(new Date().toISOString(), branch, event, detail.slice(0, 300));
  }

  journal(limit: number): { at: string; branch: number | null; event: string; detail: string }[] {
    return this.#db
      .prepare('SELECT at, branch, event, detail FROM journal ORDER BY number DESC LIMIT ?')
      .all(limit) as { at: string; branch: number | null; event: string; detail: string }[];
  }

  /** The key that signs receipts, made at first start. */
  receiptKey(): ReceiptKey {
    const fresh = newReceiptKey();
    this.#db
      .prepare('INSERT INTO receipt_key (only, seed, key_id) VALUES (1, ?, ?) ON CONFLICT DO NOTHING')
      .run(fresh.seed, fresh.keyId);
    const row = this.#db.prepare('SELECT seed, key_id AS keyId FROM receipt_key').get();
    return row as ReceiptKey;
  }

  #snapshot(condition: string, ...values: unknown[]): AcceptedSnapshot | null {
    const row = this.#db
      .prepare(
        `SELECT sequence, manifest_hash AS manifestHash, file_hash AS fileHash, bytes, received_at AS receivedAt,
         receipt, signature FROM snapshot WHERE ${condition}`,
      )
      .get(...values) as (Omit<AcceptedSnapshot, 'receipt'> & SignedReceipt) | undefined;
    if (!row) return null;
    const { receipt, signature, ...rest } = row;
    return { ...rest, receipt: { receipt, signature } };
  }
}

const branchColumns = 'number, name, branch_id AS branchId, signer, chain';

const schema = `
CREATE TABLE IF NOT EXISTS branch (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, token_hash TEXT NOT NULL UNIQUE,
  branch_id TEXT, signer TEXT, chain TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS snapshot (
  branch INTEGER NOT NULL REFERENCES branch (number), chain TEXT NOT NULL, sequence INTEGER NOT NULL,
  manifest_hash TEXT NOT NULL, file_hash TEXT NOT NULL, bytes INTEGER NOT NULL, received_at TEXT NOT NULL,
  receipt TEXT NOT NULL, signature TEXT NOT NULL, current INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (branch, chain, sequence), UNIQUE (branch, file_hash)
) STRICT;
CREATE TABLE IF NOT EXISTS receipt_key (only INTEGER PRIMARY KEY CHECK (only = 1), seed BLOB NOT NULL, key_id BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS journal (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, branch INTEGER, event TEXT NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS journal_never_shrinks BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS snapshot_never_shrinks BEFORE DELETE ON snapshot BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`;

/** 256 random bits: long enough that a plain hash keeps it. */
function newToken(): string {
  return `zb_${randomBytes(32).toString('base64url')}`;
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
