import type { AttachmentReason, Failure } from '../../contract/failure.ts';

/** Why a file is not attached, and what to do. */
const reasons: Record<AttachmentReason, (limit: string) => readonly [happened: string, remedy: string]> = {
  'too-large': (limit) => [
    `文件超过单个附件的上限 ${limit}。`,
    '请把照片另存得小一些，或把扫描件分成几个；上限可以在“设置—规则”里改。',
  ],
  empty: () => ['这是一个空文件。', '请核对是不是选错了文件。'],
  'unknown-type': () => [
    '认不出这种文件。附件可以是图片（JPG、PNG、WebP）、PDF、OFD、Word、Excel、PPT。',
    '请转成其中一种再附。看的是文件内容，改文件名没有用。',
  ],
  'not-shown': () => [
    '这种图片（如苹果手机的 HEIC，或 TIFF）在窗口里显示不出来，以后也就没法看。',
    '请转成 JPG 再附：苹果手机在“设置—相机—格式”里选“兼容性最佳”，以后拍的就是 JPG；已经拍好的，用看图软件另存为 JPG。',
  ],
  executable: () => ['这是程序或脚本，不能作附件。', '请核对文件来源。'],
  macros: () => ['文件带有宏，不能作附件。', '请另存为不带宏的 .docx、.xlsx，或转成 PDF。'],
  'not-an-image': () => ['这不是图片。几个文件合成一个附件，只能都是图片。', '请把它单独附上。'],
  'too-much-at-once': (limit) => [`一次放进来的文件合计超过 ${limit}。`, '请分几次附。'],
};

/** A size as it is spoken of: `2.4 MB`, `310 KB`. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1 ? `${Math.round(megabytes * 10) / 10} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** The refusal of one file, named. */
export function attachmentFailureText({ file, reason, limit }: Extract<Failure, { code: 'attachment-refused' }>) {
  const [happened, remedy] = reasons[reason](sizeText(limit));
  return { happened: `没有附上“${file}”。${happened}`, kept: '已有的附件没有变化。', remedy };
}
