import { inflateRawSync } from 'node:zlib';

/** One part of a zip, from its central directory. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/** Directory or part that cannot be what it says. */
export class ZipDamaged extends Error {}
/** Part that inflates to more than its directory entry says. */
export class ZipOverflow extends Error {}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const utf8Flag = 0x0800;

/** Whether the bytes begin like a zip. */
export function isZip(bytes: Buffer): boolean {
  return bytes.length > 22 && bytes.readUInt32LE(0) === localSignature;
}

/** Reads the central directory; inflates nothing. @throws ZipDamaged */
export function listZipParts(bytes: Buffer, maxParts: number): ZipPart[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const parts: ZipPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  // A count of 0xffff means "see the zip64 record"; reading until the entries stop needs no such record.
  const limit = count === 0xffff ? maxParts + 1 : count;
  for (let index = 0; index < limit; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) {
      if (count === 0xffff) break;
      throw new ZipDamaged('central directory');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const flags = bytes.readUInt16LE(at + 8);
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const sizes = wideSizes(extra, {
      bytes: bytes.readUInt32LE(at + 24),
      compressedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    parts.push({
      name: nameBytes.toString(flags & utf8Flag ? 'utf8' : 'latin1').replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (flags & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      ...sizes,
    });
    if (parts.length > maxParts) break;
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/**
 * Inflates one part, never beyond the size its directory entry gives.
 * @throws ZipOverflow when there is more, ZipDamaged when it cannot be read
 */
export function readZipPart(bytes: Buffer, part: ZipPart): Buffer {
  const { offset, compressedBytes, method } = part;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) throw new ZipDamaged(part.name);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + compressedBytes > bytes.length) throw new ZipDamaged(part.name);
  const packed = bytes.subarray(start, start + compressedBytes);
  if (method === 0) {
    if (part.bytes !== compressedBytes) throw new ZipDamaged(part.name);
    return packed;
  }
  if (method !== 8) throw new ZipDamaged(part.name);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(part.bytes, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new ZipOverflow(part.name);
    throw new ZipDamaged(part.name);
  }
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw new ZipDamaged('no central directory');
}

/** Sizes that do not fit 32 bits stand in the zip64 extra field, in this order, only those that are 0xffffffff. */
function wideSizes(
  extra: Buffer,
  sizes: { bytes: number; compressedBytes: number; offset: number },
): { bytes: number; compressedBytes: number; offset: number } {
  const wide = { ...sizes };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['bytes', 'compressedBytes', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      if (field + 8 > extra.length) throw new ZipDamaged('zip64');
      wide[key] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
  }
  return wide;
}
