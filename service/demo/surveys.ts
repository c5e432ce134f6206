import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { addDays } from '../../rules/dates.ts';
import type { ArchiveContext } from '../context.ts';
import { words } from './words.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

/** Sheets of an invented survey: choice of the first question, score of the third. */
const answers = [
  [0, 10],
  [0, 9],
  [1, 8],
  [0, 9],
  [2, 6],
  [1, 9],
  [0, 10],
  [1, 7],
] as const;

/** A survey that is over, one each year, and one that is being written. */
export function fillSurveys(
  context: ArchiveContext,
  call: CallRecord,
  { branchId, firstYear, today }: { branchId: string; firstYear: number; today: string },
): void {
  const { survey } = words;
  const questions = [
    { id: 'whole', kind: 'single' as const, text: survey.whole, options: [...survey.grades] },
    { id: 'best', kind: 'multiple' as const, text: survey.best, options: [...survey.deeds] },
    { id: 'score', kind: 'score' as const, text: survey.score, options: [] },
    { id: 'advice', kind: 'text' as const, text: survey.advice, options: [] },
  ];
  const thisYear = Number(today.slice(0, 4));
  for (let year = firstYear; year <= thisYear; year++) {
    const from = `${year}-06-20`;
    if (addDays(from, 10) > today) continue;
    const id = `survey-${year}`;
    const draft = { id, revision: 0, branchId, title: survey.title(year), purpose: survey.purpose, from, questions };
    call(context, 'survey.save', { draft: { ...draft, to: addDays(from, 10), issued: answers.length + 1 } });
    call(context, 'survey.begin', { id, revision: 1 });
    answers.forEach(([choice, score], index) => {
      const text = survey.advices[index] ?? '';
      call(context, 'survey.submit', {
        id,
        answers: [
          { questionId: 'whole', chosen: [choice] },
          { questionId: 'best', chosen: [index % survey.deeds.length] },
          { questionId: 'score', chosen: [score] },
          { questionId: 'advice', chosen: [], text },
        ],
      });
    });
    call(context, 'survey.submit', { id, answers: [], isInvalid: true });
    call(context, 'survey.close', { id, revision: 2 });
  }
  call(context, 'survey.save', {
    draft: {
      ...{ id: 'survey-next', revision: 0, branchId, title: survey.next, from: today, to: addDays(today, 14) },
      questions: questions.slice(3),
    },
  });
}
