import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import { readMinisignText, writeMinisignText } from '../contract/minisign.ts';

// The receiver shares no code with the program that seals: what it checks, it checks on its own.

const privateFrame = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicFrame = Buffer.from('302a300506032b6570032100', 'hex');

/** Key that signs receipts: 32 bytes of seed, 8 bytes of key id. */
export interface ReceiptKey {
  seed: Buffer;
  keyId: Buffer;
}

/** A fresh key. */
export function newReceiptKey(): ReceiptKey {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  return { seed: der.subarray(privateFrame.length), keyId: randomBytes(8) };
}

/** The key line minisign would print. */
export function publicKeyLine(key: ReceiptKey): string {
  const raw = createPublicKey(privateKeyOf(key)).export({ format: 'der', type: 'spki' }).subarray(publicFrame.length);
  return Buffer.concat([Buffer.from('Ed'), key.keyId, raw]).toString('base64');
}

/** Signs a receipt so that the minisign program verifies it. */
export function signReceipt(key: ReceiptKey, text: string, trustedComment: string): string {
  const secret = privateKeyOf(key);
  const signature = sign(null, blake2b(Buffer.from(text, 'utf8'), { dkLen: 64 }), secret);
  return writeMinisignText({
    untrustedComment: 'signature from zhibu-ledger receiver',
    signature: Buffer.concat([Buffer.from('ED'), key.keyId, signature]).toString('base64'),
    trustedComment,
    globalSignature: sign(null, Buffer.concat([signature, Buffer.from(trustedComment, 'utf8')]), secret).toString(
      'base64',
    ),
  });
}

/** Whether a manifest was signed by the key line. */
export function isSignedBy(publicKey: string, content: Uint8Array, signatureText: string): boolean {
  const text = readMinisignText(signatureText);
  const key = Buffer.from(publicKey, 'base64');
  if (!text || key.length !== 42) return false;
  const signed = Buffer.from(text.signature, 'base64');
  const expected = Buffer.concat([Buffer.from('ED'), key.subarray(2, 10)]);
  if (signed.length !== 74 || !signed.subarray(0, 10).equals(expected)) return false;
  const verifier = createPublicKey({
    key: Buffer.concat([publicFrame, key.subarray(10)]),
    format: 'der',
    type: 'spki',
  });
  const signature = signed.subarray(10);
  const commented = Buffer.concat([signature, Buffer.from(text.trustedComment, 'utf8')]);
  return (
    verify(null, blake2b(content, { dkLen: 64 }), verifier, signature) &&
    verify(null, commented, verifier, Buffer.from(text.globalSignature, 'base64'))
  );
}

function privateKeyOf(key: ReceiptKey): ReturnType<typeof createPrivateKey> {
  return createPrivateKey({ key: Buffer.concat([privateFrame, key.seed]), format: 'der', type: 'pkcs8' });
}
