import type { Face } from '../contract/drawing.ts';
import type { CellFormat } from '../contract/ledger.ts';

/** Values both renderers share: paper, type, distances, number formats. Lengths in points unless said. */

export const pointsPerMillimetre = 72 / 25.4;

/** A4, in millimetres. */
export const paper = { width: 210, height: 297 } as const;

/** Margins in millimetres. Forms keep 25 at the sides: they are bound, and prose reads better narrower. */
export const margins = { top: 20, bottom: 18, side: 16, formSide: 25 } as const;

export interface TextStyle {
  face: Face;
  size: number;
  /** Distance of baselines. */
  leading: number;
  /** Added after every character. */
  spacing: number;
}

export const text = {
  mark: { face: 'sans', size: 9, leading: 13, spacing: 0 },
  title: { face: 'serif-black', size: 20, leading: 28, spacing: 1.5 },
  formTitle: { face: 'serif-black', size: 20, leading: 28, spacing: 4 },
  heading: { face: 'serif', size: 9.5, leading: 14, spacing: 0 },
  head: { face: 'sans', size: 9, leading: 12.5, spacing: 0 },
  body: { face: 'serif', size: 9.5, leading: 13.5, spacing: 0 },
  label: { face: 'sans', size: 10.5, leading: 16, spacing: 0 },
  value: { face: 'serif', size: 10.5, leading: 16, spacing: 0 },
  section: { face: 'sans', size: 11.5, leading: 20, spacing: 0 },
  prose: { face: 'serif', size: 11.5, leading: 21.5, spacing: 0 },
  note: { face: 'serif', size: 9.5, leading: 17, spacing: 0 },
  signature: { face: 'serif', size: 9.5, leading: 14, spacing: 0 },
  formSignature: { face: 'serif', size: 11, leading: 16, spacing: 0 },
  page: { face: 'serif', size: 9, leading: 12, spacing: 0 },
  trace: { face: 'sans', size: 7, leading: 9, spacing: 0 },
} as const satisfies Record<string, TextStyle>;

/** Sizes a table is tried in, until every ID number, date and phone stands on one line. */
export const bodySizes = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const;

export const line = { hair: 0.5 } as const;

/** Grey of fills and small print: 0 black, 1 white. */
export const grey = { head: 0.949, label: 0.965, total: 0.98, trace: 0.35, black: 0 } as const;

export const cell = {
  /** Left and right of the text. */
  padding: 3.5,
  /** Above and below. */
  lift: 4.5,
  rowHeight: 22.5,
  /** A row to be written in by hand. */
  tallRowHeight: 30,
  formRowHeight: 30,
  formPadding: 6,
} as const;

export interface Density {
  rowHeight: number;
  lift: number;
}

/** Row heights a table is tried in, when a little less saves a page of one or two that holds a few rows. */
export const densities: readonly Density[] = [
  { rowHeight: cell.rowHeight, lift: cell.lift },
  { rowHeight: 20.5, lift: 3.5 },
  { rowHeight: 19, lift: 3 },
];

export const distance = {
  afterTitle: 8,
  afterHeading: 6,
  beforeSignature: 14,
  /** Between two rows of signatures: room for a seal. */
  betweenSignatures: 26,
  boxPadding: 14,
  /** Between the frame of a form and prose that goes on over a page. */
  atBreak: 8,
  beforeSection: 8,
  footer: 24,
} as const;

/** Words the renderers print by themselves. */
export const words = {
  number: '序号',
  total: '合计',
  average: '平均',
  nothing: '无',
  /** Who signs that there is nothing to report. */
  emptySigners: ['填表人', '党支部书记'],
  filledOn: '填报日期',
  day: '年　　月　　日',
  continued: '（续）',
  /** Put in place of a character that no typeface has; the export names the character. */
  missing: '〓',
  row: (number: number, column: string): string => `第 ${number} 行“${column}”`,
  page: (page: number, pages: number): string => `第 ${page} 页　共 ${pages} 页`,
} as const;

/** Typefaces named in workbooks: what Windows, WPS and the domestic systems have. */
export const excelFont = { serif: '宋体', sans: '黑体' } as const;

/** Type sizes of workbooks; a sheet is scaled to the width of its page. */
export const excelSize = { title: 20, heading: 10.5, head: 10.5, body: 10.5, prose: 12, note: 10, page: 9 } as const;

/** Row heights of workbooks; the first baseline-to-baseline distance is that of a wrapped line. */
export const excelRow = {
  title: 42,
  heading: 20,
  head: 32,
  body: 24,
  tall: 32,
  line: 15,
  proseLine: 17,
  signature: 36,
  /** Excel allows no row above 409. */
  most: 400,
} as const;

/** Fill of heads and labels in workbooks. */
export const excelFill = { head: 'FFF2F2F2', label: 'FFF6F6F6', total: 'FFFAFAFA' } as const;

/** Narrow columns that the cells of a form are merged from. */
export const formGrid = 36;

/** Number formats of workbooks. ID numbers and phones are text, or Excel would round them. */
export const numberFormat: Record<CellFormat, string> = {
  text: '@',
  'long-text': '@',
  integer: '0',
  decimal: 'General',
  money: '#,##0.00',
  percent: '0.0%',
  date: 'yyyy.mm.dd',
  month: 'yyyy.mm',
  'id-number': '@',
  phone: '@',
  blank: '@',
};

/** Formats whose values are never broken across lines. */
export const unbreakable: ReadonlySet<CellFormat> = new Set([
  'integer',
  'decimal',
  'money',
  'percent',
  'date',
  'month',
  'id-number',
  'phone',
]);
