import type { DrawnPage } from '../../../contract/drawing.ts';
import type { FormPage, LedgerDocument } from '../../../contract/ledger.ts';
import { distance, margins, text, words } from '../../../templates/look.ts';
import type { Pace } from '../pace.ts';
import type { MissingCharacters } from './characters.ts';
import { type FlowItem, gap, item } from './flow.ts';
import { flowItems } from './form-items.ts';
import { drawOpening, drawSignatures, type Opening, type Signing, signatureHeight } from './frame.ts';
import { type Geometry, geometry, PageBuilder } from './page-builder.ts';

type FormDocument = Extract<LedgerDocument, { kind: 'form' }>;

/** Number of pages all forms take. */
export async function countFormPages(document: FormDocument, pace: Pace): Promise<number> {
  const page = geometry(document.spec.orientation, margins.formSide);
  let pages = 0;
  for (const form of document.data.pages()) {
    pages += layForm(form, document.frame.mark, page).pages.length;
    await pace.step();
  }
  return Math.max(1, pages);
}

/** Draws the forms one after another, each from the top of a page; nothing but the form at hand is held. */
export async function* drawForms(
  document: FormDocument,
  total: number,
  missing: MissingCharacters,
  pace: Pace,
): AsyncGenerator<DrawnPage> {
  const size = geometry(document.spec.orientation, margins.formSide);
  let number = 0;
  for (const form of document.data.pages()) {
    const laid = layForm(form, document.frame.mark, size);
    for (const [index, items] of laid.pages.entries()) {
      number += 1;
      const page = new PageBuilder(size, missing);
      if (index === 0) drawOpening(page, laid.opening, text.formTitle, size);
      drawItems(page, items, index === 0 ? laid.top : size.top);
      page.footer(number, total, document.frame.trace, index === 0 ? '' : runningTitle(form));
      yield page.finish();
    }
    await pace.step();
  }
  if (number === 0) yield nothingToReport(document, size, missing);
}

/** A sheet that comes loose tells whose it is; a long name would run into the page number. */
function runningTitle({ title, name }: FormPage): string {
  return `${title}${name === '' || name.length > 12 ? '' : `　${name}`}${words.continued}`;
}

/** A ledger of forms without any form: its title, 无 and who signs for it, so that no page of the binder is missing. */
function nothingToReport(document: FormDocument, size: Geometry, missing: MissingCharacters): DrawnPage {
  const { frame } = document;
  const page = new PageBuilder(size, missing);
  const y = drawOpening(page, frame, text.formTitle, size);
  const place = { x: size.left, width: size.right - size.left, align: 'center' as const, y: y + 40 };
  page.text(words.nothing, text.prose, { ...place, where: words.nothing });
  const signing: Signing = { labels: words.emptySigners, dated: 'once', dayLabel: '', style: text.formSignature };
  drawSignatures(page, signing, { ...size, top: y + 90 });
  page.footer(1, 1, frame.trace, '');
  return page.finish();
}

interface LaidForm {
  opening: Opening;
  top: number;
  pages: FlowItem[][];
}

function layForm(form: FormPage, mark: string, size: Geometry): LaidForm {
  const opening = { mark, title: form.title, heading: form.heading };
  const top = drawOpening(null, opening, text.formTitle, size);
  const items = flowItems(form.blocks, size);
  appendSignatures(items, form.signatures, size);
  return {
    opening,
    top,
    pages: breakPages(items, size.bottom - top - distance.atBreak, size.bottom - size.top - distance.atBreak),
  };
}

/** Signatures go with what stands before them: never alone on a page. */
function appendSignatures(items: FlowItem[], labels: readonly string[], size: Geometry): void {
  if (labels.length === 0) return;
  const dated = labels.length > 2 ? 'each' : 'once';
  const signing: Signing = { labels, dated, dayLabel: '', style: text.formSignature };
  const last = items.findLastIndex((each) => !each.isGap);
  for (const each of items.slice(Math.max(0, last))) each.keepWithNext = true;
  const draw: FlowItem['draw'] = (page, y) => drawSignatures(page, signing, { ...size, top: y });
  items.push(item(signatureHeight(signing), draw, { isBoxed: false }));
}

/** Fills pages with items; items that keep together move together unless a page cannot hold them. */
function breakPages(items: readonly FlowItem[], first: number, later: number): FlowItem[][] {
  const pages: FlowItem[][] = [[]];
  let left = first;
  const turn = (): void => {
    pages.push([]);
    left = later;
  };
  for (let index = 0; index < items.length; ) {
    const group = groupAt(items, index);
    const height = group.reduce((sum, each) => sum + each.height, 0);
    const isEmpty = pages.at(-1)?.length === 0;
    if (height > left && !isEmpty && height <= later) turn();
    for (const each of group) {
      if (each.height > left && pages.at(-1)?.length !== 0) turn();
      const page = pages.at(-1) ?? [];
      if (page.length === 0 && pages.length > 1) {
        if (each.isGap) continue;
        if (each.isInset) {
          page.push(gap(distance.atBreak));
          left -= distance.atBreak;
        }
        if (each.head && each.head !== each) {
          page.push(each.head);
          left -= each.head.height;
        }
      }
      page.push(each);
      left -= each.height;
    }
    index += group.length;
  }
  return pages;
}

function groupAt(items: readonly FlowItem[], start: number): FlowItem[] {
  let end = start;
  while (items[end]?.keepWithNext && end + 1 < items.length) end += 1;
  return items.slice(start, end + 1);
}

/** Draws the items of a page and the frame around those that are boxed. */
function drawItems(page: PageBuilder, items: readonly FlowItem[], top: number): void {
  const { left, right } = page.geometry;
  let y = top;
  let wasBoxed = false;
  for (const each of items) {
    if (each.isBoxed !== wasBoxed) page.horizontal(left, right, y);
    if (each.isBoxed) {
      page.vertical(left, y, y + each.height);
      page.vertical(right, y, y + each.height);
    }
    each.draw(page, y);
    y += each.height;
    wasBoxed = each.isBoxed;
  }
  if (!wasBoxed) return;
  const below = items.at(-1)?.isInset ? distance.atBreak : 0;
  page.vertical(left, y, y + below);
  page.vertical(right, y, y + below);
  page.horizontal(left, right, y + below);
}
