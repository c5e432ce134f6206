import PDFDocument from 'pdfkit';
import type { DrawnPage, Face, Mark, TextMark } from '../../../contract/drawing.ts';
import { loadFace } from '../fonts.ts';

/** What is used of PDFKit's embedded font: it encodes characters and puts its subset into the file. */
interface EmbeddedFont {
  id: string;
  encode: (text: string) => [string[], unknown];
  ref: () => unknown;
}

interface Inner {
  _font: EmbeddedFont;
  page: { fonts: Record<string, unknown> };
}

export interface PdfInfo {
  title: string;
  /** Time given as made; with equal input the file is equal byte by byte. */
  madeAt: Date;
}

/**
 * A PDF that pages of marks are put on one by one. PDFKit makes the document, subsets and embeds the faces
 * and compresses; the content of a page is written here, for PDFKit's own text layout would keep every
 * string it has seen and take ten times as long.
 */
export class Canvas {
  readonly #document: PDFKit.PDFDocument;
  readonly #fonts = new Map<Face, EmbeddedFont>();
  readonly #codes = new Map<Face, Map<string, string>>();

  constructor({ title, madeAt }: PdfInfo) {
    this.#document = new PDFDocument({
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      fontLayoutCache: false,
      // None, or PDFKit looks for the metrics of Helvetica beside itself, where a bundle has none.
      font: '',
      info: { Title: title, Producer: 'Zhibu Ledger', Creator: 'Zhibu Ledger', CreationDate: madeAt, ModDate: madeAt },
    });
  }

  /** The file as it grows; read it while pages are added. */
  get stream(): NodeJS.ReadableStream & { readableLength: number } {
    return this.#document as never;
  }

  add(page: DrawnPage): void {
    this.#document.addPage({ size: [page.width, page.height], margin: 0 });
    // Square line ends, so that the corners of a grid are closed.
    this.#document.addContent(['2 J', ...page.marks.map((mark) => this.#operators(mark))].join('\n'));
  }

  /** Writes fonts and cross references; the stream then ends. */
  end(): void {
    this.#document.end();
  }

  #operators(mark: Mark): string {
    switch (mark.kind) {
      case 'fill':
        return `${short(mark.grey)} g ${[mark.x, mark.y, mark.width, mark.height].map(short).join(' ')} re f`;
      case 'line':
        return `${short(mark.thickness)} w ${short(mark.x1)} ${short(mark.y1)} m ${short(mark.x2)} ${short(mark.y2)} l S`;
      case 'text':
        return this.#text(mark);
    }
  }

  #text(mark: TextMark): string {
    const font = this.#font(mark.face);
    const place = `1 0 0 -1 ${short(mark.x)} ${short(mark.y)} Tm`;
    const type = `/${font.id} ${short(mark.size)} Tf ${short(mark.spacing)} Tc`;
    const shown = `${short(mark.grey)} g BT ${type} ${place} <${this.#encode(mark.face, font, mark.text)}> Tj ET`;
    return mark.spacing > mark.size * 0.1 ? `/Span <</ActualText <${utf16(mark.text)}>>> BDC ${shown} EMC` : shown;
  }

  #font(face: Face): EmbeddedFont {
    const inner = this.#document as unknown as Inner;
    let font = this.#fonts.get(face);
    if (!font) {
      this.#document.registerFont(face, loadFace(face).data);
      this.#document.font(face);
      font = inner._font;
      this.#fonts.set(face, font);
    }
    inner.page.fonts[font.id] = font.ref();
    return font;
  }

  /** Character by character, so that each is encoded once for the whole file. */
  #encode(face: Face, font: EmbeddedFont, text: string): string {
    let codes = this.#codes.get(face);
    if (!codes) {
      codes = new Map();
      this.#codes.set(face, codes);
    }
    let encoded = '';
    for (const character of text) {
      let code = codes.get(character);
      if (code === undefined) {
        code = font.encode(character)[0].join('');
        codes.set(character, code);
      }
      encoded += code;
    }
    return encoded;
  }
}

/** What a spread text says: without it a search would find 主 持 人 and not 主持人. */
function utf16(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
