import type { DrawnPage } from '../../contract/drawing.ts';
import type { LedgerDocument } from '../../contract/ledger.ts';
import { MissingCharacters } from './layout/characters.ts';
import { layOut } from './layout/lay-out.ts';
import { Pace } from './pace.ts';

/**
 * One page of a ledger as it will be printed, for the preview, and how many there are.
 * @param page from 1; beyond the last gives the last
 * @throws AppError `cancelled`
 */
export async function drawPage(
  document: LedgerDocument,
  page: number,
  signal?: AbortSignal,
): Promise<{ drawn: DrawnPage; page: number; pages: number; missing: { character: string; where: string }[] }> {
  const pace = new Pace(signal);
  const layout = await layOut(document, pace);
  const wanted = Math.min(Math.max(1, page), layout.pages);
  const missing = new MissingCharacters();
  let number = 0;
  for await (const drawn of layout.draw(missing)) {
    number += 1;
    if (number === wanted) return { drawn, page: wanted, pages: layout.pages, missing: missing.list() };
  }
  throw new Error('a ledger without a page');
}

/**
 * All pages of a ledger or list, to be printed from the window.
 * @throws AppError `cancelled`
 */
export async function drawAll(
  document: LedgerDocument,
  signal?: AbortSignal,
): Promise<{ pages: DrawnPage[]; missing: { character: string; where: string }[] }> {
  const layout = await layOut(document, new Pace(signal));
  const missing = new MissingCharacters();
  const pages: DrawnPage[] = [];
  for await (const drawn of layout.draw(missing)) pages.push(drawn);
  return { pages, missing: missing.list() };
}
