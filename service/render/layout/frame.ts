import { distance, grey, type TextStyle, text, words } from '../../../templates/look.ts';
import { breakLines } from './break-lines.ts';
import { textWidth } from './characters.ts';
import type { PageBuilder } from './page-builder.ts';

/** What stands above the first row: mark, title, line 2. */
export interface Opening {
  mark: string;
  title: string;
  heading: readonly string[];
}

/** Draws the opening, or with no page only measures it. Returns where it ends. */
export function drawOpening(
  page: PageBuilder | null,
  opening: Opening,
  style: TextStyle,
  box: { left: number; right: number; top: number },
): number {
  const width = box.right - box.left;
  let y = box.top;
  if (opening.mark !== '') {
    page?.text(opening.mark, text.mark, { x: box.left, width, align: 'left', y, where: opening.mark });
    y += text.mark.leading;
  }
  const title = fitTitle(opening.title, style, width);
  for (const line of title.lines) {
    page?.text(line, title.style, { x: box.left, width, align: 'center', y, where: opening.title });
    y += style.leading;
  }
  y += distance.afterTitle;
  if (opening.heading.length === 0) return y + distance.afterHeading;
  y += drawSpread(page, opening.heading, text.heading, box, y);
  return y + distance.afterHeading;
}

/** A title that is a little too long is set smaller; a longer one is broken after the organisation. */
function fitTitle(title: string, style: TextStyle, width: number): { lines: string[]; style: TextStyle } {
  for (const [size, spacing] of titleFits(style)) {
    const fitted = { ...style, size, spacing };
    if (textWidth(title, style.face, size, spacing) <= width) return { lines: [title], style: fitted };
  }
  const breaks = [...title.matchAll(/委员会|支部/g)].map((match) => match.index + match[0].length);
  const at = breaks.filter((place) => place < title.length - 2 && place > title.length * 0.3).at(-1);
  const parts = at === undefined ? [title] : [title.slice(0, at), title.slice(at)];
  const plain = { ...style, spacing: Math.min(style.spacing, 1) };
  const shape = { ...plain, width, indent: 0, whole: false };
  return { lines: parts.flatMap((part) => breakLines(part, shape).map((line) => line.text)), style: plain };
}

function titleFits({ size, spacing }: TextStyle): [number, number][] {
  return [
    [size, spacing],
    [size, spacing / 3],
    [size * 0.9, 0.5],
    [size * 0.8, 0.3],
  ];
}

/** Spreads parts over a line: the first at the left, the last at the right; over two lines if they would touch. */
function drawSpread(
  page: PageBuilder | null,
  parts: readonly string[],
  style: TextStyle,
  box: { left: number; right: number },
  top: number,
): number {
  const width = box.right - box.left;
  const fits = (some: readonly string[]): boolean => {
    const widths = some.map((part) => textWidth(part, style.face, style.size) + style.size * 2);
    return widths.reduce((sum, each) => sum + each, 0) <= width && Math.max(...widths) * some.length <= width * 1.3;
  };
  const lines = fits(parts)
    ? [parts]
    : [parts.slice(0, 1), ...(fits(parts.slice(1)) ? [parts.slice(1)] : parts.slice(1).map((part) => [part]))];
  for (const [row, some] of lines.entries()) {
    for (const [index, part] of some.entries()) {
      const align = index === 0 ? 'left' : index === some.length - 1 ? 'right' : 'center';
      page?.text(part, style, { x: box.left, width, align, y: top + row * style.leading, where: part });
    }
  }
  return style.leading * lines.length;
}

/** Signatures with the day they are given, as many rows as they need: 填表人：　党支部书记：　填报日期：. */
export interface Signing {
  labels: readonly string[];
  /** `each`: every signer dates; `once`: one date at the end of the line. */
  dated: 'each' | 'once';
  /** What stands before the one date. */
  dayLabel: string;
  style: TextStyle;
}

export function signatureHeight({ labels, dated, style }: Signing): number {
  if (labels.length === 0) return 0;
  const rows = Math.ceil(labels.length / perRow(labels, dated));
  return distance.beforeSignature + rows * style.leading + (rows - 1) * distance.betweenSignatures;
}

function perRow(labels: readonly string[], dated: Signing['dated']): number {
  return dated === 'each' ? 2 : Math.max(1, Math.min(labels.length, 4));
}

export function drawSignatures(
  page: PageBuilder,
  signing: Signing,
  box: { left: number; right: number; top: number },
): void {
  const { labels, dated, style } = signing;
  if (labels.length === 0) return;
  const width = box.right - box.left;
  const inRow = perRow(labels, dated);
  for (const [index, label] of labels.entries()) {
    const column = index % inRow;
    const row = Math.floor(index / inRow);
    const y = box.top + distance.beforeSignature + row * (style.leading + distance.betweenSignatures);
    const slot = dated === 'each' ? width / inRow : (width * 0.76) / inRow;
    const x = box.left + column * slot;
    page.text(`${label}：`, style, { x, width: slot, align: 'left', y, where: label });
    if (dated === 'each') page.text(words.day, style, { x, width: slot - 24, align: 'right', y, where: label });
  }
  if (dated === 'once') {
    const y = box.top + distance.beforeSignature;
    const day = signing.dayLabel === '' ? words.day : `${signing.dayLabel}：　　　${words.day}`;
    page.text(day, style, { x: box.left, width, align: 'right', y, where: words.filledOn, grey: grey.black });
  }
}
