import type { LedgerDocument, TableLedger } from '../contract/ledger.ts';
import type { PrintedList } from '../contract/list-print.ts';
import { recordAccess } from '../db/audit.ts';
import { getRow } from '../db/records.ts';
import { branch } from '../db/schema/index.ts';
import { listPrintWords as words } from '../templates/ledgers/words.ts';
import type { HandlersOf } from './handler-types.ts';

export const listPrintHandlers = {
  'list.pages': async (context, list) => {
    const { archive, job, now } = context;
    const { fullName } = getRow(archive.db, branch, 'branch', list.branchId);
    const what = `${list.title} ${list.rows.length}`;
    context.write(() =>
      recordAccess(archive.db, { action: 'export', record: 'branch', recordId: list.branchId, part: 'list', what }),
    );
    const { drawAll } = await import('./render/preview.ts');
    return drawAll(documentOf(list, fullName, now()), job.signal);
  },
} satisfies HandlersOf<'list.pages'>;

/** The list as a ledger nobody signs, so that it is drawn by what draws the ledgers. */
function documentOf({ asOf, columns, note, rows, title }: PrintedList, fullName: string, madeAt: Date): LedgerDocument {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const day = `${madeAt.getFullYear()}-${pad(madeAt.getMonth() + 1)}-${pad(madeAt.getDate())}`;
  const widths = columns.map((heading, index) =>
    Math.max(halfWidths(heading), ...rows.map((row) => Math.min(longest, halfWidths(row[index] ?? '')))),
  );
  const isWide = widths.reduce((sum, width) => sum + width + 2, 6) > portraitRoom;
  return {
    kind: 'table',
    spec: {
      ...plainTable,
      title,
      orientation: isWide ? 'landscape' : 'portrait',
      columns: columns.map((heading, index) => {
        const isLong = (widths[index] ?? 0) >= sentence;
        return { key: String(index), title: heading, format: isLong ? 'long-text' : 'text', width: 4 };
      }),
    },
    frame: {
      title,
      heading: [fullName, words.rows(rows.length), note].filter((part) => part !== ''),
      mark: '',
      trace: words.trace(asOf, `${day} ${pad(madeAt.getHours())}:${pad(madeAt.getMinutes())}`),
    },
    data: {
      rows: () =>
        rows.map((row) => ({ cells: Object.fromEntries(columns.map((_, at) => [String(at), row[at] ?? ''])) })),
      totals: {},
    },
  };
}

const plainTable: Omit<TableLedger, 'title' | 'orientation' | 'columns'> = {
  kind: 'table',
  id: '00-list',
  number: 0,
  subject: 'people',
  period: 'live',
  source: '',
  required: [],
  signatures: [],
  totals: [],
  unit: '',
  emptyText: words.empty,
};

/** In characters of half width: what counts of a long text, from where a text is a sentence, what a portrait page holds. */
const longest = 40;
const sentence = 24;
const portraitRoom = 104;

function halfWidths(text: string): number {
  let sum = 0;
  for (const character of text) sum += character > '\u02ff' ? 2 : 1;
  return sum;
}
