import type { Question } from '../../contract/question.ts';
import type {
  ChangedQuestionField,
  QuestionEntry,
  QuestionField,
  QuestionPlan,
  QuestionProblem,
  QuestionProblemCode,
} from '../../contract/question-import.ts';
import { trueFalseOptions } from '../../rules/codes/exam.ts';
import { trainingContentNames } from '../../rules/codes/training.ts';
import { optionLetter, optionLetters, questionKey } from '../../rules/questions.ts';
import { questionProblemTexts } from '../../templates/questions.ts';
import { fillText } from '../../templates/roster-problems.ts';
import type { QuestionTable } from './question-table.ts';
import { type QuestionRow, type ReadQuestion, readQuestion } from './read-question.ts';
import { cellAddress } from './sheet.ts';

/** What applying a plan needs of one row. */
export interface QuestionToApply {
  readonly id: string | null;
  readonly revision: number;
  readonly draft: { kind: Question['kind'] } & ReadQuestion['values'];
}

export interface QuestionPlanning {
  readonly plan: Omit<QuestionPlan, 'fileName' | 'sheets'>;
  readonly rows: QuestionToApply[];
}

/** Holds a table against the bank: what is new, what changes, what is the same, and every problem at once. */
export function planQuestions(table: QuestionTable, bank: readonly Question[]): QuestionPlanning {
  const read = table.rows.map(readQuestion);
  const known = new Map(bank.map((question) => [questionKey(question), question]));
  const byKey = Map.groupBy(read, (each) => questionKey({ kind: each.kind, stem: each.values.stem }));
  const problems: QuestionProblem[] = [];
  const plan = { new: [] as QuestionEntry[], changed: [] as QuestionEntry[], same: [] as QuestionEntry[] };
  const rows: QuestionToApply[] = [];
  let problemRows = 0;
  for (const each of read) {
    const key = questionKey({ kind: each.kind, stem: each.values.stem });
    const twins = (byKey.get(key) ?? []).filter((other) => other !== each);
    const own = each.faults.map(({ code, field }) => problemOf(table.sheet, each, code, field));
    if (twins.length > 0 && each.values.stem !== '')
      own.push(
        problemOf(table.sheet, each, 'duplicate-in-file', 'stem', {
          rows: twins.map(({ row }) => String(row.row + 1)).join('、'),
        }),
      );
    if (own.length > 0) {
      problems.push(...own);
      problemRows += 1;
      continue;
    }
    const stored = known.get(key);
    const changes = stored === undefined ? [] : changesOf(stored, each);
    const entry: QuestionEntry = {
      row: each.row.row + 1,
      kind: each.kind,
      stem: stored?.stem ?? each.values.stem,
      answer: keyWords({ kind: each.kind, ...each.values }),
      options: each.values.options.length,
      changes,
    };
    if (stored === undefined) plan.new.push(entry);
    else if (changes.length > 0) plan.changed.push(entry);
    else plan.same.push(entry);
    if (stored !== undefined && changes.length === 0) continue;
    // The stem of the bank stays as it is spelled there.
    const draft = { kind: each.kind, ...each.values, ...(stored === undefined ? {} : { stem: stored.stem }) };
    rows.push({ id: stored?.id ?? null, revision: stored?.revision ?? 0, draft });
  }
  return {
    rows,
    plan: {
      ...plan,
      sheet: table.sheet,
      headerRow: table.headerRow + 1,
      lastRow: (table.rows.at(-1)?.row ?? table.headerRow) + 1,
      counts: {
        new: plan.new.length,
        changed: plan.changed.length,
        same: plan.same.length,
        problemRows,
        changedFields: plan.changed.reduce((sum, { changes }) => sum + changes.length, 0),
      },
      problems: problems.sort((a, b) => a.row - b.row),
      notices: [...table.notices],
    },
  };
}

function problemOf(
  sheet: string,
  { row, values }: ReadQuestion,
  code: QuestionProblemCode,
  field: QuestionField,
  detail: Record<string, string> = {},
): QuestionProblem {
  const { message, remedy } = questionProblemTexts[code];
  const at = row.cells.get(field);
  const column = row.columns.find((each) => each.field === field);
  return {
    sheet,
    cell: cellAddress(row.row, at?.cell.column ?? column?.column ?? stemColumn(row)),
    row: row.row + 1,
    code,
    column: column?.title ?? '',
    stem: values.stem.slice(0, 200),
    value: (at?.cell.shown ?? '').slice(0, 200),
    message: fillText(message, detail),
    remedy,
  };
}

function stemColumn({ columns }: QuestionRow): number {
  return columns.find(({ field }) => field === 'stem')?.column ?? 0;
}

/** The key in words. */
function keyWords({ kind, correct, referenceAnswer }: Pick<Question, 'kind' | 'correct' | 'referenceAnswer'>): string {
  if (kind === 'short') return referenceAnswer;
  return kind === 'true-false' ? (trueFalseOptions[correct[0] === 0 ? 0 : 1] ?? '') : optionLetters(correct);
}

function changesOf(stored: Question, { row, kind, values }: ReadQuestion): QuestionEntry['changes'] {
  const shownOf = (question: Omit<ReadQuestion['values'], 'stem'>): Partial<Record<ChangedQuestionField, string>> => ({
    options: question.options.map((option, place) => `${optionLetter(place)}. ${option}`).join(' '),
    answer: keyWords({ kind, ...question }),
    ...(question.explanation === undefined ? {} : { explanation: question.explanation }),
    ...(question.difficulty === undefined ? {} : { difficulty: String(question.difficulty) }),
    ...(question.contents === undefined
      ? {}
      : { content: question.contents.map((content) => trainingContentNames[content]).join('、') }),
    ...(question.tags === undefined ? {} : { tags: question.tags.join('、') }),
    ...(question.source === undefined ? {} : { source: question.source }),
  });
  const before = shownOf(stored);
  return Object.entries(shownOf(values)).flatMap(([name, after]) => {
    const field = name as ChangedQuestionField;
    if (before[field] === after) return [];
    const from = field === 'options' ? row.columns.find((each) => each.field.startsWith('option'))?.field : field;
    const cell = from === undefined ? undefined : row.cells.get(from as QuestionField)?.cell;
    return [
      { field, before: before[field] ?? '', after, cell: cell === undefined ? '' : cellAddress(cell.row, cell.column) },
    ];
  });
}
