import type { QuestionResult, SurveyAnswers, SurveyQuestion } from '../contract/survey.ts';
import { placesOfLetters } from './questions.ts';

/** Anonymous surveys (domain.md §7.1: 测评 is anonymous). Sums only: a sheet is added and is gone. */

const scores = 10;

/** Where in the counts an answer stands: options from the first; scores from 1. */
export function placesOf({ kind, options }: Pick<SurveyQuestion, 'kind' | 'options'>): number {
  if (kind === 'text') return 0;
  return kind === 'score' ? scores : options.length;
}

export function emptyResults(questions: readonly SurveyQuestion[]): QuestionResult[] {
  return questions.map((question) => ({
    questionId: question.id,
    answered: 0,
    counts: Array.from({ length: placesOf(question) }, () => 0),
    texts: [],
  }));
}

/** What is wrong with a sheet, by question; empty when it can be added. */
export function sheetProblems(questions: readonly SurveyQuestion[], answers: SurveyAnswers): Record<string, string[]> {
  const problems: Record<string, string[]> = {};
  const known = new Map(questions.map((question) => [question.id, question]));
  const seen = new Set<string>();
  for (const [index, { questionId, chosen, text }] of answers.entries()) {
    const question = known.get(questionId);
    const at = `answers.${index}`;
    if (question === undefined || seen.has(questionId)) {
      problems[`${at}.questionId`] = ['unknown or twice'];
      continue;
    }
    seen.add(questionId);
    const least = question.kind === 'score' ? 1 : 0;
    const most = least + placesOf(question) - 1;
    const isOutside = chosen.some((place) => place < least || place > most) || new Set(chosen).size !== chosen.length;
    const isTooMany = question.kind !== 'multiple' && chosen.length > (question.kind === 'text' ? 0 : 1);
    if (isOutside || isTooMany) problems[`${at}.chosen`] = ['not a choice of this question'];
    if (question.kind !== 'text' && text !== '') problems[`${at}.text`] = ['only a text question has one'];
  }
  return problems;
}

/** An answer as it is typed from a sheet of paper: letters, a score, a text. `null`: it is none; `undefined`: left blank. */
export function readAnswer(question: SurveyQuestion, typed: string): SurveyAnswers[number] | null | undefined {
  const questionId = question.id;
  const text = typed.trim();
  if (text === '') return undefined;
  if (question.kind === 'text') return { questionId, chosen: [], text };
  if (question.kind === 'score') {
    const score = Number(text.normalize('NFKC'));
    return Number.isInteger(score) && score >= 1 && score <= scores ? { questionId, chosen: [score], text: '' } : null;
  }
  const chosen = placesOfLetters(text, question.options.length);
  if (chosen === null || chosen.length === 0 || (question.kind === 'single' && chosen.length > 1)) return null;
  return { questionId, chosen, text: '' };
}

/** The sums with one sheet more. Texts stand in the order of their characters, whichever came last. */
export function withSheet(
  results: readonly QuestionResult[],
  questions: readonly SurveyQuestion[],
  answers: SurveyAnswers,
): QuestionResult[] {
  return results.map((result) => {
    const question = questions.find(({ id }) => id === result.questionId);
    const answer = answers.find(({ questionId }) => questionId === result.questionId);
    if (question === undefined || answer === undefined) return result;
    if (answer.chosen.length === 0 && answer.text === '') return result;
    const least = question.kind === 'score' ? 1 : 0;
    const chosen = new Set(answer.chosen.map((place) => place - least));
    return {
      questionId: result.questionId,
      answered: result.answered + 1,
      counts: result.counts.map((count, place) => count + (chosen.has(place) ? 1 : 0)),
      texts: answer.text === '' ? result.texts : [...result.texts, answer.text].sort(),
    };
  });
}

/** Mean of a score question, from 1 to 10; null where nobody answered. */
export function meanScore({ answered, counts }: Pick<QuestionResult, 'answered' | 'counts'>): number | null {
  if (answered === 0) return null;
  return counts.reduce((sum, count, place) => sum + count * (place + 1), 0) / answered;
}
