import type { Command } from '../command.ts';
import { attachCommand, attachmentSaveCommand } from './attachments.ts';
import { callCommand } from './call.ts';
import { copyCommand, restoreCommand, verifyCommand } from './copies.ts';
import { demoCommand } from './demo.ts';
import { dumpCommand } from './dump.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { keyRevealCommand } from './key-reveal.ts';
import { ledgersCommand } from './ledgers.ts';
import { newCommand } from './new.ts';
import { operationsCommand } from './operations.ts';
import {
  personAddCommand,
  personListCommand,
  personRemoveCommand,
  personResetCommand,
  recoveryRenewCommand,
} from './person.ts';
import {
  snapshotInspectCommand,
  snapshotKeysCommand,
  snapshotOpenCommand,
  snapshotPushCommand,
  snapshotSealCommand,
} from './snapshot.ts';
import { undoCommand } from './undo.ts';

/** Every command by its words. */
export const commands: Readonly<Record<string, Command>> = {
  new: newCommand,
  demo: demoCommand,
  operations: operationsCommand,
  call: callCommand,
  dump: dumpCommand,
  attach: attachCommand,
  'attachment save': attachmentSaveCommand,
  import: importCommand,
  undo: undoCommand,
  ledgers: ledgersCommand,
  export: exportCommand,
  copy: copyCommand,
  verify: verifyCommand,
  restore: restoreCommand,
  'person list': personListCommand,
  'person add': personAddCommand,
  'person reset': personResetCommand,
  'person remove': personRemoveCommand,
  'recovery renew': recoveryRenewCommand,
  'key reveal': keyRevealCommand,
  'snapshot seal': snapshotSealCommand,
  'snapshot open': snapshotOpenCommand,
  'snapshot inspect': snapshotInspectCommand,
  'snapshot push': snapshotPushCommand,
  'snapshot keys': snapshotKeysCommand,
};
