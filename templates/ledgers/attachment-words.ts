import type { AttachmentSlot } from '../../contract/attachment.ts';

/** How many attachments of a kind, as a cell of a ledger counts them. */
const counted: Readonly<Record<AttachmentSlot, (count: number, pages: number) => string>> = {
  'sign-in': (count) => `签到表${count}份`,
  photo: (count) => `照片${count}张`,
  notice: (count) => `通知${count}份`,
  courseware: (count) => `课件${count}份`,
  scan: (_count, pages) => `扫描件${pages}页`,
  other: (count) => `其他${count}份`,
};

/** `签到表1份、照片3张`: what is attached, slot by slot in the order of the slots; empty when nothing is. */
export function attachedText(
  counts: readonly { slot: AttachmentSlot; attachments: number; pages: number }[],
  slots = Object.keys(counted) as AttachmentSlot[],
): string {
  return slots
    .flatMap((slot) =>
      counts
        .filter((each) => each.slot === slot)
        .map(({ attachments, pages }) => counted[slot](slot === 'photo' ? pages : attachments, pages)),
    )
    .join('、');
}
