import { AppError } from '../../contract/failure.ts';
import type { QuestionPlan } from '../../contract/question-import.ts';
import type { RosterNotice } from '../../contract/roster-import.ts';
import { lastSequence } from '../../db/audit.ts';
import { listQuestions } from '../../db/queries/exams.ts';
import { questionColumns, questionForm } from '../../templates/questions.ts';
import { planQuestions, type QuestionToApply } from '../sheets/plan-questions.ts';
import { findQuestionTables } from '../sheets/question-table.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import type { JobContext } from './context.ts';

export interface PlannedQuestions {
  readonly branchId: string;
  readonly plan: QuestionPlan;
  readonly rows: readonly QuestionToApply[];
  /** Last change of the archive that the plan knows of. */
  readonly sequence: number;
}

/** Reads a workbook of questions and holds it against the bank. */
export async function planQuestionsJob(
  context: JobContext,
  input: { bytes: Uint8Array; fileName: string; sheet: string | null; branchId: string },
): Promise<PlannedQuestions> {
  const { fileName, branchId } = input;
  const step = (done: number) => {
    context.signal.throwIfAborted();
    context.progress({ done, total: 2, label: fileName });
  };
  step(0);
  const workbook = await readWorkbook(Buffer.from(input.bytes), fileName);
  const tables = findQuestionTables(workbook);
  const chosen = input.sheet === null ? tables[0] : tables.find(({ sheet }) => sheet.name === input.sheet);
  if (chosen === undefined) {
    const isMissing = input.sheet !== null && !workbook.sheets.some(({ name }) => name === input.sheet);
    throw new AppError({
      code: 'file-unreadable',
      file: fileName,
      reason: isMissing ? 'no-such-sheet' : 'no-question-header',
    });
  }
  step(1);
  const sequence = lastSequence(context.db);
  const { plan, rows } = planQuestions(chosen.table, listQuestions(context.db, { branchId }));
  const unread = tables
    .filter(({ sheet }) => sheet !== chosen.sheet && !sheet.isHidden)
    .map(({ sheet }): RosterNotice => ({ kind: 'sheet-not-read', sheet: sheet.name, cell: '', text: sheet.name }));
  step(2);
  return {
    branchId,
    plan: {
      fileName,
      sheets: tables.map(({ sheet, table }) => ({
        name: sheet.name,
        isHidden: sheet.isHidden,
        questions: table.rows.length,
      })),
      ...plan,
      notices: [...unread, ...plan.notices],
    },
    rows,
    sequence,
  };
}

/** The empty form as a workbook. */
export async function questionFormJob(_context: JobContext, _input: Record<string, never>): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(questionForm.sheet, { views: [{ state: 'frozen', ySplit: 3 }] });
  const columns = questionColumns.filter(
    ({ field }) => field !== 'options' && field !== 'optionG' && field !== 'optionH',
  );
  sheet.columns = columns.map(({ width }) => ({
    width,
    style: { numFmt: '@', alignment: { wrapText: true, vertical: 'middle' } },
  }));
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell(1, 1).value = questionForm.title;
  sheet.getCell(1, 1).font = { size: 16, bold: true };
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.mergeCells(2, 1, 2, columns.length);
  sheet.getCell(2, 1).value = questionForm.note;
  sheet.getRow(2).height = 32;
  sheet.getRow(3).values = columns.map(({ title }) => title);
  sheet.getRow(3).font = { bold: true };
  for (const example of questionForm.examples)
    sheet.addRow(columns.map(({ field }) => (example as Partial<Record<string, string>>)[field] ?? ''));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
