import type { DrawnPage, Mark } from '../../../contract/drawing.ts';
import type { Orientation } from '../../../contract/ledger.ts';
import {
  distance,
  grey,
  line,
  margins,
  paper,
  pointsPerMillimetre,
  type TextStyle,
  text,
  words,
} from '../../../templates/look.ts';
import { drawableText, type MissingCharacters, splitRuns, textWidth } from './characters.ts';

/** Size of a page and of what may be printed on, in points from the top left corner. */
export interface Geometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function geometry(orientation: Orientation, side: number = margins.side): Geometry {
  const points = (millimetres: number): number => millimetres * pointsPerMillimetre;
  const [width, height] = orientation === 'landscape' ? [paper.height, paper.width] : [paper.width, paper.height];
  return {
    width: points(width),
    height: points(height),
    left: points(side),
    right: points(width - side),
    top: points(margins.top),
    bottom: points(height - margins.bottom),
  };
}

export interface Placing {
  x: number;
  width: number;
  align: 'left' | 'center' | 'right' | 'justify';
  /** Top of the line. */
  y: number;
  /** Distance of baselines; the style's own when left out. */
  leading?: number;
  grey?: number;
  /** Named to the user when a character cannot be drawn. */
  where: string;
}

/** Collects the marks of one page. */
export class PageBuilder {
  readonly geometry: Geometry;
  readonly #missing: MissingCharacters;
  readonly #marks: Mark[] = [];
  readonly #verticals = new Map<string, Extract<Mark, { kind: 'line' }>>();

  constructor(geometry: Geometry, missing: MissingCharacters) {
    this.geometry = geometry;
    this.#missing = missing;
  }

  /** Writes one line of text. CJK glyphs sit 0.38 of the size above the middle of their line. */
  text(content: string, style: TextStyle, placing: Placing): void {
    const written = drawableText(content);
    if (written === '') return;
    const natural = textWidth(written, style.face, style.size, style.spacing) - style.spacing;
    const gaps = [...written].length - 1;
    const stretch = placing.align === 'justify' && gaps > 0 ? (placing.width - natural) / gaps : 0;
    const spacing = style.spacing + stretch;
    let x = placing.x;
    if (placing.align === 'center') x += (placing.width - natural) / 2;
    if (placing.align === 'right') x += placing.width - natural;
    const y = placing.y + (placing.leading ?? style.leading) / 2 + style.size * 0.38;
    for (const run of splitRuns(written, style.face, (character) => this.#missing.note(character, placing.where))) {
      const width = (run.width * style.size) / 1000 + [...run.text].length * spacing;
      this.#marks.push({
        kind: 'text',
        x,
        y,
        width,
        size: style.size,
        spacing,
        face: run.face,
        text: run.text,
        grey: placing.grey ?? grey.black,
      });
      x += width - (run.squeeze * style.size) / 1000;
    }
  }

  fill(x: number, y: number, width: number, height: number, shade: number): void {
    this.#marks.push({ kind: 'fill', x, y, width, height, grey: shade });
  }

  horizontal(x1: number, x2: number, y: number): void {
    this.#marks.push({ kind: 'line', x1, y1: y, x2, y2: y, thickness: line.hair });
  }

  /** A vertical that goes on from the one above it becomes one line. */
  vertical(x: number, y1: number, y2: number): void {
    const key = `${x.toFixed(2)} ${y1.toFixed(2)}`;
    const above = this.#verticals.get(key);
    this.#verticals.delete(key);
    const mark = above ?? { kind: 'line' as const, x1: x, y1, x2: x, y2, thickness: line.hair };
    mark.y2 = y2;
    if (!above) this.#marks.push(mark);
    this.#verticals.set(`${x.toFixed(2)} ${y2.toFixed(2)}`, mark);
  }

  /** Fills first, then lines, then text: nothing covers what is written. */
  finish(): DrawnPage {
    const order = { fill: 0, line: 1, text: 2 };
    const marks = this.#marks.toSorted((one, other) => order[one.kind] - order[other.kind]);
    return { width: this.geometry.width, height: this.geometry.height, marks };
  }

  /** Footer: page x of y in the middle, the trace on the right, the title on the left of later pages. */
  footer(page: number, pages: number, trace: string, title: string): void {
    const { left, right, height } = this.geometry;
    const y = height - distance.footer - text.page.leading / 2;
    const placing = { x: left, width: right - left, y, leading: text.page.leading, where: title };
    this.text(words.page(page, pages), text.page, { ...placing, align: 'center' });
    this.text(trace, text.trace, { ...placing, align: 'right', grey: grey.trace });
    if (page > 1) this.text(title, text.trace, { ...placing, align: 'left', grey: grey.trace });
  }
}
