import type { TrainingContent } from '../../contract/education.ts';
import type { Question, QuestionKind } from '../../contract/question.ts';
import type { QuestionField, QuestionProblemCode } from '../../contract/question-import.ts';
import { trainingContentNames } from '../../rules/codes/training.ts';
import { questionFaults } from '../../rules/questions.ts';
import {
  anyChoiceWords,
  difficultyWords,
  questionKindWords,
  rightWords,
  wrongWords,
} from '../../templates/questions.ts';
import { bareText, cleanText } from './clean-text.ts';
import type { TableColumn } from './headings.ts';
import type { SheetCell } from './sheet.ts';

/** A row that holds a question. */
export interface QuestionRow {
  /** Zero-based, in her sheet. */
  readonly row: number;
  readonly cells: ReadonlyMap<QuestionField, { readonly cell: SheetCell; readonly title: string }>;
  readonly columns: readonly TableColumn<QuestionField>[];
  /** Kind of the heading inside the table that it stands under: 一、单选题 */
  readonly section: string;
}

export interface QuestionFault {
  readonly code: QuestionProblemCode;
  readonly field: QuestionField;
}

/** What a row says. Fields that its table has no column for are left out. */
export interface ReadQuestion {
  readonly row: QuestionRow;
  readonly kind: QuestionKind;
  readonly values: Partial<Pick<Question, 'explanation' | 'difficulty' | 'contents' | 'tags' | 'source'>> &
    Pick<Question, 'stem' | 'options' | 'correct' | 'referenceAnswer'>;
  readonly faults: readonly QuestionFault[];
}

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

/** 单选, 多选题, 是非题 …; `choice` for 选择题, which may be either; `null` for anything else. */
export function kindOfText(text: string): QuestionKind | 'choice' | null {
  const bare = bareText(text);
  for (const [kind, words] of Object.entries(questionKindWords)) if (words.includes(bare)) return kind as QuestionKind;
  return anyChoiceWords.includes(bare) ? 'choice' : null;
}

/** Reads a row whole: every fault at once. */
export function readQuestion(row: QuestionRow): ReadQuestion {
  const faults: QuestionFault[] = [];
  const fault = (code: QuestionProblemCode, field: QuestionField) => faults.push({ code, field });
  for (const [field, { cell }] of row.cells) {
    if (cell.kind === 'error') fault('error-value', field);
    if (cell.kind === 'formula-without-result') fault('formula-without-result', field);
  }
  const text = (field: QuestionField) => cleanText(row.cells.get(field)?.cell.shown ?? '');
  const stem = text('stem').replace(/^\d{1,4}\s*[.、．]\s*/, '');
  if (bareText(stem) === '') fault('stem-missing', 'stem');
  if (stem.length > 2000) fault('text-too-long', 'stem');

  const written = text('kind');
  const said = kindOfText(written || row.section);
  if (written !== '' && said === null) fault('kind-unclear', 'kind');
  const given = readOptions(row, text, fault);
  const answer = text('answer');
  const kind = said === null || said === 'choice' ? guessKind(said, given, answer) : said;
  const options = kind === 'single' || kind === 'multiple' ? given : [];
  const correct = readAnswer(kind, answer, given);
  const referenceAnswer = kind === 'short' ? answer : '';
  if (answer === '') fault('answer-missing', 'answer');
  else if (correct === null) fault('answer-unclear', 'answer');
  for (const { field, code } of questionFaults({ kind, options, correct: correct ?? [], referenceAnswer })) {
    if (code === 'answer-missing') continue;
    if (field === 'options' && code !== 'answer-outside') fault(code as QuestionProblemCode, firstOption(row));
    else fault(code as QuestionProblemCode, 'answer');
  }
  if (referenceAnswer.length > 4000) fault('text-too-long', 'answer');
  return {
    row,
    kind,
    values: { stem, options, correct: correct ?? [], referenceAnswer, ...readRest(row, text, fault) },
    faults: faults.filter(
      ({ code, field }, index) => faults.findIndex((other) => other.code === code && other.field === field) === index,
    ),
  };
}

type Text = (field: QuestionField) => string;
type Fault = (code: QuestionProblemCode, field: QuestionField) => void;

function firstOption({ columns }: QuestionRow): QuestionField {
  return columns.find(({ field }) => field.startsWith('option'))?.field ?? 'stem';
}

/** Options of their own columns, or of one column: `A. 甲 B. 乙`, or one a line. */
function readOptions({ cells }: QuestionRow, text: Text, fault: Fault): string[] {
  const own = letters.map((letter) => text(`option${letter}`));
  const last = own.findLastIndex((option) => option !== '');
  const listed = own.slice(0, last + 1);
  const gap = listed.findIndex((option) => option === '');
  const gapLetter = letters[gap];
  if (gapLetter !== undefined) fault('options-gap', `option${gapLetter}`);
  const options = (last >= 0 ? listed : splitOptions(text('options'))).map(withoutLetter);
  options.forEach((option, place) => {
    const letter = letters[place];
    if (option.length > 200 && letter !== undefined)
      fault('text-too-long', cells.has('options') ? 'options' : `option${letter}`);
  });
  if (options.length > letters.length) fault('options-many', 'options');
  return options.filter((option) => option !== '');
}

function splitOptions(text: string): string[] {
  if (text === '') return [];
  const marked = text.split(/(?:^|[\s;；,，|｜])(?=[A-Ha-h]\s*[.、．:：)）])/u).map((part) => part.trim());
  const parts = marked.filter((part) => part !== '');
  const isMarked = parts.length > 1 && parts.every((part) => /^[A-Ha-h]\s*[.、．:：)）]/u.test(part));
  const split = isMarked ? parts : text.split(/[\n;；|｜]/u);
  return split.map((part) => part.replace(/[;；,，|｜]\s*$/u, '').trim()).filter((part) => part !== '');
}

function withoutLetter(option: string): string {
  return option.replace(/^[A-Ha-h]\s*[.、．:：)）]\s*/u, '').trim();
}

/** Places of the right options; `null` for what cannot be read. Not asked of 简答题. */
function readAnswer(kind: QuestionKind, answer: string, options: readonly string[]): number[] | null {
  if (kind === 'short') return [];
  if (kind === 'true-false') {
    const word = wordOf(answer);
    if (rightWords.includes(word)) return [0];
    if (wrongWords.includes(word)) return [1];
    // A and B stand for the options of the row, or for 正确 and 错误 in this order.
    const place = word.length === 1 ? word.charCodeAt(0) - 97 : -1;
    if (place !== 0 && place !== 1) return null;
    const option = wordOf(options[place] ?? '');
    if (option === '') return [place];
    return rightWords.includes(option) ? [0] : wrongWords.includes(option) ? [1] : null;
  }
  const plain = answer
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s、,，;；.。/|和与及]/gu, '');
  if (/^[A-Z]+$/.test(plain))
    return [...new Set([...plain].map((letter) => letter.charCodeAt(0) - 65))].sort((a, b) => a - b);
  const place = options.findIndex((option) => bareText(option) === bareText(answer));
  return place === -1 ? null : [place];
}

function wordOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s。.()]/gu, '');
}

/** Of a row that does not say its kind. */
function guessKind(said: 'choice' | null, options: readonly string[], answer: string): QuestionKind {
  const word = wordOf(answer);
  const isTrueFalse = [...rightWords, ...wrongWords].includes(word);
  const areWords = options.every((option) => [...rightWords, ...wrongWords].includes(wordOf(option)));
  if (said === null && options.length <= 2 && areWords && (isTrueFalse || options.length === 2)) return 'true-false';
  if (options.length === 0 && said === null) return 'short';
  return (readAnswer('multiple', answer, options)?.length ?? 0) > 1 ? 'multiple' : 'single';
}

function readRest({ cells, columns }: QuestionRow, text: Text, fault: Fault): Partial<ReadQuestion['values']> {
  const has = (field: QuestionField) => columns.some((column) => column.field === field) && cells.has(field);
  const contents: TrainingContent[] = [];
  const tags: string[] = [];
  for (const field of ['content', 'tags'] as const)
    for (const word of text(field).split(/[、,，;；\n]/u)) {
      const content = contentOf(word);
      if (content !== null && !contents.includes(content)) contents.push(content);
      else if (content === null && word.trim() !== '' && !tags.includes(word.trim())) tags.push(word.trim());
    }
  if (tags.some((tag) => tag.length > 40) || tags.length > 10) fault('text-too-long', has('tags') ? 'tags' : 'content');
  const level = text('difficulty');
  const difficulty = difficultyOf(level);
  if (level !== '' && difficulty === null) fault('difficulty-unclear', 'difficulty');
  if (text('explanation').length > 4000) fault('text-too-long', 'explanation');
  if (text('source').length > 500) fault('text-too-long', 'source');
  return {
    ...(has('explanation') ? { explanation: text('explanation') } : {}),
    ...(level !== '' && difficulty !== null ? { difficulty } : {}),
    ...(contents.length > 0 ? { contents } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(has('source') ? { source: text('source').replaceAll('\n', ' ') } : {}),
  };
}

function contentOf(word: string): TrainingContent | null {
  const bare = bareText(word).replace(/教育$/, '');
  if (bare === '') return null;
  for (const [content, name] of Object.entries(trainingContentNames))
    if (bareText(name).replace(/教育$/, '') === bare) return content as TrainingContent;
  return null;
}

/** 1 to 5, a word, or stars; `null` for anything else. */
function difficultyOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s级星]/gu, '');
  if (/^[1-5]$/.test(plain)) return Number(plain);
  if (/^[★☆]{1,5}$/.test(plain)) return [...plain].filter((star) => star === '★').length || null;
  return difficultyWords[plain] ?? null;
}
