import type { Attachment, AttachmentPage } from '../../contract/attachment.ts';
import { AppError } from '../../contract/failure.ts';
import type { Parsed } from '../../contract/operations.ts';
import { findAttachment, hasRecord, keepContent } from '../../db/queries/attachments.ts';
import { putRow } from '../../db/records.ts';
import { attachment } from '../../db/schema/index.ts';
import type { ArchiveContext } from '../context.ts';
import { runJob } from '../jobs/runner.ts';
import { readGranted } from './files.ts';
import { inspect, photoDate, type ReceivedFile } from './inspect.ts';
import { isImage } from './media-types.ts';
import { refused } from './refuse.ts';
import { takeStaged } from './staged.ts';

/** Milliseconds for the pages of one PDF; beyond it they stay unknown. */
const longestCount = 20_000;

/**
 * Attaches files to a record, all of them or none.
 *
 * @param limit most bytes of one file
 * @throws AppError `no-such-record`, `attachment-refused`, `file-unreadable`, `no-such-grant`, `duplicate-record`
 */
export async function addAttachment(
  context: ArchiveContext,
  input: Parsed<'attachment.add'>,
  limit: number,
): Promise<Attachment> {
  const { db, person } = context.archive;
  const { files, takenOn, ...said } = input;
  const stored = findAttachment(db, input.id);
  // The acknowledgement of this very save was lost.
  if (stored !== undefined) {
    if (stored.record === input.record && stored.recordId === input.recordId) return stored;
    throw new AppError({ code: 'duplicate-record', record: 'attachment', field: 'id', id: input.id });
  }
  if (input.record === 'attachment' || !hasRecord(db, input.record, input.recordId))
    throw new AppError({ code: 'no-such-record', record: input.record, id: input.recordId });
  const received: { file: ReceivedFile; page: AttachmentPage }[] = [];
  for (const source of files) {
    context.job.signal.throwIfAborted();
    const file =
      'grant' in source
        ? await readGranted(context.grants.take(source.grant, 'read-file'), limit)
        : takeStaged(db, source.transferId);
    const original = 'shrunkFrom' in source && source.shrunkFrom !== undefined && takeStaged(db, source.shrunkFrom);
    if (file.bytes.length > limit) throw refused(file.fileName, 'too-large', limit);
    const page = await inspect(file, (bytes) => countPages(context, bytes));
    const takenOn = original === false ? page.takenOn : await photoDate(original.bytes);
    received.push({ file, page: { ...page, takenOn } });
  }
  const other = received.length > 1 && received.find(({ page }) => !isImage(page.mediaType));
  if (other) throw refused(other.page.fileName, 'not-an-image');
  const pages = received.map(({ page }) => page);
  const record: Attachment = {
    ...said,
    revision: 1,
    takenOn: takenOn === undefined ? (pages.find((page) => page.takenOn !== null)?.takenOn ?? null) : takenOn,
    pages,
    byteSize: pages.reduce((sum, page) => sum + page.bytes, 0),
    pageCount: sumOf(pages),
    addedBy: person,
    addedAt: context.now().toISOString(),
  };
  context.write(() => {
    for (const { file, page } of received) keepContent(db, { ...page, bytes: file.bytes });
    putRow(db, attachment, record);
  });
  return record;
}

function sumOf(pages: readonly AttachmentPage[]): number | null {
  let sum = 0;
  for (const { pageCount } of pages) {
    if (pageCount === null) return null;
    sum += pageCount;
  }
  return sum;
}

/** The thread that reads a stranger's file gets no archive and no key. */
async function countPages(context: ArchiveContext, bytes: Buffer): Promise<number | null> {
  const order = { archive: undefined, job: context.job, now: () => context.now(), longest: longestCount };
  try {
    return await runJob('countPages', { bytes }, order);
  } catch (error) {
    if (context.job.signal.aborted) throw error;
    return null;
  }
}
