import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import { readMinisignText, writeMinisignText } from '../../contract/minisign.ts';

/** An Ed25519 key with minisign's key id. `publicKey` is the line minisign prints. */
export interface SigningKeyPair {
  seed: Buffer;
  keyId: Buffer;
  publicKey: string;
}

/** DER around the 32 raw bytes of an Ed25519 key; every runtime reads it, also those built on BoringSSL. */
const privateFrame = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicFrame = Buffer.from('302a300506032b6570032100', 'hex');
const publicMark = Buffer.from('Ed');
const hashedMark = Buffer.from('ED');

/** A fresh key. */
export function newSigningKey(): SigningKeyPair {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  return signingKeyFrom(der.subarray(privateFrame.length), randomBytes(8));
}

/** The key that was kept as its 32-byte seed and its 8-byte id. */
export function signingKeyFrom(seed: Buffer, keyId: Buffer): SigningKeyPair {
  const raw = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(publicFrame.length);
  return { seed, keyId, publicKey: Buffer.concat([publicMark, keyId, raw]).toString('base64') };
}

/**
 * Signs as minisign does by default (`ED`: the BLAKE2b-512 hash is signed), so that
 * `minisign -Vm FILE -P KEY` verifies it.
 *
 * @param trustedComment one line, covered by the signature
 */
export function signMinisign(key: SigningKeyPair, content: Uint8Array, trustedComment: string): string {
  if (/[\r\n]/.test(trustedComment)) throw new Error('a trusted comment is one line');
  const secret = privateKeyOf(key.seed);
  const signature = sign(null, blake2b(content, { dkLen: 64 }), secret);
  const globalSignature = sign(null, Buffer.concat([signature, Buffer.from(trustedComment, 'utf8')]), secret);
  return writeMinisignText({
    untrustedComment: 'signature from zhibu-ledger',
    signature: Buffer.concat([hashedMark, key.keyId, signature]).toString('base64'),
    trustedComment,
    globalSignature: globalSignature.toString('base64'),
  });
}

/** Whether `signatureText` is a whole signature of `content` by the key line `publicKey`. */
export function verifyMinisign(publicKey: string, content: Uint8Array, signatureText: string): boolean {
  const text = readMinisignText(signatureText);
  const key = Buffer.from(publicKey, 'base64');
  if (!text || key.length !== 42 || !key.subarray(0, 2).equals(publicMark)) return false;
  const signed = Buffer.from(text.signature, 'base64');
  const globalSignature = Buffer.from(text.globalSignature, 'base64');
  if (signed.toString('base64') !== text.signature || globalSignature.toString('base64') !== text.globalSignature) {
    return false;
  }
  if (signed.length !== 74 || !signed.subarray(0, 2).equals(hashedMark)) return false;
  if (!signed.subarray(2, 10).equals(key.subarray(2, 10))) return false;
  const signature = signed.subarray(10);
  const verifier = createPublicKey({
    key: Buffer.concat([publicFrame, key.subarray(10)]),
    format: 'der',
    type: 'spki',
  });
  return (
    verify(null, blake2b(content, { dkLen: 64 }), verifier, signature) &&
    verify(null, Buffer.concat([signature, Buffer.from(text.trustedComment, 'utf8')]), verifier, globalSignature)
  );
}

function privateKeyOf(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privateFrame, seed]), format: 'der', type: 'pkcs8' });
}
