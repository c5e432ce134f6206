import { z } from 'zod';
import type { RestrictedSubject } from './permission.ts';
import { IsoDate, RecordId, Year } from './values.ts';

/** How the values of a column are written. `text` is also right for ID numbers and phones: never a number. */
export type CellFormat =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'month'
  | 'id-number'
  | 'phone'
  | 'blank';

/**
 * A value in a ledger. Dates are partial ISO dates (`1998-05`), money is fen, percent is a ratio (0 to 1).
 * `null` is "not registered" and prints empty; it is never counted as zero.
 */
export type CellValue = string | number | null;

export interface Column {
  /** Field of the row source. */
  key: string;
  title: string;
  format: CellFormat;
  /** Heading spanning neighbouring columns with the same group. */
  group?: string;
  /** Least width in characters of half width; the renderers widen by the text. */
  width: number;
  /** What the totals row shows under this column. */
  total?: 'sum' | 'average' | 'count';
}

/** Heading a ledger is listed under: 人员, 组织, 组织生活, 考核, 党费. */
export const LedgerSubject = z.enum([
  'people',
  'organisation',
  'development',
  'meetings',
  'assessments',
  'dues',
  'education',
  'supervision',
  'care',
]);
export type LedgerSubject = z.infer<typeof LedgerSubject>;

export type Orientation = 'portrait' | 'landscape';

/** Ledger that is a table: one row per record. A value, no logic: both renderers read it. */
export interface TableLedger {
  kind: 'table';
  /** Two-digit number and a name: `03-member-roster`. Up to 38 the numbers are those of domain.md §9. */
  id: string;
  number: number;
  title: string;
  subject: LedgerSubject;
  period: 'year' | 'term' | 'live';
  orientation: Orientation;
  /** Name of the row source in `service/ledgers/sources`. */
  source: string;
  /** Columns after 序号, which the renderers add. */
  columns: readonly Column[];
  /** Columns that must not be empty in a row; what is, the ledger lacks. */
  required: readonly string[];
  /** Field to break into blocks by, with a heading row each; the source yields the rows of a block together. */
  groupBy?: string;
  /** Who signs; the renderers add 填报日期. */
  signatures: readonly string[];
  /** Sentences of the totals row, with `{name}` placeholders filled from the totals of the source. */
  totals: readonly string[];
  /** May be made of some of the people only; the title and the file then say so. */
  canChoosePeople?: true;
  /** What is counted, right on line 2: 人, 次, 元、人. */
  unit: string;
  /** Print 无 when there is nothing to report. */
  emptyText: string;
  /**
   * What not every role may read: all rows, or those of one kind, with the totals that then remain. Either way the
   * ledger says that they are left out.
   */
  restricted?: { subject: RestrictedSubject; rows: 'all' | 'some'; totals: readonly string[] };
}

/** Ledger that is a form: one document per branch, meeting or member. Its source lays out the blocks. */
export interface FormLedger {
  kind: 'form';
  id: string;
  number: number;
  title: string;
  subject: LedgerSubject;
  period: 'year' | 'term' | 'live';
  /** What one form is about; `meeting` and `member` forms are many, written one after another in one file. */
  per: 'branch' | 'meeting' | 'member';
  orientation: Orientation;
  source: string;
  canChoosePeople?: true;
}

export type LedgerSpec = TableLedger | FormLedger;

/** One row of a table; keys are column keys. `recordId` leads back to the record it was made from. */
export interface LedgerRow {
  recordId?: string;
  cells: Record<string, CellValue>;
  /** Required columns that are rightly empty in this row, such as 转正时间 of a probationary member. */
  notDue?: readonly string[];
}

/** What a table source yields. */
export interface TableData {
  /**
   * Starts a new pass over the rows. Called more than once (widths, page breaks, drawing), so that no
   * renderer needs to hold all rows; every pass yields the same rows in the same order.
   */
  rows: () => Iterable<LedgerRow>;
  /** Columns that are not printed this time, such as 排名 where the branch does not rank. */
  omits?: readonly string[];
  /** Values for the placeholders of `totals`. */
  totals: Record<string, string | number>;
  /** What is missing besides empty required cells, such as meetings that were due and not held: title and number. */
  missing?: readonly { title: string; count: number }[];
}

export interface FormField {
  label: string;
  value: CellValue;
  format: CellFormat;
  /** Pairs this field spans; default 1. */
  span?: number;
  /** Must not be empty; what is, the form lacks. */
  required?: boolean;
}

/** Building blocks of a form. */
export type FormBlock =
  /** Label and value cells, `columns` pairs to a line. */
  | { type: 'fields'; columns: number; fields: readonly FormField[] }
  | {
      type: 'table';
      /** Empty for none. */
      title: string;
      columns: readonly Column[];
      /** Whether 序号 is put in front. */
      numbered: boolean;
      rows: readonly LedgerRow[];
      emptyText: string;
      /** Room to write by hand. */
      tall?: boolean;
    }
  /** Headed paragraphs, one per line of `text`; no heading when `title` is empty. */
  | { type: 'prose'; title: string; text: string }
  /** Small print: the arithmetic of a vote, a source. */
  | { type: 'note'; text: string };

/** One form (one meeting, one member, one branch). Starts on a page of its own. */
export interface FormPage {
  recordId?: string;
  /** Short name among its like, such as the tab of a workbook: 06-12 党员大会, 王秀英. */
  name: string;
  title: string;
  /** Line 2, spread from left to right; none when empty. */
  heading: readonly string[];
  blocks: readonly FormBlock[];
  /** Who signs, with room for the day: 主持人（签字）. */
  signatures: readonly string[];
}

export interface FormContent {
  /** Starts a new pass over the forms; see {@link TableData.rows}. */
  pages: () => Iterable<FormPage>;
}

/** The frame of a printed ledger: everything around the rows. All texts are final. */
export interface LedgerFrame {
  /** `{年度}年度{组织全称}{台账名}` */
  title: string;
  /** Line 2, spread from left to right: 填报单位, 截至日期, 填报日期 and 单位. */
  heading: readonly string[];
  /** Mark chosen by the user, such as 内部资料 注意保存; empty for none. */
  mark: string;
  /** 7 pt trace in the footer: archive, as-of date, time made. */
  trace: string;
}

/** A ledger ready to be drawn. Excel, PDF and the preview are made from the same value. */
export type LedgerDocument =
  | { kind: 'table'; spec: TableLedger; frame: LedgerFrame; data: TableData }
  | { kind: 'form'; spec: FormLedger; frame: LedgerFrame; data: FormContent };

export const LedgerOptions = z.strictObject({
  branchId: RecordId,
  year: Year,
  asOf: IsoDate,
  /** Order of people: 职务序, 姓氏笔画, 拼音, 入党时间. */
  order: z.enum(['post', 'strokes', 'pinyin', 'joined']).default('post'),
  /** ID numbers and phones in full; the export is then recorded in the history. */
  unmask: z.boolean().default(false),
  mark: z.string().max(40).default(''),
  /** Of a form ledger only the form about this meeting or member; tables are not narrowed. */
  recordId: RecordId.optional(),
  /** Of a ledger with `canChoosePeople` only these members; the others are not narrowed. */
  people: z.array(RecordId).min(1).max(2000).optional(),
});
export type LedgerOptions = z.infer<typeof LedgerOptions>;
