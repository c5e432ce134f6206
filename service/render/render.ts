export interface RenderOptions {
  /** Time given as made; written into the file. */
  madeAt: Date;
  signal?: AbortSignal;
  /** Pages of a PDF; rows or forms of a workbook, where the total is 0 because it is not known before. */
  onProgress?: (done: number, total: number) => void;
}

export interface RenderResult {
  /** Pages of the PDF; for a workbook the sheets. */
  pages: number;
  /** Characters that no typeface of the program has, with where they stand; they are drawn as 〓. */
  missing: { character: string; where: string }[];
  /** Where a text was longer than a cell of a workbook can hold and was cut. */
  cut: string[];
}
