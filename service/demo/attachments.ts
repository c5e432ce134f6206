import { createHash } from 'node:crypto';
import type { Attachment, AttachmentSlot } from '../../contract/attachment.ts';
import { keepContent } from '../../db/queries/attachments.ts';
import { meetingsOf } from '../../db/queries/meetings.ts';
import { putRow } from '../../db/records.ts';
import { attachment } from '../../db/schema/index.ts';
import { addDays } from '../../rules/dates.ts';
import type { ArchiveContext } from '../context.ts';
import { drawPdf, drawPicture } from './drawn-files.ts';
import { words } from './words.ts';

interface DrawnFile {
  fileName: string;
  bytes: Buffer;
  mediaType: 'image/png' | 'application/pdf';
  pageCount: number;
  takenOn: string | null;
}

/** How many of the latest meetings have attachments: enough to look at, and the practice archive stays small. */
const attachedMeetings = 6;

/**
 * 签到表, photos and 课件 of the latest meetings, drawn by code. One photo is of another day than its meeting. Inside
 * the write that fills the archive.
 */
export function fillAttachments(context: ArchiveContext, branchId: string, today: string): void {
  const meetings = meetingsOf(context.archive.db, { branchId, to: today }).slice(-attachedMeetings);
  for (const [index, { id, heldOn, types }] of meetings.entries()) {
    const attach = (slot: AttachmentSlot, ...files: DrawnFile[]) =>
      put(context, { id: `attachment-${index + 1}-${slot}`, recordId: id, slot, files });
    attach('sign-in', pdf('签到表.pdf', 1));
    const photoDay = index === 0 ? addDays(heldOn, -40) : heldOn;
    attach('photo', photo('会场.png', index * 3, photoDay), photo('发言.png', index * 3 + 1, photoDay));
    if (types.includes('party-lesson')) attach('courseware', pdf('党课课件.pdf', 6));
  }
}

function put(
  { archive, now }: ArchiveContext,
  { id, recordId, slot, files }: { id: string; recordId: string; slot: AttachmentSlot; files: readonly DrawnFile[] },
): void {
  const pages = files.map(({ bytes, ...file }) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    keepContent(archive.db, { hash, bytes, mediaType: file.mediaType });
    return { ...file, hash, bytes: bytes.length };
  });
  const row: Attachment = {
    ...{ id, revision: 1, record: 'meeting', recordId, part: '', slot, title: '' },
    takenOn: files[0]?.takenOn ?? null,
    originalLocation: slot === 'sign-in' ? words.venue : '',
    pages,
    byteSize: pages.reduce((sum, { bytes }) => sum + bytes, 0),
    pageCount: pages.reduce((sum, { pageCount }) => sum + pageCount, 0),
    addedBy: archive.person,
    addedAt: now().toISOString(),
  };
  putRow(archive.db, attachment, row);
}

function pdf(fileName: string, pages: number): DrawnFile {
  return { fileName, bytes: drawPdf(pages), mediaType: 'application/pdf', pageCount: pages, takenOn: null };
}

/** A wall, a table, and rows of people as discs: nobody's likeness. */
function photo(fileName: string, seed: number, takenOn: string): DrawnFile {
  const size = { width: 320, height: 200 };
  const colourAt = (x: number, y: number): readonly [number, number, number] => {
    const [column, row] = [Math.floor(x / 40), Math.floor((y - 80) / 40)];
    const distance = Math.hypot((x % 40) - 20, ((y - 80) % 40) - 20);
    if (y >= 80 && distance < 13) return [(column * 47 + seed * 31) % 200, (row * 61 + seed * 17) % 200, 120];
    if (y < 80 && x > 90 && x < 230 && y > 20 && y < 52) return [178, 34, 34];
    return y < 80 ? [232, 226, 214] : [188 - (seed % 5) * 6, 170, 150];
  };
  return {
    ...{ fileName, mediaType: 'image/png', pageCount: 1, takenOn },
    bytes: drawPicture(size, colourAt, takenOn),
  };
}
