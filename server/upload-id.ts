import { randomBytes } from 'node:crypto';

const pattern = /^\/([0-9]{6}-[a-f0-9]{32})$/;

/** An upload's name begins with the number of the branch it belongs to. */
export function newUploadId(branch: number): string {
  return `${String(branch).padStart(6, '0')}-${randomBytes(16).toString('hex')}`;
}

/** The id in the rest of a path (`/000001-…`), taken literally: anything encoded, nested or longer is none. */
export function uploadIdIn(rest: string): string | null {
  return pattern.exec(rest)?.[1] ?? null;
}

/** Number of the branch an upload belongs to. */
export function ownerOf(id: string): number {
  return Number.parseInt(id.slice(0, 6), 10);
}
