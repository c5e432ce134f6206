import { pieceBytes } from '../../contract/attachment.ts';
import type { Client } from './client.ts';
import { newId } from './new-id.ts';

/** Sends a file that was dropped or pasted, piece by piece; returns what `attachment.add` knows it by. */
export async function sendFile(client: Client, file: Blob, fileName: string): Promise<{ transferId: string }> {
  const transferId = newId();
  for (let offset = 0; offset === 0 || offset < file.size; offset += pieceBytes) {
    const bytes = await base64Of(file.slice(offset, offset + pieceBytes));
    await client.call('attachment.receive', { transferId, fileName, offset, bytes });
  }
  return { transferId };
}

/** A page of an attachment as an address that an image can show; the policy of the page allows no other kind. */
export async function readAsDataUrl(client: Client, id: string, position: number): Promise<string> {
  const pieces: string[] = [];
  let mediaType = '';
  let total = 1;
  for (let offset = 0; offset < total; offset += pieceBytes) {
    const piece = await client.call('attachment.read', { id, position, offset });
    pieces.push(piece.bytes);
    mediaType = piece.mediaType;
    total = piece.total;
  }
  return `data:${mediaType};base64,${pieces.join('')}`;
}

const thumbnailEdge = 160;

/** A small JPEG of an image, in base64; null when the image cannot be decoded. */
export async function thumbnailOf(dataUrl: string): Promise<string | null> {
  try {
    const image = new Image();
    image.src = dataUrl;
    await image.decode();
    const scale = Math.min(1, thumbnailEdge / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const context = canvas.getContext('2d');
    if (context === null) return null;
    // JPEG knows no transparency: a scan with a clear ground would turn black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/jpeg', 0.8).replace(/^data:image\/jpeg;base64,/, '');
  } catch {
    return null;
  }
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
