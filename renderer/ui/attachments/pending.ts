/** A file that waits to be attached: bytes that the window holds, or a grant from the system's dialog. */
export interface PendingFile {
  key: string;
  name: string;
  source: { kind: 'file'; file: Blob } | { kind: 'grant'; token: string };
}

const images = /\.(jpe?g|png|webp|gif|bmp)$/i;

/** By the name alone, to suggest a slot; the engine looks at the bytes. */
export function looksLikeImage({ name, source }: PendingFile): boolean {
  return source.kind === 'file' && source.file.type !== '' ? source.file.type.startsWith('image/') : images.test(name);
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** In the order of their names, 2 before 10: scanners number their pages. */
export function inPageOrder(files: readonly PendingFile[]): PendingFile[] {
  return files.toSorted((one, other) => byName.compare(one.name, other.name));
}

/** The file at `index` moved one place; unchanged at the ends. */
export function moved(files: readonly PendingFile[], index: number, step: 1 | -1): PendingFile[] {
  const target = index + step;
  const [file, neighbour] = [files[index], files[target]];
  if (file === undefined || neighbour === undefined) return [...files];
  return files.map((each, at) => (at === index ? neighbour : at === target ? file : each));
}
