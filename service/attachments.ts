import { pieceBytes } from '../contract/attachment.ts';
import { AppError } from '../contract/failure.ts';
import {
  attachmentSpace,
  countAttachments,
  getAttachment,
  keepThumbnail,
  listAttachments,
  readContent,
  readThumbnail,
} from '../db/queries/attachments.ts';
import { listSettings } from '../db/queries/settings.ts';
import { putRow, removeRow } from '../db/records.ts';
import { attachment } from '../db/schema/index.ts';
import { settingOn } from '../rules/settings.ts';
import { addAttachment } from './attachments/add.ts';
import { exportAttachment, pageAt } from './attachments/export.ts';
import { readGranted } from './attachments/files.ts';
import { lookAtStaged, stagePiece } from './attachments/staged.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';

/** Most bytes of one file, by the setting of the day. */
function fileLimit({ archive, today }: ArchiveContext): number {
  return settingOn(listSettings(archive.db), 'attachment.file-limit', today()).value * 1024 * 1024;
}

/** A photo may be larger before the window has made it smaller. */
const mostStaged = 100 * 1024 * 1024;

export const attachmentHandlers = {
  'attachment.list': ({ archive }, { record, recordId }) => listAttachments(archive.db, { record, recordId }),
  'attachment.get': ({ archive }, { id }) => getAttachment(archive.db, id),
  'attachment.counts': ({ archive }, { record, recordIds }) => countAttachments(archive.db, record, recordIds),
  'attachment.space': (context) => ({
    ...attachmentSpace(context.archive.db),
    fileLimit: fileLimit(context),
    photoEdge: settingOn(listSettings(context.archive.db), 'attachment.photo-edge', context.today()).value,
  }),
  'attachment.receive': (context, { bytes, ...piece }) => ({
    received: stagePiece(context.archive.db, { ...piece, bytes: Buffer.from(bytes, 'base64') }, fileLimit(context)),
  }),
  'attachment.stage': async ({ archive, grants }, { transferId, file }) => {
    const { fileName, bytes } = await readGranted(grants.take(file, 'read-file'), mostStaged);
    return { total: stagePiece(archive.db, { transferId, fileName, offset: 0, bytes }, mostStaged) };
  },
  'attachment.readStaged': ({ archive }, { transferId, offset }) => ({
    bytes: lookAtStaged(archive.db, transferId)
      .subarray(offset, offset + pieceBytes)
      .toString('base64'),
  }),
  'attachment.add': (context, input) => addAttachment(context, input, fileLimit(context)),
  'attachment.save': (context, { draft, reason }) => {
    const { db } = context.archive;
    return context.write(
      () => {
        const stored = getAttachment(db, draft.id);
        const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
        const wanted = { ...stored, ...given };
        const isSame = JSON.stringify({ ...wanted, revision: stored.revision }) === JSON.stringify(stored);
        if (stored.revision === draft.revision + 1 && isSame) return stored;
        if (stored.revision !== draft.revision)
          throw new AppError({
            code: 'stale-record',
            record: 'attachment',
            id: draft.id,
            currentRevision: stored.revision,
          });
        const saved = { ...wanted, revision: stored.revision + 1 };
        putRow(db, attachment, saved);
        return saved;
      },
      { reason },
    );
  },
  'attachment.remove': (context, input) => {
    const { db } = context.archive;
    const before = attachmentSpace(db).bytes;
    context.write(() => removeRow(db, attachment, 'attachment', input), { reason: input.reason });
    return { freed: before - attachmentSpace(db).bytes };
  },
  'attachment.read': ({ archive }, { id, position, offset }) => {
    const page = pageAt(getAttachment(archive.db, id), position);
    const bytes = readContent(archive.db, page.hash, offset, pieceBytes).toString('base64');
    return { mediaType: page.mediaType, bytes, total: page.bytes };
  },
  'attachment.thumbnail': ({ archive }, { id, position }) => ({
    image: readThumbnail(archive.db, pageAt(getAttachment(archive.db, id), position).hash)?.toString('base64') ?? null,
  }),
  'attachment.keepThumbnail': (context, { id, position, image }) => {
    const { db } = context.archive;
    const bytes = Buffer.from(image, 'base64');
    const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
    if (!isJpeg) throw new AppError({ code: 'invalid-input', fields: { image: ['custom'] } });
    const { hash } = pageAt(getAttachment(db, id), position);
    context.write(() => keepThumbnail(db, hash, bytes));
    return {};
  },
  'attachment.export': exportAttachment,
} satisfies HandlersOf<
  | 'attachment.list'
  | 'attachment.get'
  | 'attachment.counts'
  | 'attachment.space'
  | 'attachment.receive'
  | 'attachment.stage'
  | 'attachment.readStaged'
  | 'attachment.add'
  | 'attachment.save'
  | 'attachment.remove'
  | 'attachment.read'
  | 'attachment.thumbnail'
  | 'attachment.keepThumbnail'
  | 'attachment.export'
>;
