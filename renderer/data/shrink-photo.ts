import { pieceBytes } from '../../contract/attachment.ts';
import { sendFile } from './attachment-bytes.ts';
import type { Client } from './client.ts';
import { newId } from './new-id.ts';

/** What a photo is attached as, and what was saved by it. */
export interface Shrunk {
  source: { transferId: string; shrunkFrom: string };
  /** Bytes before and after. */
  before: number;
  after: number;
}

/** So much must be saved; otherwise the photo stays as it was. */
const worthwhile = 0.8;
const quality = 0.85;
/** The camera's day stands at the beginning of the file. */
const headBytes = pieceBytes;

/**
 * Makes a photo smaller and sends it, with the beginning of the original, in which the engine finds the camera's day.
 *
 * @param edge points of the longer side afterwards
 * @param originalId of the original, where the engine has it already
 * @returns null when it is no JPEG, is small enough, or cannot be decoded here: it is then to be sent as it is
 */
export async function sendShrunk(
  client: Client,
  file: Blob,
  name: string,
  edge: number,
  originalId?: string,
): Promise<Shrunk | null> {
  const small = await shrunk(file, edge);
  if (small === null) return null;
  const shrunkFrom = originalId ?? (await sendFile(client, file.slice(0, headBytes), name)).transferId;
  const { transferId } = await sendFile(client, small, name);
  return { source: { transferId, shrunkFrom }, before: file.size, after: small.size };
}

/** Lets the window have a file that was chosen in the system's dialog; it stays in the engine under the id. */
export async function takeGranted(client: Client, grant: string): Promise<{ transferId: string; file: Blob }> {
  const transferId = newId();
  const { total } = await client.call('attachment.stage', { transferId, file: grant });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < total; offset += pieceBytes) {
    const { bytes } = await client.call('attachment.readStaged', { transferId, offset });
    pieces.push(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
  }
  return { transferId, file: new Blob(pieces) };
}

async function shrunk(file: Blob, edge: number): Promise<Blob | null> {
  if (edge <= 0 || !(await isJpeg(file))) return null;
  try {
    // Turned as the camera says: what is kept has no such mark any more.
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      const scale = edge / Math.max(image.width, image.height);
      if (scale >= 1) return null;
      const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
      const context = canvas.getContext('2d');
      if (context === null) return null;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const small = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      return small.size < file.size * worthwhile ? small : null;
    } finally {
      image.close();
    }
  } catch {
    return null;
  }
}

async function isJpeg(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 3).arrayBuffer());
  return head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff;
}
