import { AppError } from '../../contract/failure.ts';
import type { WritableDb } from '../../db/open.ts';
import { refused } from './refuse.ts';

/** A file that the window sends piece by piece, in memory until it is attached; goes with the archive. */
interface StagedFile {
  fileName: string;
  pieces: Buffer[];
  bytes: number;
}

const staged = new WeakMap<WritableDb, Map<string, StagedFile>>();

/** Of all files that wait at a time: a folder dropped by mistake must not fill the memory. */
const mostBytes = 256 * 1024 * 1024;
const mostFiles = 200;

/**
 * Takes one piece. A piece from offset 0 begins the file anew; any other must follow the last.
 *
 * @returns bytes received so far
 * @throws AppError `attachment-refused` (`too-large`, `too-much-at-once`), `invalid-input` when the piece does not follow
 */
export function stagePiece(
  db: WritableDb,
  piece: { transferId: string; fileName: string; offset: number; bytes: Buffer },
  limit: number,
): number {
  const files = staged.get(db) ?? new Map<string, StagedFile>();
  staged.set(db, files);
  const begun = piece.offset === 0 ? undefined : files.get(piece.transferId);
  if (piece.offset !== (begun?.bytes ?? 0))
    throw new AppError({ code: 'invalid-input', fields: { offset: ['custom'] } });
  const file = begun ?? { fileName: piece.fileName, pieces: [], bytes: 0 };
  const bytes = file.bytes + piece.bytes.length;
  files.delete(piece.transferId);
  if (bytes > limit) throw refused(piece.fileName, 'too-large', limit);
  const waiting = [...files.values()].reduce((sum, each) => sum + each.bytes, 0);
  if (files.size >= mostFiles || waiting + bytes > mostBytes)
    throw refused(piece.fileName, 'too-much-at-once', mostBytes);
  files.set(piece.transferId, { ...file, pieces: [...file.pieces, piece.bytes], bytes });
  return bytes;
}

/** Hands a whole file over, once. @throws AppError `no-such-grant` when nothing came under the id */
export function takeStaged(db: WritableDb, transferId: string): { fileName: string; bytes: Buffer } {
  const file = staged.get(db)?.get(transferId);
  if (file === undefined) throw new AppError({ code: 'no-such-grant' });
  staged.get(db)?.delete(transferId);
  return { fileName: file.fileName, bytes: Buffer.concat(file.pieces) };
}

/** A file that waits, left where it is. @throws AppError `no-such-grant` when nothing came under the id */
export function lookAtStaged(db: WritableDb, transferId: string): Buffer {
  const file = staged.get(db)?.get(transferId);
  if (file === undefined) throw new AppError({ code: 'no-such-grant' });
  const [only] = file.pieces;
  return only !== undefined && file.pieces.length === 1 ? only : Buffer.concat(file.pieces);
}
