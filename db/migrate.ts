import type Database from 'better-sqlite3';
import { AppError } from '../contract/failure.ts';
import { writeAttachmentTriggers } from './attachment-triggers.ts';
import { writeAuditTriggers } from './audit-triggers.ts';
import { migrations } from './migrations/index.ts';

/** One step of the schema. `up` runs inside a transaction with foreign keys off; it must leave no broken reference. */
export interface Migration {
  version: number;
  name: string;
  up: (raw: Database.Database) => unknown;
}

/** The version this program writes. */
export const schemaVersion = migrations.at(-1)?.version ?? 0;

/** Version found in an open database, 0 when it is new. */
export function foundVersion(raw: Database.Database): number {
  return raw.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a database to `upTo`, each step whole or not at all: the step, the reference check and the version
 * number are one transaction. The audit triggers are written anew after the last step.
 *
 * @throws AppError `schema-too-new` when the database was written by a newer program; it is left untouched.
 */
export function migrate(raw: Database.Database, steps: readonly Migration[] = migrations, upTo = Infinity): void {
  const supported = steps.at(-1)?.version ?? 0;
  const found = foundVersion(raw);
  if (found > supported) throw new AppError({ code: 'schema-too-new', found, supported });
  const pending = steps.filter((step) => step.version > found && step.version <= upTo);
  if (pending.length === 0) return;
  // Ignored inside a transaction, so it stands before; a table rebuild would otherwise cascade.
  raw.pragma('foreign_keys = OFF');
  try {
    for (const step of pending) {
      raw
        .transaction(() => {
          step.up(raw);
          writeAuditTriggers(raw);
          writeAttachmentTriggers(raw);
          const broken = raw.pragma('foreign_key_check') as unknown[];
          if (broken.length > 0) throw new Error(`migration ${step.name} leaves ${broken.length} broken references`);
          raw.pragma(`user_version = ${step.version}`);
        })
        .immediate();
    }
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}
