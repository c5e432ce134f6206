import type { CellFormat, Column } from '../../contract/ledger.ts';

/** A column of a ledger; `width` is the least in half-width characters when there is no text to go by. */
export function column(
  key: string,
  title: string,
  format: CellFormat,
  width: number,
  more: Pick<Column, 'group' | 'total'> = {},
): Column {
  return { key, title, format, width, ...more };
}
