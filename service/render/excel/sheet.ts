import type { stream as excelStream, HeaderFooter, PageSetup, Style, Worksheet } from 'exceljs';
import type { Orientation } from '../../../contract/ledger.ts';
import { excelFont, excelSize, margins } from '../../../templates/look.ts';
import { excelText, isCut } from '../cells.ts';
import { writableText } from '../layout/characters.ts';

export type Workbook = InstanceType<(typeof excelStream)['xlsx']['WorkbookWriter']>;

/** Where texts had to be cut; see {@link SheetWriter.text}. */
export type Cuts = string[];

/** Writes a sheet from top to bottom; every row is handed on at once and cannot be changed afterwards. */
export class SheetWriter {
  readonly sheet: Worksheet;
  readonly columns: number;
  readonly #cuts: Cuts;
  #row = 0;

  constructor(sheet: Worksheet, widths: readonly number[], cuts: Cuts) {
    this.sheet = sheet;
    this.columns = widths.length;
    this.#cuts = cuts;
    sheet.columns = widths.map((width) => ({ width }));
  }

  /** Number of the row last begun. */
  get row(): number {
    return this.#row;
  }

  begin(height: number): void {
    this.#row += 1;
    this.sheet.getRow(this.#row).height = height;
  }

  commit(): void {
    this.sheet.getRow(this.#row).commit();
  }

  /** Writes text over columns `from` to `to` (from 1) and, with `down`, rows below; merged when more than one cell. */
  text(content: string, from: number, to: number, style: Partial<Style>, down = 0): void {
    const written = writableText(content);
    if (isCut(written)) this.#cuts.push(`${this.sheet.name}!${this.sheet.getCell(this.#row, from).address}`);
    for (let row = this.#row; row <= this.#row + down; row += 1) {
      for (let column = from; column <= to; column += 1) this.sheet.getCell(row, column).style = style;
    }
    this.sheet.getCell(this.#row, from).value = written === '' ? null : excelText(written);
    if (from !== to || down > 0) this.sheet.mergeCells(this.#row, from, this.#row + down, to);
  }

  value(value: string | number | Date | null, column: number, style: Partial<Style>, to = column): void {
    for (let each = column; each <= to; each += 1) this.sheet.getCell(this.#row, each).style = style;
    this.sheet.getCell(this.#row, column).value = value;
    if (to !== column) this.sheet.mergeCells(this.#row, column, this.#row, to);
  }
}

/** What the zip has not taken yet, in bytes; the writer itself knows no back pressure. */
export function backlog(sheet: Worksheet): number {
  const { stream } = sheet as unknown as { stream?: { pipes?: { writableLength?: number }[] } };
  return (stream?.pipes ?? []).reduce((sum, pipe) => sum + (pipe.writableLength ?? 0), 0);
}

/** A4 as the PDF has it, scaled to one page in width. Margins of workbooks are in inches. */
export function pageSetup(orientation: Orientation, side: number, titleRows: string | null): Partial<PageSetup> {
  const inches = (millimetres: number): number => Math.round((millimetres / 25.4) * 10000) / 10000;
  return {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(side),
      right: inches(side),
      header: inches(9),
      footer: inches(8),
    },
    ...(titleRows === null ? {} : { printTitlesRow: titleRows }),
  };
}

/** Footer with page numbers and trace, header with the mark. An ampersand begins a code and is doubled. */
export function headerFooter(mark: string, trace: string): Partial<HeaderFooter> {
  const plain = (content: string): string => writableText(content).replaceAll('&', '&&').replaceAll('\n', ' ');
  const serif = `&"${excelFont.serif},常规"`;
  const center = `&C${serif}&${excelSize.page}第 &P 页　共 &N 页`;
  const right = trace === '' ? '' : `&R${serif}&7 ${plain(trace)}`;
  const oddFooter = `${center}${right}`;
  return mark === '' ? { oddFooter } : { oddFooter, oddHeader: `&L&"${excelFont.sans},常规"&9 ${plain(mark)}` };
}

/** A name Excel takes: no forbidden character, 31 at most, not used before in this workbook. */
export function sheetName(wanted: string, used: Set<string>): string {
  const base =
    [...writableText(wanted).replace(/[*?:\\/[\]\n]/g, ' ')]
      .slice(0, 31)
      .join('')
      .replace(/^['\s]+|['\s]+$/g, '') || '台账';
  const reserved = base.toLowerCase() === 'history' ? `${base}_` : base;
  let name = reserved.slice(0, 31);
  for (let number = 2; used.has(name.toLowerCase()); number += 1) {
    const tail = `（${number}）`;
    name = `${reserved.slice(0, 31 - tail.length).replace(/[\ud800-\udbff]$/, '')}${tail}`;
  }
  used.add(name.toLowerCase());
  return name;
}
