/**
 * Layout of minisign's two-line and four-line texts, https://jedisct1.github.io/minisign/. Only the layout is here;
 * whoever signs or verifies brings the cryptography.
 */

/** The four lines of a `.minisig` file; the second and the fourth are base64. */
export interface MinisignText {
  untrustedComment: string;
  /** `ED`, 8 bytes of key id, 64 bytes of Ed25519 signature over the BLAKE2b-512 hash of the file. */
  signature: string;
  trustedComment: string;
  /** Ed25519 signature over the 64 signature bytes and the trusted comment. */
  globalSignature: string;
}

const untrustedMark = 'untrusted comment: ';
const trustedMark = 'trusted comment: ';

/** Takes a signature file apart; null when it is not one. A comment has no line break, so nothing can hide in it. */
export function readMinisignText(text: string): MinisignText | null {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const [untrusted, signature, trusted, globalSignature] = lines;
  if (lines.length !== 4 || !untrusted || !signature || !trusted || !globalSignature) return null;
  if (!untrusted.startsWith(untrustedMark) || !trusted.startsWith(trustedMark)) return null;
  if (!/^[A-Za-z0-9+/]{99}=$/.test(signature) || !/^[A-Za-z0-9+/]{86}==$/.test(globalSignature)) return null;
  return {
    untrustedComment: untrusted.slice(untrustedMark.length),
    signature,
    trustedComment: trusted.slice(trustedMark.length),
    globalSignature,
  };
}

/** Writes a signature file. */
export function writeMinisignText(text: MinisignText): string {
  return [
    untrustedMark + text.untrustedComment,
    text.signature,
    trustedMark + text.trustedComment,
    text.globalSignature,
    '',
  ].join('\n');
}

/** The key line of a public key, given alone or as a whole `.pub` file; null when there is none. */
export function readSigningKeyText(text: string): string | null {
  const lines = text.trim().split(/\r?\n/);
  const line = lines.at(-1)?.trim() ?? '';
  if (lines.length > 2 || !/^RW[A-Za-z0-9+/]{54}$/.test(line)) return null;
  return line;
}
