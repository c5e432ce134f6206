import { z } from 'zod';
import { RecordName } from './history.ts';
import { operation } from './operation.ts';
import { type Needs, subjectOf } from './permission.ts';
import { Grant, Label, Line, PartialDate, RecordId, Revision } from './values.ts';

/** What an attachment is to its record (domain.md §5.3: 签到表、照片、通知; §9: 课件、照片、材料). */
export const AttachmentSlot = z.enum([
  'sign-in', // 签到表
  'photo', // 照片
  'notice', // 通知
  'courseware', // 课件
  'scan', // 扫描件
  'other', // 其他
]);
export type AttachmentSlot = z.infer<typeof AttachmentSlot>;

/** SHA-256 of the content, in hex: content is kept once under it. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of an attachment: a photo, a document, or one of several scanned pages in their order. */
export const AttachmentPage = z.strictObject({
  hash: ContentHash,
  fileName: Label,
  /** Found in the bytes, never taken from the name. */
  mediaType: z.string().max(100),
  bytes: z.int().min(1),
  /** Pages of the file itself: 1 for an image, those of a PDF; `null` where it cannot be told. */
  pageCount: z.int().min(1).nullable(),
  /** When the camera says the photo was taken, as precise as it says. */
  takenOn: PartialDate.nullable(),
});
export type AttachmentPage = z.infer<typeof AttachmentPage>;

/** Links files to a record, or to a line inside it (a paper of a development case). */
export const Attachment = z.strictObject({
  id: RecordId,
  revision: Revision,
  record: RecordName,
  recordId: RecordId,
  /** Id of the line inside the record; empty for the record itself. */
  part: Line,
  slot: AttachmentSlot,
  title: Line,
  /** The photo's day as registered: the camera's, or what was put in its place. */
  takenOn: PartialDate.nullable(),
  /** Where the original lies. */
  originalLocation: Line,
  pages: z.array(AttachmentPage).min(1),
  byteSize: z.int(),
  /** Sum over the files; `null` when one of them is unknown. */
  pageCount: z.int().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Bytes on the wire, base64: the window sends and reads content in pieces of at most {@link pieceBytes}. */
const Piece = z
  .string()
  .max(1_400_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .refine((text) => text.length % 4 === 0, 'not base64');

/** Bytes in one piece; divisible by three, so that the base64 of pieces joins. */
export const pieceBytes = 3 * 349_525;

/** Records of supervision, which the discipline commissioner enters too. */
const supervised: ReadonlySet<RecordName> = new Set<RecordName>([
  'talk',
  'rectification',
  'warningEducation',
  'discipline',
  'organizationalMeasure',
  'lostContact',
]);

/** The right to attach to a record: who may enter it may attach to it. */
export function attachingRight(record: RecordName): 'supervise' | 'enter' {
  return supervised.has(record) ? 'supervise' : 'enter';
}

function attaching({ record }: { record: RecordName }): Needs {
  return { right: attachingRight(record), subject: subjectOf(record) };
}

const byId = z.strictObject({ id: RecordId });
const Owner = { record: RecordName, recordId: RecordId };
const PagePlace = { id: RecordId, position: z.int().min(0).max(999) };

export const attachmentOperations = {
  'attachment.list': operation('read', z.strictObject(Owner), z.array(Attachment)),
  'attachment.get': operation('read', byId, Attachment),
  /** How many of each slot the records of a type have; those without any are left out. */
  'attachment.counts': operation(
    'read',
    z.strictObject({ record: RecordName, recordIds: z.array(RecordId).max(500).optional() }),
    z.array(z.strictObject({ recordId: RecordId, slot: AttachmentSlot, attachments: z.int(), pages: z.int() })),
  ),
  /** What all attachments take, and the limits of what is added. */
  'attachment.space': operation(
    'read',
    z.strictObject({}),
    z.strictObject({
      attachments: z.int(),
      contents: z.int(),
      bytes: z.int(),
      fileLimit: z.int(),
      /** Points that a photo's longer side is brought down to when it is added; 0 = photos stay as they are. */
      photoEdge: z.int(),
    }),
  ),
  /** Takes in one piece of a file that was dropped or pasted; it is kept in memory until `attachment.add`. */
  'attachment.receive': operation(
    'read',
    z.strictObject({ transferId: RecordId, fileName: Label, offset: z.int().min(0), bytes: Piece }),
    z.strictObject({ received: z.int() }),
  ),
  /** Takes in a file that was chosen in the system's dialog, for the window to look at before it is attached. */
  'attachment.stage': operation(
    'read',
    z.strictObject({ transferId: RecordId, file: Grant }),
    z.strictObject({ total: z.int() }),
  ),
  /** One piece of a file that is kept in memory until `attachment.add`. */
  'attachment.readStaged': operation(
    'read',
    z.strictObject({ transferId: RecordId, offset: z.int().min(0) }),
    z.strictObject({ bytes: z.string() }),
  ),
  /** Attaches one file, or several images as the pages of one attachment, in the order given. */
  'attachment.add': operation(
    'write',
    z.strictObject({
      id: RecordId,
      ...Owner,
      part: Line.default(''),
      slot: AttachmentSlot,
      title: Line.default(''),
      takenOn: PartialDate.nullable().optional(),
      originalLocation: Line.default(''),
      files: z
        .array(
          z.union([
            z.strictObject({ grant: Grant }),
            z.strictObject({
              transferId: RecordId,
              /** The photo as it was, or its beginning: its day is read there, since a smaller picture has lost it. */
              shrunkFrom: RecordId.optional(),
            }),
          ]),
        )
        .min(1)
        .max(200),
    }),
    Attachment,
    'open',
    attaching,
  ),
  /** Changes what is said of the files; the files themselves stay as they are. */
  'attachment.save': operation(
    'write',
    z.strictObject({
      draft: z.strictObject({
        id: RecordId,
        revision: Revision,
        slot: AttachmentSlot.optional(),
        title: Line.optional(),
        takenOn: PartialDate.nullable().optional(),
        originalLocation: Line.optional(),
      }),
      reason: z.string().trim().max(500).default(''),
    }),
    Attachment,
  ),
  /** Takes the link away; content that no other link names is freed. */
  'attachment.remove': operation(
    'write',
    z.strictObject({ id: RecordId, revision: Revision, reason: Label }),
    z.strictObject({ freed: z.int() }),
  ),
  /** One piece of a file, to be shown. */
  'attachment.read': operation(
    'read',
    z.strictObject({ ...PagePlace, offset: z.int().min(0).default(0) }),
    z.strictObject({ mediaType: z.string(), bytes: z.string(), total: z.int() }),
  ),
  /** The small picture of a page, a JPEG in base64; `null` where none has been made. */
  'attachment.thumbnail': operation(
    'read',
    z.strictObject(PagePlace),
    z.strictObject({ image: z.string().nullable() }),
  ),
  /** Keeps the small picture that the window made of an image. */
  'attachment.keepThumbnail': operation(
    'write',
    z.strictObject({ ...PagePlace, image: Piece.min(4).max(80_000) }),
    z.strictObject({}),
    'open',
    'read',
  ),
  /** Writes a copy where the user chose: one file, or all of them into a folder. Recorded as access. */
  'attachment.export': operation(
    'write',
    z.union([
      z.strictObject({ ...PagePlace, file: Grant }),
      z.strictObject({ id: RecordId, folder: Grant, replace: z.boolean().default(false) }),
    ]),
    z.strictObject({ files: z.array(z.string()) }),
    'open',
    'read',
  ),
};
