import { AppError, type FileReason } from '../../contract/failure.ts';
import { isZip, listZipParts, readZipPart, ZipDamaged, ZipOverflow, type ZipPart } from './zip-parts.ts';

/**
 * Looks at a foreign file before any of it is read: its size, what it really is (by content, not by name), and
 * whether its parts would swell. Limits from security.md row 26.
 */
export const fileLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  parts: 2000,
  /** Parts above `ratioFrom` bytes may not be packed tighter than this. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  /** Rows that hold something, in one sheet. */
  rows: 50_000,
} as const;

export type FileKind = 'ooxml' | 'biff' | 'text';

/** A file that passed; `parts` only for a zip. */
export interface GuardedFile {
  readonly kind: FileKind;
  readonly bytes: Buffer;
  readonly parts: ReadonlyMap<string, ZipPart>;
  readonly fileName: string;
}

export function refuse(fileName: string, reason: FileReason): never {
  throw new AppError({ code: 'file-unreadable', file: fileName, reason });
}

/** @throws AppError `file-unreadable` with reason `too-large`, `zip-bomb`, `encrypted` or `not-a-workbook` */
export function guardFile(bytes: Buffer, fileName: string): GuardedFile {
  if (bytes.length > fileLimits.bytes) refuse(fileName, 'too-large');
  if (bytes.length === 0) refuse(fileName, 'not-a-workbook');
  if (isZip(bytes)) return guardZip(bytes, fileName);
  if (isCompoundFile(bytes)) {
    if (holdsStream(bytes, 'EncryptedPackage')) refuse(fileName, 'encrypted');
    if (!holdsStream(bytes, 'Workbook') && !holdsStream(bytes, 'Book')) refuse(fileName, 'not-a-workbook');
    return { kind: 'biff', bytes, parts: new Map(), fileName };
  }
  return { kind: 'text', bytes, parts: new Map(), fileName };
}

/** Text of one part of a guarded zip; `null` when there is none. @throws AppError `file-unreadable` */
export function partText(file: GuardedFile, name: string): string | null {
  const part = file.parts.get(name.toLowerCase());
  if (part === undefined) return null;
  try {
    return decodeXml(readZipPart(file.bytes, part));
  } catch (error) {
    if (error instanceof ZipOverflow) refuse(file.fileName, 'zip-bomb');
    if (error instanceof ZipDamaged) refuse(file.fileName, 'not-a-workbook');
    throw error;
  }
}

function guardZip(bytes: Buffer, fileName: string): GuardedFile {
  let parts: ZipPart[];
  try {
    parts = listZipParts(bytes, fileLimits.parts);
  } catch (error) {
    if (error instanceof ZipDamaged) refuse(fileName, 'not-a-workbook');
    throw error;
  }
  if (parts.length > fileLimits.parts) refuse(fileName, 'zip-bomb');
  for (const part of parts) {
    if (part.isEncrypted) refuse(fileName, 'encrypted');
    if (part.bytes > fileLimits.ratioFrom && part.bytes > part.compressedBytes * fileLimits.ratio)
      refuse(fileName, 'zip-bomb');
  }
  if (parts.reduce((sum, part) => sum + part.bytes, 0) > fileLimits.unpackedBytes) refuse(fileName, 'zip-bomb');
  return { kind: 'ooxml', bytes, parts: new Map(parts.map((part) => [part.name.toLowerCase(), part])), fileName };
}

const compoundSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function isCompoundFile(bytes: Buffer): boolean {
  return bytes.length > 512 && bytes.subarray(0, 8).equals(compoundSignature);
}

/** Stream names stand in the directory of a compound file as UTF-16, ended by a zero. */
function holdsStream(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));
}

function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
