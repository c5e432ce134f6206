import type { FormBlock, FormPage } from '../../../contract/ledger.ts';
import { leastSheets, type QuestionResult, type Survey, type SurveyQuestion } from '../../../contract/survey.ts';
import { findTally, listSurveys } from '../../../db/queries/surveys.ts';
import { optionLetter } from '../../../rules/questions.ts';
import { meanScore } from '../../../rules/surveys.ts';
import { column } from '../../../templates/ledgers/column.ts';
import { surveyWords as words } from '../../../templates/ledgers/survey-words.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { registered } from '../words.ts';
import { room } from './exam-prints.ts';

/** 民意调查结果表: the sums of each survey of the year that is over; of few sheets, and before the end, none. */
export const surveyResultsSource: FormSource = (context) => ({
  pages: function* () {
    for (const survey of surveysOf(context)) yield resultPage(survey, context);
  },
});

/** 民意调查问卷: blank sheets to hand out. */
export const surveySheetsSource: FormSource = (context) => ({
  pages: function* () {
    for (const survey of surveysOf(context)) yield sheetPage(survey);
  },
});

function surveysOf({ db, branch, from, to }: SourceContext): Survey[] {
  return listSurveys(db, { branchId: branch.id }).filter((survey) => survey.from <= to && survey.to >= from);
}

function resultPage(survey: Survey, { db }: SourceContext): FormPage {
  const tally = survey.closedOn === null ? undefined : findTally(db, survey.id);
  const sheets = (count: number | null | undefined) => (count == null ? null : words.sheets(count));
  const field = (label: string, value: string | null, span = 1) => ({ label, value, format: 'text' as const, span });
  return {
    recordId: survey.id,
    name: survey.title,
    title: words.resultTitle(survey.title),
    heading: [],
    blocks: [
      {
        type: 'fields',
        columns: 2,
        fields: [
          field(words.fields.purpose, registered(survey.purpose), 2),
          field(words.fields.period, words.period(survey.from, survey.to), 2),
          field(words.fields.issued, sheets(survey.issued)),
          field(words.fields.returned, sheets(tally && tally.valid + tally.invalid)),
          field(words.fields.valid, sheets(tally?.valid)),
          field(words.fields.invalid, sheets(tally?.invalid)),
        ],
      },
      ...resultBlocks(survey, tally),
    ],
    signatures: words.resultSignatures,
  };
}

function resultBlocks(
  survey: Survey,
  tally: { valid: number; questions: readonly QuestionResult[] } | undefined,
): FormBlock[] {
  if (tally === undefined) return [{ type: 'note', text: words.running }];
  if (tally.valid < leastSheets) return [{ type: 'note', text: words.tooFew(leastSheets) }];
  return [
    ...survey.questions.flatMap((question, index) => {
      const result = tally.questions.find(({ questionId }) => questionId === question.id);
      const title = words.question(index + 1, question.text, words.kinds[question.kind]);
      return result === undefined ? [] : questionBlocks(title, question, result, tally.valid);
    }),
    { type: 'note', text: words.resultNote },
  ];
}

function questionBlocks(title: string, question: SurveyQuestion, result: QuestionResult, valid: number): FormBlock[] {
  if (question.kind === 'text') {
    const texts = result.texts.map((text, index) => words.text(index + 1, text));
    return [{ type: 'prose', title, text: texts.join('\n') || words.noTexts }];
  }
  const names =
    question.kind === 'score' ? result.counts.map((_count, place) => words.score(place + 1)) : question.options;
  const mean = meanScore(result);
  return [
    {
      type: 'table',
      title,
      numbered: false,
      emptyText: '',
      columns: [
        column('option', words.columns.option, 'long-text', 24),
        column('count', words.columns.count, 'integer', 8),
        column('share', words.columns.share, 'percent', 10),
      ],
      rows: names.map((option, place) => {
        const count = result.counts[place] ?? 0;
        return { cells: { option, count, share: count / valid } };
      }),
    },
    {
      type: 'note',
      text:
        question.kind === 'score' && mean !== null
          ? words.mean(result.answered, mean.toFixed(1))
          : words.answered(result.answered),
    },
  ];
}

function sheetPage(survey: Survey): FormPage {
  return {
    recordId: survey.id,
    name: survey.title,
    title: survey.title,
    heading: [],
    blocks: [
      { type: 'note', text: [survey.purpose.trim(), words.sheetNote].filter(Boolean).join('\n') },
      ...survey.questions.flatMap((question, index): FormBlock[] => {
        const title = words.question(index + 1, question.text, words.kinds[question.kind]);
        if (question.kind === 'text') return [{ type: 'prose', title, text: '' }, room()];
        const choices =
          question.kind === 'score'
            ? words.scores
            : question.options.map((option, place) => words.box(optionLetter(place), option)).join('　　');
        return [{ type: 'prose', title, text: choices }];
      }),
    ],
    signatures: [],
  };
}
