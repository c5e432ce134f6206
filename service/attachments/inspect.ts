import { createHash } from 'node:crypto';
import type { AttachmentPage } from '../../contract/attachment.ts';
import { PartialDate } from '../../contract/values.ts';
import { isImage, mediaTypeOf } from './media-types.ts';
import { refused } from './refuse.ts';

export interface ReceivedFile {
  fileName: string;
  bytes: Buffer;
}

/**
 * What a file is, by its bytes. Nothing of it is trusted: a reader that stumbles leaves its answer unknown.
 *
 * @param countPages pages of a PDF, or null
 * @throws AppError `attachment-refused`
 */
export async function inspect(
  { fileName, bytes }: ReceivedFile,
  countPages: (bytes: Buffer) => Promise<number | null>,
): Promise<AttachmentPage> {
  if (bytes.length === 0) throw refused(fileName, 'empty');
  const mediaType = await mediaTypeOf(fileName, bytes);
  if (isImage(mediaType) && (await pointsOf(bytes)) > mostPoints) throw refused(fileName, 'not-shown');
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    fileName,
    mediaType,
    bytes: bytes.length,
    pageCount: isImage(mediaType) ? 1 : mediaType === 'application/pdf' ? await countPages(bytes) : null,
    takenOn: isImage(mediaType) ? await photoDate(bytes) : null,
  };
}

/** Fetched with the first photo: most starts of the program add none. */
async function reader() {
  return (await import('exifreader')).default;
}

/** Points of a picture that the window still unpacks: a few kilobytes can claim to be a wall of gigabytes. */
const mostPoints = 150_000_000;

async function pointsOf(bytes: Buffer): Promise<number> {
  try {
    const exifReader = await reader();
    const { file, png, pngFile, gif, riff } = exifReader.load(bytes, {
      expanded: true,
      excludeTags: { exif: true, xmp: true, icc: true, iptc: true, photoshop: true, makerNotes: true, thumbnail: true },
    });
    const sizes = [file, pngFile, png, gif, riff].map((tags) => {
      const { 'Image Width': width, 'Image Height': height } = (tags ?? {}) as Record<string, { value?: unknown }>;
      return Number(width?.value ?? 0) * Number(height?.value ?? 0);
    });
    return Math.max(0, ...sizes.filter(Number.isFinite));
  } catch {
    return 0;
  }
}

/** Day the camera wrote into a photo; month or year alone where it wrote no more; null where it is not to be had. */
export async function photoDate(bytes: Buffer): Promise<PartialDate | null> {
  try {
    const exifReader = await reader();
    const { exif } = exifReader.load(bytes, {
      expanded: true,
      includeTags: { exif: ['DateTimeOriginal', 'DateTimeDigitized', 'DateTime'] },
    });
    for (const tag of [exif?.DateTimeOriginal, exif?.DateTimeDigitized, exif?.DateTime]) {
      const day = dayOf(tag?.description);
      if (day !== null) return day;
    }
  } catch {
    // No metadata, or a broken one: the day is unknown.
  }
  return null;
}

/** `2026:03:12 09:10:11`; cameras whose clock was never set write zeros or blanks. */
function dayOf(text: unknown): PartialDate | null {
  const parts = /^(\d{4})[:/-](\d{2}|\s{2})?[:/-]?(\d{2}|\s{2})?/.exec(typeof text === 'string' ? text : '');
  if (parts === null || Number(parts[1]) < 1990) return null;
  const given = [parts[1] ?? ''];
  for (const part of [parts[2], parts[3]]) {
    if (part === undefined || !(Number(part) > 0)) break;
    given.push(part);
  }
  const parsed = PartialDate.safeParse(given.join('-'));
  return parsed.success ? parsed.data : null;
}
