import { readYuan } from '../text/money.ts';

/** One cell of what was pasted: where it falls from the active cell, and its amount in fen (`null`: cannot be read). */
export interface PastedCell {
  row: number;
  column: number;
  amount: number | null;
}

/** Reads a block copied from a spreadsheet: lines are rows, tabs part columns; empty cells change nothing. */
export function readPasted(block: string): PastedCell[] {
  return block
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .flatMap((line, row) =>
      line.split('\t').flatMap((cell, column) => {
        const typed = cell.trim();
        return typed === '' ? [] : [{ row, column, amount: readYuan(typed) }];
      }),
    );
}
