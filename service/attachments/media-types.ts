import { refused } from './refuse.ts';

/** What may be attached, with the ending a copy of it gets: what it is decides, never what it was called. */
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'image/bmp': '.bmp',
  'application/pdf': '.pdf',
  'application/ofd': '.ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/vnd.oasis.opendocument.spreadsheet': '.ods',
  'application/vnd.oasis.opendocument.presentation': '.odp',
  'application/msword': '.doc',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.ms-powerpoint': '.ppt',
};

/** Images that Chromium does not show; an attachment nobody can look at in five years is refused now. */
const notShown = /^image\/(heic|heif|tiff|avif|x-.*|vnd\..*)/;
const executables = new Set([
  'exe',
  'elf',
  'macho',
  'msi',
  'deb',
  'rpm',
  'dmg',
  'jar',
  'apk',
  'class',
  'wasm',
  'lnk',
  'swf',
  'crx',
  'cab',
]);

/** Streams that tell one old Office document from another; an installer (.msi) has the same outer form and none of them. */
const oldOffice: readonly [string, string][] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];

/**
 * The media type of a file by its bytes.
 *
 * @throws AppError `attachment-refused` when it is a program, carries macros, or is nothing that is kept here
 */
export async function mediaTypeOf(fileName: string, bytes: Buffer): Promise<string> {
  // Some thirty files of it, which only who attaches something has to load.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = found === undefined ? '' : known(found.mime, bytes);
  if (Object.hasOwn(endings, type)) return type;
  if (isScript(bytes) || (found !== undefined && executables.has(found.ext))) throw refused(fileName, 'executable');
  if (/macro/i.test(type)) throw refused(fileName, 'macros');
  throw refused(fileName, notShown.test(type) ? 'not-shown' : 'unknown-type');
}

export function isImage(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}

/** The name of a saved copy: that of the file, with the ending of what it really is. */
export function copyName(fileName: string, mediaType: string): string {
  const ending = endings[mediaType] ?? '';
  const isRight = fileName.toLowerCase().endsWith(ending) || (ending === '.jpg' && /\.jpeg$/i.test(fileName));
  return isRight ? fileName : `${fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')}${ending}`;
}

function known(mime: string, bytes: Buffer): string {
  if (mime === 'application/x-cfb')
    return oldOffice.find(([stream]) => bytes.includes(Buffer.from(stream, 'utf16le')))?.[1] ?? mime;
  // 版式文件 (GB/T 33190): a zip whose root document has this name.
  if (mime === 'application/zip' && bytes.subarray(0, 4096).includes('OFD.xml')) return 'application/ofd';
  return mime;
}

function isScript(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === '#!';
}
