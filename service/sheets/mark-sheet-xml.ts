import { cellAddress, parseAddress } from './sheet.ts';

/**
 * Small edits of OOXML texts. They touch what they must and leave every other character as it was, so that nothing
 * of her workbook is lost.
 */

/** Prefix of the spreadsheet's own elements: `''` nearly always, `'x:'` in some. */
export function elementPrefix(xml: string, root: string): string {
  const match = new RegExp(`<((?:\\w+:)?)${root}[\\s>/]`).exec(xml);
  return match?.[1] ?? '';
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Sets one attribute in the text of a start tag. */
export function setAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}=)("[^"]*"|'[^']*')`);
  if (pattern.test(tag)) return tag.replace(pattern, `$1"${value}"`);
  return tag.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end.trim()}`);
}

/**
 * Gives cells of a sheet another style; missing ones are put in, empty.
 * @param styleOf new style for a cell's present style
 */
export function restyleCells(xml: string, addresses: Iterable<string>, styleOf: (style: number) => number): string {
  const p = elementPrefix(xml, 'worksheet');
  const byRow = new Map<number, Map<number, string>>();
  for (const address of addresses) {
    const place = parseAddress(address);
    if (place === null) continue;
    const columns = byRow.get(place.row) ?? new Map<number, string>();
    columns.set(place.column, address);
    byRow.set(place.row, columns);
  }
  let row = -1;
  const rows = new RegExp(`(<${p}row\\b[^>]*?)(/>|>([\\s\\S]*?)</${p}row>)`, 'g');
  return xml.replace(rows, (whole, tag: string, rest: string, body: string | undefined) => {
    row = numberAttribute(tag, 'r') === null ? row + 1 : (numberAttribute(tag, 'r') ?? 0) - 1;
    const wanted = byRow.get(row);
    if (wanted === undefined) return whole;
    const inside = rest === '/>' ? '' : (body ?? '');
    return `${tag}>${restyleRow(inside, p, row, wanted, styleOf)}</${p}row>`;
  });
}

function restyleRow(
  body: string,
  p: string,
  row: number,
  wanted: ReadonlyMap<number, string>,
  styleOf: (style: number) => number,
): string {
  const left = new Map([...wanted].sort(([a], [b]) => a - b));
  let column = -1;
  const made = (before: number) =>
    [...left].flatMap(([at, address]) => {
      if (at >= before) return [];
      left.delete(at);
      return [`<${p}c r="${address}" s="${styleOf(0)}"/>`];
    });
  const cells = new RegExp(`<${p}c(?=[\\s/>])[^>]*>`, 'g');
  const edited = body.replace(cells, (tag) => {
    const address = /\sr=["']([^"']*)["']/.exec(tag)?.[1];
    column = address === undefined ? column + 1 : (parseAddress(address)?.column ?? column + 1);
    const missing = made(column).join('');
    if (!left.delete(column)) return missing + tag;
    const styled = setAttribute(tag, 's', String(styleOf(numberAttribute(tag, 's') ?? 0)));
    return missing + (address === undefined ? setAttribute(styled, 'r', cellAddress(row, column)) : styled);
  });
  return edited + made(Number.POSITIVE_INFINITY).join('');
}

function numberAttribute(tag: string, name: string): number | null {
  const value = new RegExp(`\\s${name}=["'](\\d+)["']`).exec(tag)?.[1];
  return value === undefined ? null : Number(value);
}

/** Adds a solid fill to a style sheet and hands out, for each style, its twin with that fill. */
export class FilledStyles {
  readonly #p: string;
  readonly #styles: readonly string[];
  readonly #twins = new Map<number, number>();
  readonly #xml: string;
  readonly #colour: string;
  readonly #fills: number;

  private constructor(xml: string, p: string, styles: readonly string[], fills: number, colour: string) {
    this.#xml = xml;
    this.#p = p;
    this.#styles = styles;
    this.#fills = fills;
    this.#colour = colour;
  }

  /** `null` when the style sheet has not what is needed. */
  static open(xml: string, colour: string): FilledStyles | null {
    const p = elementPrefix(xml, 'styleSheet');
    const fills = section(xml, `${p}fills`);
    const styles = section(xml, `${p}cellXfs`);
    if (fills === null || styles === null) return null;
    const fillCount = [...fills.matchAll(new RegExp(`<${p}fill[\\s>/]`, 'g'))].length;
    const list = [...styles.matchAll(new RegExp(`<${p}xf\\b[^>]*?(?:/>|>[\\s\\S]*?</${p}xf>)`, 'g'))].map(
      ([text]) => text,
    );
    return list.length === 0 ? null : new FilledStyles(xml, p, list, fillCount, colour);
  }

  twinOf(style: number): number {
    let twin = this.#twins.get(style);
    if (twin === undefined) {
      twin = this.#styles.length + this.#twins.size;
      this.#twins.set(style, twin);
    }
    return twin;
  }

  /** The style sheet with the fill and every twin handed out. */
  toXml(): string {
    const p = this.#p;
    const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${this.#colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    const twins = [...this.#twins.keys()].map((style) => {
      const original = this.#styles[style] ?? this.#styles[0] ?? '';
      return original.replace(/^<[^>]*>/, (tag) =>
        setAttribute(setAttribute(tag, 'fillId', String(this.#fills)), 'applyFill', '1'),
      );
    });
    const filled = append(this.#xml, `${p}fills`, fill, this.#fills + 1);
    return append(filled, `${p}cellXfs`, twins.join(''), this.#styles.length + twins.length);
  }
}

function section(xml: string, name: string): string | null {
  return new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? null;
}

function append(xml: string, name: string, content: string, count: number): string {
  return xml.replace(
    new RegExp(`(<${name}\\b[^>]*>)([\\s\\S]*?)(</${name}>)`),
    (_, open: string, body: string, close: string) =>
      `${setAttribute(open, 'count', String(count))}${body}${content}${close}`,
  );
}
