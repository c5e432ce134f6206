import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipPart } from './zip-parts.ts';

/** 1980-01-01: the same content gives the same bytes. */
const dosDate = 0x0021;

/**
 * Writes a zip anew with some parts replaced or added; the others go over as they are packed.
 * @param replaced part name → content; names keep their case
 */
export function rewriteZip(bytes: Buffer, parts: Iterable<ZipPart>, replaced: ReadonlyMap<string, string>): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const left = new Map(replaced);

  function put(name: string, method: number, packed: Buffer, size: number, crc: number): void {
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x0800, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(dosDate, 12);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    pieces.push(local, nameBytes, packed);
    directory.push(entry, nameBytes);
    offset += local.length + nameBytes.length + packed.length;
  }
  function putText(name: string, text: string): void {
    const content = Buffer.from(text);
    put(name, 8, deflateRawSync(content), content.length, crc32(content));
  }

  for (const part of parts) {
    if (part.name.endsWith('/')) continue;
    const text = left.get(part.name);
    left.delete(part.name);
    if (text === undefined) put(part.name, part.method, packedBytes(bytes, part), part.bytes, part.crc);
    else putText(part.name, text);
  }
  for (const [name, text] of left) putText(name, text);

  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

function packedBytes(bytes: Buffer, part: ZipPart): Buffer {
  const start = part.offset + 30 + bytes.readUInt16LE(part.offset + 26) + bytes.readUInt16LE(part.offset + 28);
  return bytes.subarray(start, start + part.compressedBytes);
}
