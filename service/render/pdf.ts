import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { LedgerDocument } from '../../contract/ledger.ts';
import { MissingCharacters } from './layout/characters.ts';
import { layOut } from './layout/lay-out.ts';
import { Pace } from './pace.ts';
import { Canvas } from './pdf/canvas.ts';
import type { RenderOptions, RenderResult } from './render.ts';

/**
 * Draws a ledger as PDF into a stream: embedded subset typefaces, searchable text. Equal input and `madeAt`
 * give equal bytes. Memory does not grow with the rows.
 * @returns number of pages, and each character no typeface has with where it stands (drawn as 〓)
 * @throws AppError `cancelled`
 */
export async function renderPdf(
  document: LedgerDocument,
  out: Writable,
  options: RenderOptions,
): Promise<RenderResult> {
  const pace = new Pace(options.signal);
  const missing = new MissingCharacters();
  const layout = await layOut(document, pace);
  const canvas = new Canvas({ title: document.frame.title, madeAt: options.madeAt });
  canvas.stream.pipe(out);
  const written = finished(out);
  written.catch(() => undefined);
  let done = 0;
  for await (const page of layout.draw(missing)) {
    canvas.add(page);
    done += 1;
    options.onProgress?.(done, layout.pages);
    do await pace.turn();
    while (canvas.stream.readableLength > 1 << 20 && !out.errored);
    if (out.errored) throw out.errored;
  }
  canvas.end();
  await written;
  return { pages: layout.pages, missing: missing.list(), cut: [] };
}
