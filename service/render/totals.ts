import type { CellFormat, CellValue, Column, LedgerRow, TableData, TableLedger } from '../../contract/ledger.ts';
import { words } from '../../templates/look.ts';

/** Running totals of the columns that ask for one. What is not registered is left out, never counted as zero. */
export class ColumnTotals {
  readonly #sums = new Map<string, { sum: number; count: number }>();
  readonly #columns: readonly Column[];

  constructor(columns: readonly Column[]) {
    this.#columns = columns.filter((column) => column.total !== undefined);
  }

  get isEmpty(): boolean {
    return this.#columns.length === 0;
  }

  add(row: LedgerRow): void {
    for (const column of this.#columns) {
      const value = row.cells[column.key] ?? null;
      if (value === null || value === '') continue;
      const running = this.#sums.get(column.key) ?? { sum: 0, count: 0 };
      if (typeof value === 'number') running.sum += value;
      running.count += 1;
      this.#sums.set(column.key, running);
    }
  }

  /** The total under a column and its format; `null` where nothing is registered. */
  of(column: Column): { value: CellValue; format: CellFormat } {
    const running = this.#sums.get(column.key);
    if (column.total === 'count') return { value: running?.count ?? 0, format: 'integer' };
    if (column.total === undefined || !running) return { value: null, format: column.format };
    if (column.total === 'sum') return { value: running.sum, format: column.format };
    const mean = running.sum / running.count;
    return { value: mean, format: column.format === 'integer' ? 'decimal' : column.format };
  }

  /** 合计, or 平均 when nothing but averages is asked for. */
  get label(): string {
    const onlyAverages = !this.isEmpty && this.#columns.every((column) => column.total === 'average');
    return onlyAverages ? words.average : words.total;
  }
}

/**
 * The sentences of the totals row with their placeholders filled.
 * @throws TypeError when the source gives no value for a placeholder: a ledger never prints a brace.
 */
export function totalSentences(spec: TableLedger, data: TableData): string[] {
  return spec.totals.map((sentence) =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = data.totals[name];
      if (value === undefined) throw new TypeError(`no total named ${name} for ${spec.id}`);
      return String(value);
    }),
  );
}
