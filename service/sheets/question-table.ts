import type { QuestionField } from '../../contract/question-import.ts';
import type { RosterNotice } from '../../contract/roster-import.ts';
import { questionColumns } from '../../templates/questions.ts';
import { serialHeadings } from '../../templates/roster-words.ts';
import { bareText, cleanLine } from './clean-text.ts';
import { findHeader } from './find-table.ts';
import type { HeadingBook } from './headings.ts';
import { kindOfText, type QuestionRow } from './read-question.ts';
import { rowMark } from './row-kinds.ts';
import { cellAddress, type Sheet, type Workbook } from './sheet.ts';

export interface QuestionTable {
  readonly sheet: string;
  readonly headerRow: number;
  readonly rows: readonly QuestionRow[];
  readonly notices: readonly RosterNotice[];
}

const byAlias = new Map<string, QuestionField>();
for (const { field, title, aliases } of questionColumns)
  for (const alias of [title, ...aliases.split(' ')]) byAlias.set(bareText(alias), field);
const serials = new Set([...serialHeadings, '题号']);

const questionBook: HeadingBook<QuestionField> = {
  read: (_groups, text) => {
    const unbracketed = text.normalize('NFKC').replace(/[([【〔《<].*?[)\]】〕》>]/gs, '');
    const field = byAlias.get(bareText(text)) ?? byAlias.get(bareText(unbracketed));
    if (field !== undefined) return { kind: 'field', field, part: null };
    return serials.has(bareText(text)) ? { kind: 'serial' } : { kind: 'unknown' };
  },
  place: (columns, unknown, column) => {
    if (columns.some(({ field }) => field === column.field))
      unknown.push({ column: column.column, title: column.title, isRepeated: true });
    else columns.push(column);
  },
  heads: ({ columns }) =>
    columns.some(({ field }) => field === 'stem') && columns.some(({ field }) => field === 'answer'),
};

/** Every sheet that holds questions, the one to take first: visible before hidden, more questions before fewer. */
export function findQuestionTables(workbook: Workbook): { sheet: Sheet; table: QuestionTable }[] {
  return workbook.sheets
    .flatMap((sheet) => {
      const table = readTable(sheet);
      return table === null ? [] : [{ sheet, table }];
    })
    .sort((a, b) => Number(a.sheet.isHidden) - Number(b.sheet.isHidden) || b.table.rows.length - a.table.rows.length);
}

function readTable(sheet: Sheet): QuestionTable | null {
  const header = findHeader(sheet, questionBook);
  if (header === null) return null;
  const notices: RosterNotice[] = header.unknown.map(({ column, title, isRepeated }) => ({
    kind: isRepeated ? 'column-repeated' : 'column-unknown',
    sheet: sheet.name,
    cell: cellAddress(header.lastRow, column),
    text: title.slice(0, 200),
  }));
  const titles = new Set(header.columns.map(({ title }) => bareText(title)));
  const rows: QuestionRow[] = [];
  let section = '';
  for (const [row, own] of sheet.rows) {
    if (row <= header.lastRow) continue;
    const written = [...own.values()]
      .filter((cell) => cleanLine(cell.shown) !== '' || cell.kind === 'formula-without-result')
      .sort((a, b) => a.column - b.column);
    const [first] = written;
    if (first === undefined) continue;
    const note = (kind: RosterNotice['kind']) =>
      notices.push({ kind, sheet: sheet.name, cell: cellAddress(row, first.column), text: first.shown.slice(0, 200) });
    if (written.filter((cell) => titles.has(bareText(cell.shown))).length * 2 > written.length && written.length > 2) {
      note('row-header-repeated');
      continue;
    }
    const cells = new Map(
      header.columns.flatMap(({ column, field, title }) => {
        const cell = own.get(column);
        return cell === undefined || !written.includes(cell) ? [] : [[field, { cell, title }] as const];
      }),
    );
    const mark = rowMark(first);
    if (mark !== null && (mark.kind === 'hint' || !cells.has('stem') || !cells.has('answer'))) {
      note(`row-${mark.kind}`);
      continue;
    }
    if (written.length === 1) {
      if (kindOfText(sectionText(first.shown)) !== null) section = sectionText(first.shown);
      else note('row-note');
      continue;
    }
    if (cells.size === 0) {
      note('row-note');
      continue;
    }
    rows.push({ row, cells, columns: header.columns, section });
  }
  return { sheet: sheet.name, headerRow: header.firstRow, rows, notices };
}

/** 一、单选题（共20题） → 单选题 */
function sectionText(text: string): string {
  return cleanLine(text)
    .normalize('NFKC')
    .replace(/^(第?[一二三四五六七八九十\d]{1,3}(部分|大题)?)[、.．:：)\s]*/, '')
    .replace(/[([【].*$/, '')
    .trim();
}
