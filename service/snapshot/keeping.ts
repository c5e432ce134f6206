import { z } from 'zod';
import { AgeRecipient, ChainId, Sha256 } from '../../contract/snapshot.ts';
import type { WritableDb } from '../../db/open.ts';
import { readSecret, writeSecret } from '../../db/queries/secrets.ts';
import { ChainState, type ChainStore, newChain } from '../upload/chain.ts';
import { newChainId } from './branch-keys.ts';
import type { SecretStore } from './secrets.ts';

const targetName = 'snapshot.target';
const chainName = 'snapshot.chain';
const fileChainName = 'snapshot.file-chain';

/** Where snapshots go; empty texts for what is not set. */
const Target = z.strictObject({
  url: z.string(),
  token: z.string(),
  authority: z.string(),
  recipients: z.array(AgeRecipient),
});
export type Target = z.infer<typeof Target>;

/** Snapshots that go by hand, on a USB stick, are numbered on their own: no receipt tells which of them arrived. */
const FileChain = z.strictObject({ chain: ChainId, sequence: z.int().min(0), manifestHash: Sha256.nullable() });
export type FileChain = z.infer<typeof FileChain>;

/** The archive's own table of secrets. */
export function secretsOf(db: WritableDb): SecretStore {
  return {
    getSecret: (name) => readSecret(db, name),
    setSecret: (name, value) => writeSecret(db, name, value),
  };
}

export function targetIn(secrets: SecretStore): Target {
  return load(secrets, targetName, Target) ?? { url: '', token: '', authority: '', recipients: [] };
}

export function saveTarget(secrets: SecretStore, target: Target): void {
  save(secrets, targetName, target);
}

export function fileChainIn(secrets: SecretStore): FileChain {
  return load(secrets, fileChainName, FileChain) ?? { chain: newChainId(), sequence: 0, manifestHash: null };
}

export function saveFileChain(secrets: SecretStore, chain: FileChain): void {
  save(secrets, fileChainName, chain);
}

export function chainStore(secrets: SecretStore): ChainStore {
  return {
    load: () => load(secrets, chainName, ChainState) ?? newChain(),
    save: (state) => save(secrets, chainName, state),
  };
}

/** Forgets the receiver and begins a new chain; the receipts stay. */
export function startOver(secrets: SecretStore): void {
  const store = chainStore(secrets);
  store.save({ ...newChain(), receipts: store.load().receipts });
}

/** A sealed file under way was made for other recipients: it is not sent on. */
export function dropPending(secrets: SecretStore): void {
  const store = chainStore(secrets);
  const state = store.load();
  if (state.pending !== null) store.save({ ...state, pending: null });
}

function load<Schema extends z.ZodType>(secrets: SecretStore, name: string, schema: Schema): z.output<Schema> | null {
  const kept = secrets.getSecret(name);
  return kept === null ? null : schema.parse(JSON.parse(kept.toString('utf8')));
}

function save(secrets: SecretStore, name: string, value: unknown): void {
  secrets.setSecret(name, Buffer.from(JSON.stringify(value), 'utf8'));
}
