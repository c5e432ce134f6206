import type { PaperPart, PaperQuestion } from '../../contract/exam-paper.ts';
import { questionKindNames } from '../../rules/codes/exam.ts';
import { optionLetter } from '../../rules/questions.ts';
import { text } from '../text/zh-CN.ts';
import { answerText } from './questions-view.tsx';

/** The questions of a paper as they will be asked, with their keys. */
export function PaperQuestions({
  questions,
  parts,
}: {
  questions: readonly PaperQuestion[];
  parts: readonly PaperPart[];
}) {
  return (
    <ol className="exams-questions">
      {questions.map((question, index) => {
        const isFirst = questions[index - 1]?.part !== question.part;
        const part = parts[question.part];
        return (
          <li key={question.questionId}>
            {isFirst && part !== undefined && (
              <h3>{`${text.exams.paper.part(question.part + 1)}　${questionKindNames[part.kind]}`}</h3>
            )}
            <p>{`${index + 1}. ${question.stem}`}</p>
            {question.options.length > 0 && (
              <p className="note">
                {question.options.map((option, place) => `${optionLetter(place)}. ${option}`).join('　')}
              </p>
            )}
            <p className="note">{text.exams.paper.answer(answerText(question))}</p>
          </li>
        );
      })}
    </ol>
  );
}
