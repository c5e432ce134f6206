import type { Question } from '../contract/question.ts';

/** What a question of the bank must be to be asked and marked (domain.md §6: 单选, 多选, 判断, 简答). */

export type QuestionFaultCode =
  | 'options-few' // a choice of fewer than two
  | 'options-many' // options where there is nothing to choose
  | 'options-repeated'
  | 'answer-missing'
  | 'answer-outside' // a letter without an option
  | 'answer-one' // 单选 and 判断 have exactly one
  | 'answer-several'; // 多选 has at least two

export interface QuestionFault {
  readonly field: 'options' | 'correct' | 'referenceAnswer';
  readonly code: QuestionFaultCode;
}

export type AskedText = Pick<Question, 'kind' | 'options' | 'correct' | 'referenceAnswer'>;

/** Everything wrong with a question; empty when it can be asked. */
export function questionFaults({ kind, options, correct, referenceAnswer }: AskedText): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const isChoice = kind === 'single' || kind === 'multiple';
  if (isChoice && options.length < 2) faults.push({ field: 'options', code: 'options-few' });
  if (!isChoice && options.length > 0) faults.push({ field: 'options', code: 'options-many' });
  if (new Set(options.map(stemKey)).size !== options.length)
    faults.push({ field: 'options', code: 'options-repeated' });
  if (kind === 'short') {
    if (referenceAnswer.trim() === '') faults.push({ field: 'referenceAnswer', code: 'answer-missing' });
    if (correct.length > 0) faults.push({ field: 'correct', code: 'answer-outside' });
    return faults;
  }
  const places = kind === 'true-false' ? 2 : options.length;
  if (correct.length === 0) faults.push({ field: 'correct', code: 'answer-missing' });
  else if (correct.some((place) => place >= places)) faults.push({ field: 'correct', code: 'answer-outside' });
  else if (kind === 'multiple' && correct.length < 2) faults.push({ field: 'correct', code: 'answer-several' });
  else if (kind !== 'multiple' && correct.length > 1) faults.push({ field: 'correct', code: 'answer-one' });
  return faults;
}

/** What makes a stem the same as another: its letters, digits and Han, whatever the spaces and marks. */
export function stemKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Two questions with the same key are the same question of the bank. */
export function questionKey({ kind, stem }: Pick<Question, 'kind' | 'stem'>): string {
  return `${kind} ${stemKey(stem)}`;
}

/** `0` → `A`. */
export function optionLetter(place: number): string {
  return String.fromCharCode(65 + place);
}

/** `[0, 2]` → `AC`. */
export function optionLetters(places: readonly number[]): string {
  return places.map(optionLetter).join('');
}

/**
 * `ac`, `A、C` or `1 3` → `[0, 2]`: letters of options as they are typed from a sheet of paper, or their numbers, in any
 * order and however they are set apart. `null` when one is no option or stands twice; `[]` of an empty text.
 */
export function placesOfLetters(typed: string, options: number): number[] | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s,、;./]*/)
    .filter((sign) => sign !== '');
  const isNumbers = signs.every((sign) => /^[1-9]$/.test(sign));
  const places = signs.map((sign) => (isNumbers ? Number(sign) - 1 : sign.charCodeAt(0) - 65));
  const isSound = places.every((place) => place >= 0 && place < options) && new Set(places).size === places.length;
  return isSound ? places.toSorted((a, b) => a - b) : null;
}
