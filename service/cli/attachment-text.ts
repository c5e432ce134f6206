import type { AttachmentReason } from '../../contract/failure.ts';
import type { Output } from '../../contract/operations.ts';

/** What the terminal says about attachments. */
export const attachmentText = {
  summaries: {
    attach: '把文件附到一条记录上；--as-pages 把几张图片合成一个附件',
    save: '把附件另存为文件，存取记入修改历史',
  },
  added: (attachment: Output<'attachment.add'>) =>
    `${attachment.id}  ${attachment.pages.map(({ fileName }) => fileName).join('、')}  ${attachment.byteSize} 字节`,
  saved: (file: string) => `已另存：${file}`,
};

/** Why a file is not attached; `limit` in bytes. */
export const attachmentReasonText: Record<AttachmentReason, (limit: number) => string> = {
  'too-large': (limit) => `超过单个文件上限 ${megabytes(limit)}（设置 attachment.file-limit）`,
  empty: () => '是空文件',
  'unknown-type': () => '不是能保存的类型（图片、PDF、OFD、Word、Excel、PPT）',
  'not-shown': () => '这种图片不能显示，请转成 JPG 或 PNG',
  executable: () => '是程序或脚本，不能作附件',
  macros: () => '带有宏，不能作附件',
  'not-an-image': () => '不是图片，几个文件合成一个附件时只能是图片',
  'too-much-at-once': (limit) => `一次待收的文件超过 ${megabytes(limit)}，请分几次`,
};

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
