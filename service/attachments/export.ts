import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Attachment, AttachmentPage } from '../../contract/attachment.ts';
import { AppError } from '../../contract/failure.ts';
import type { Parsed } from '../../contract/operations.ts';
import { recordAccess } from '../../db/audit.ts';
import { getAttachment, readContent } from '../../db/queries/attachments.ts';
import type { ArchiveContext } from '../context.ts';
import { safeName } from '../files/safe-name.ts';
import { fileReason, fillWholeFile, sharedFile } from '../files/whole-file.ts';
import { copyName } from './media-types.ts';

/**
 * Writes a copy of one file, or of all files of an attachment, where the user chose. The access is recorded before the
 * first byte leaves.
 *
 * @returns names of the files written
 * @throws AppError `no-such-record`, `no-such-grant`, `file-unwritable`
 */
export async function exportAttachment(
  context: ArchiveContext,
  input: Parsed<'attachment.export'>,
): Promise<{ files: string[] }> {
  const { db } = context.archive;
  const record = getAttachment(db, input.id);
  if ('file' in input) {
    const page = pageAt(record, input.position);
    const path = context.grants.take(input.file, 'write-file');
    recordCopy(context, record, page.fileName);
    const name = copyName(path, page.mediaType);
    await writeContent(context, page, name, name === path);
    return { files: [copyName(page.fileName, page.mediaType)] };
  }
  const folder = context.grants.take(input.folder, 'write-folder');
  recordCopy(context, record, record.pages.map((page) => page.fileName).join('、'));
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new AppError({ code: 'file-unwritable', file: '', reason: fileReason(error) });
  });
  const files: string[] = [];
  for (const page of record.pages) {
    context.job.signal.throwIfAborted();
    const name = freeName(safeName(copyName(page.fileName, page.mediaType)), files);
    await writeContent(context, page, join(folder, name), input.replace);
    files.push(name);
  }
  return { files };
}

/** @throws AppError `no-such-record` */
export function pageAt(record: Attachment, position: number): AttachmentPage {
  const page = record.pages[position];
  if (page === undefined)
    throw new AppError({ code: 'no-such-record', record: 'attachment', id: `${record.id}.${position}` });
  return page;
}

function recordCopy(context: ArchiveContext, { id }: Attachment, what: string): void {
  const access = { action: 'export', record: 'attachment', recordId: id, part: 'attachment', what } as const;
  context.write(() => recordAccess(context.archive.db, access));
}

async function writeContent(
  { archive }: ArchiveContext,
  page: AttachmentPage,
  path: string,
  replace: boolean,
): Promise<void> {
  await fillWholeFile(path, { replace, mode: sharedFile }, (out) => {
    const bytes = readContent(archive.db, page.hash);
    return new Promise<void>((resolve) => out.end(bytes, () => resolve()));
  });
}

/** Two pages of one name: the later is counted. */
function freeName(name: string, taken: readonly string[]): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  let free = name;
  for (let count = 2; taken.includes(free); count += 1) free = `${stem} (${count})${ending}`;
  return free;
}
