import { createHash, randomBytes } from 'node:crypto';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { newSigningKey, type SigningKeyPair, signingKeyFrom } from './minisign.ts';
import type { SecretStore } from './secrets.ts';

/** X25519 is what the age program of today's Debian opens; hybrid withstands a quantum computer. Never mixed. */
export type RecipientKind = 'x25519' | 'hybrid';

const signingName = 'snapshot.signing-key';
const identityNames: Record<RecipientKind, string> = {
  x25519: 'snapshot.identity',
  hybrid: 'snapshot.identity-hybrid',
};

/** The branch's signing key, made at first use and then always the same. */
export function ownSigningKey(secrets: SecretStore): SigningKeyPair {
  const kept = secrets.getSecret(signingName);
  if (kept?.length === 40) return signingKeyFrom(kept.subarray(0, 32), kept.subarray(32));
  const made = newSigningKey();
  secrets.setSecret(signingName, Buffer.concat([made.seed, made.keyId]));
  return made;
}

/** Whether the signing key was made. */
export function hasSigningKey(secrets: SecretStore): boolean {
  return secrets.getSecret(signingName) !== null;
}

/** The branch's own age identity of the kind, made at first use, so that the branch can open what it sealed. */
export async function ownIdentity(
  secrets: SecretStore,
  kind: RecipientKind,
): Promise<{ identity: string; recipient: string }> {
  const kept = secrets.getSecret(identityNames[kind])?.toString('utf8');
  if (kept) return { identity: kept, recipient: await identityToRecipient(kept) };
  const identity = kind === 'hybrid' ? await generateHybridIdentity() : await generateX25519Identity();
  secrets.setSecret(identityNames[kind], Buffer.from(identity, 'utf8'));
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Of which kind a recipient is; decides which keys may stand beside it. */
export function recipientKind(recipient: string): RecipientKind {
  return recipient.startsWith('age1pq1') ? 'hybrid' : 'x25519';
}

/** A public key in short, to be compared on paper or by telephone: eight groups of four. */
export function fingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32).toUpperCase();
  return (digest.match(/.{4}/g) ?? []).join(' ');
}

/** A fresh chain. */
export function newChainId(): string {
  return randomBytes(16).toString('hex');
}
