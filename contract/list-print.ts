import { z } from 'zod';
import { DrawnPage } from './drawing.ts';
import { operation } from './operation.ts';
import { IsoDate, Label, Line, Prose, RecordId } from './values.ts';

/** Most rows of a list that is printed: some 150 pages. */
export const mostPrintedRows = 5000;

/** A list of the window as it stands: what is masked there is masked here, what is filtered out is not here. */
export const PrintedList = z.strictObject({
  branchId: RecordId,
  asOf: IsoDate,
  title: Label.max(80),
  /** What the list counts and how it is narrowed, as the screen says it. */
  note: Line,
  /** Headings of the columns; each row has a text for each. 序号 is put in front. */
  columns: z.array(z.string().trim().max(40)).min(1).max(30),
  rows: z.array(z.array(Prose).max(30)).max(mostPrintedRows),
});
export type PrintedList = z.infer<typeof PrintedList>;

export const listOperations = {
  /** All pages of a list as they are to be printed; asking for them is recorded as an export. */
  'list.pages': operation(
    'job',
    PrintedList,
    z.strictObject({
      pages: z.array(DrawnPage),
      missing: z.array(z.strictObject({ character: z.string(), where: z.string() })),
    }),
  ),
};
