import type { ExamSitting } from '../contract/exam.ts';
import type { PaperQuestion } from '../contract/exam-paper.ts';
import { placesOfLetters } from './questions.ts';

/**
 * Marking: objective questions by their key, 简答题 by hand. How a 多选题 counts of which a part is chosen and nothing
 * wrong is local: a dated setting (domain.md §6).
 */

export interface MarkedQuestion {
  readonly number: number;
  /** `null` while it waits for a mark. */
  readonly mark: number | null;
  readonly isByHand: boolean;
}

export type MarkedSitting = Pick<ExamSitting, 'mode' | 'total' | 'marks' | 'answers'>;

/**
 * Points of an objective answer. All and only the right options: full points. Of a 多选题 a part of them and nothing
 * wrong: `partialPercent` of the points, rounded down to halves. Otherwise nothing.
 */
export function objectiveMark(
  question: Pick<PaperQuestion, 'kind' | 'correct' | 'points'>,
  chosen: readonly number[],
  partialPercent: number,
): number {
  const right = new Set(question.correct);
  const picked = new Set(chosen);
  if (picked.size === 0 || [...picked].some((place) => !right.has(place))) return 0;
  if (picked.size === right.size) return question.points;
  if (question.kind !== 'multiple') return 0;
  return Math.min(question.points, Math.floor((question.points * partialPercent) / 50) / 2);
}

/** What each question of a paper got; empty for a paper that is not in the archive. */
export function markQuestions(
  questions: readonly PaperQuestion[],
  sitting: MarkedSitting,
  partialPercent: number,
): MarkedQuestion[] {
  const answers = new Map(sitting.answers.map((answer) => [answer.number, answer]));
  const marks = new Map(sitting.marks.map(({ number, points }) => [number, points]));
  return questions.map((question, index) => {
    const number = index + 1;
    const answer = answers.get(number);
    // On paper a mark given by hand stands before what the key gives for the letters copied from the sheet.
    if (sitting.mode === 'paper') {
      const isKeyed = answer !== undefined && question.kind !== 'short';
      const byKey = isKeyed ? objectiveMark(question, answer.chosen, partialPercent) : null;
      return { number, mark: marks.get(number) ?? byKey, isByHand: true };
    }
    if (question.kind !== 'short')
      return { number, mark: objectiveMark(question, answer?.chosen ?? [], partialPercent), isByHand: false };
    // Nothing written gets nothing; nobody has to look at it.
    const isBlank = (answer?.text ?? '').trim() === '';
    return { number, mark: marks.get(number) ?? (isBlank ? 0 : null), isByHand: true };
  });
}

/** 成绩; `null` while a mark is missing. A sum entered from a paper stands before the marks of its questions. */
export function scoreOf(
  questions: readonly PaperQuestion[],
  sitting: MarkedSitting,
  partialPercent: number,
): number | null {
  if (sitting.total !== null) return sitting.total;
  const marked = markQuestions(questions, sitting, partialPercent);
  if (marked.length === 0) return null;
  return marked.reduce<number | null>((sum, { mark }) => (sum === null || mark === null ? null : sum + mark), 0);
}

/** Signs for 对 and 错 on an answer sheet. */
const trueFalseSigns: readonly (readonly string[])[] = [
  ['A', '1', 'T', 'Y', '对', '√', '✓', '正确'],
  ['B', '2', 'F', 'N', '错', '×', '✗', 'X', '错误'],
];

/**
 * What was chosen on a sheet of paper, as it is typed: letters (`ac`, `A、C`), 对 or 错, `-` for a question that was left
 * blank. `undefined`: nothing typed; `null`: no answer to this question.
 */
export function readChosen(
  { kind, options }: Pick<PaperQuestion, 'kind' | 'options'>,
  typed: string,
): number[] | null | undefined {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  if (text === '') return undefined;
  if (/^[-—–]$/.test(text)) return [];
  if (kind === 'true-false') {
    const place = trueFalseSigns.findIndex((signs) => signs.includes(text));
    return place < 0 ? null : [place];
  }
  const places = kind === 'short' ? null : placesOfLetters(text, options.length);
  return places === null || (kind === 'single' && places.length > 1) ? null : places;
}
