import type { DrawnPage } from '../../../contract/drawing.ts';
import type { LedgerDocument } from '../../../contract/ledger.ts';
import type { Pace } from '../pace.ts';
import type { MissingCharacters } from './characters.ts';
import { countFormPages, drawForms } from './form-pages.ts';
import { drawTable } from './table-pages.ts';
import { planTable } from './table-plan.ts';

/** A ledger laid out: how many pages, and the pages drawn one by one. */
export interface Layout {
  pages: number;
  draw: (missing: MissingCharacters) => AsyncGenerator<DrawnPage>;
}

/** Decides what stands on which page. The PDF and the preview both draw from it. */
export async function layOut(document: LedgerDocument, pace: Pace): Promise<Layout> {
  if (document.kind === 'table') {
    const plan = await planTable(document, pace);
    return { pages: plan.pages.length, draw: (missing) => drawTable(document, plan, missing, pace) };
  }
  const pages = await countFormPages(document, pace);
  return { pages, draw: (missing) => drawForms(document, pages, missing, pace) };
}
