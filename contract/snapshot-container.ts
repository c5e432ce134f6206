/**
 * A snapshot is one file: a plain tar archive (ustar) of exactly three entries, in this order, that `tar`, 7-Zip and
 * Windows' own `tar` unpack. The reader takes nothing but what the writer writes: no other names, no folders, no
 * links, no further entries, nothing behind the end, so there is no second way to read the same file.
 */
const block = 512;
const manifestName = 'manifest.json';
const signatureName = 'manifest.json.minisig';
const bodyNames = ['body.zst.age', 'body.gz.age'];

const manifestLimit = 256 * 1024;
const signatureLimit = 4096;

/** So many bytes from the start hold the headers, the manifest and the signature of any snapshot. */
export const containerHeadLimit = manifestLimit + signatureLimit + 8 * block;

/** Everything before the body, and where the body is. */
export interface ContainerHead {
  manifest: Uint8Array;
  signature: Uint8Array;
  bodyName: string;
  bodyStart: number;
  bodyBytes: number;
  /** Length the whole file must have. */
  fileBytes: number;
}

/**
 * Reads the head of a container. `start` is the beginning of the file, at least {@link containerHeadLimit} bytes or
 * the whole of it. Returns null when it is not a snapshot container.
 */
export function readContainerHead(start: Uint8Array): ContainerHead | null {
  const manifest = readEntry(start, 0, (name) => name === manifestName, manifestLimit);
  if (!manifest || manifest.end > start.length) return null;
  const signature = readEntry(start, manifest.next, (name) => name === signatureName, signatureLimit);
  if (!signature || signature.end > start.length) return null;
  if (!isBlank(start, manifest.end, manifest.next) || !isBlank(start, signature.end, signature.next)) return null;
  const body = readEntry(start, signature.next, (name) => bodyNames.includes(name), Number.MAX_SAFE_INTEGER);
  if (!body) return null;
  return {
    manifest: start.subarray(manifest.start, manifest.end),
    signature: start.subarray(signature.start, signature.end),
    bodyName: body.name,
    bodyStart: body.start,
    bodyBytes: body.end - body.start,
    fileBytes: body.next + 2 * block,
  };
}

/** The parts of a container, joined in one go by the caller. `modified` is seconds since 1970. */
export function writeContainer(
  parts: { manifest: Uint8Array; signature: Uint8Array; bodyName: string; body: Uint8Array },
  modified: number,
): Uint8Array[] {
  if (!bodyNames.includes(parts.bodyName)) throw new Error(`no such body: ${parts.bodyName}`);
  if (parts.manifest.length > manifestLimit || parts.signature.length > signatureLimit)
    throw new Error('head too long');
  const pieces: Uint8Array[] = [];
  for (const [name, content] of [
    [manifestName, parts.manifest],
    [signatureName, parts.signature],
    [parts.bodyName, parts.body],
  ] as const) {
    pieces.push(header(name, content.length, modified), content, new Uint8Array(padding(content.length)));
  }
  pieces.push(new Uint8Array(2 * block));
  return pieces;
}

interface Entry {
  name: string;
  start: number;
  end: number;
  /** Where the next header begins. */
  next: number;
}

function readEntry(bytes: Uint8Array, at: number, isExpected: (name: string) => boolean, limit: number): Entry | null {
  if (at + block > bytes.length) return null;
  const found = bytes.subarray(at, at + block);
  const name = text(found, 0, 100);
  const size = octal(found, 124, 12);
  const modified = octal(found, 136, 12);
  if (!isExpected(name) || size === null || size > limit || modified === null) return null;
  // Written again it must be the same block: so checksum, type, mode and every unused byte are as they should be.
  const expected = header(name, size, modified);
  if (!expected.every((byte, index) => byte === found[index])) return null;
  const start = at + block;
  return { name, start, end: start + size, next: start + size + padding(size) };
}

function header(name: string, size: number, modified: number): Uint8Array {
  const bytes = new Uint8Array(block);
  put(bytes, 0, name);
  put(bytes, 100, '0000644\0');
  put(bytes, 108, '0000000\0');
  put(bytes, 116, '0000000\0');
  put(bytes, 124, `${size.toString(8).padStart(11, '0')}\0`);
  put(bytes, 136, `${modified.toString(8).padStart(11, '0')}\0`);
  put(bytes, 148, '        ');
  put(bytes, 156, '0');
  put(bytes, 257, 'ustar\x0000');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  put(bytes, 148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return bytes;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  return to <= bytes.length && bytes.subarray(from, to).every((byte) => byte === 0);
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

function put(bytes: Uint8Array, at: number, ascii: string): void {
  for (let index = 0; index < ascii.length; index += 1) bytes[at + index] = ascii.charCodeAt(index);
}

function text(bytes: Uint8Array, at: number, length: number): string {
  let result = '';
  for (const byte of bytes.subarray(at, at + length)) {
    if (byte === 0) break;
    result += String.fromCharCode(byte);
  }
  return result;
}

function octal(bytes: Uint8Array, at: number, length: number): number | null {
  const digits = text(bytes, at, length);
  return /^[0-7]{11}$/.test(digits) ? Number.parseInt(digits, 8) : null;
}
