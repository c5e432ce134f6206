/** Rows of a list, perhaps not all of them here yet. */
export interface RowSource<Row> {
  readonly count: number;
  /** `undefined` while the row is not here. */
  at(index: number): Row | undefined;
  /** Tells which rows are in sight, so that missing ones are fetched. */
  want?(from: number, to: number): void;
}

/** A list that is here as a whole. */
export function rowsOf<Row>(list: readonly Row[]): RowSource<Row> {
  return { count: list.length, at: (index) => list[index] };
}
