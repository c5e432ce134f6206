import { Button } from 'antd';
import { useState } from 'react';
import type { Survey, SurveyQuestion } from '../../contract/survey.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.surveys;

interface Answer {
  chosen: readonly number[];
  text: string;
}

/** The plain page of whoever answers, or of who copies a paper sheet: large, with nothing of other answers on it. */
export function AnswerPage({ survey, onLeave }: { survey: Survey; onLeave(): void }) {
  const submitting = useSave('survey.submit');
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [isTaken, setIsTaken] = useState(false);

  async function submit(): Promise<void> {
    const sheet = Object.entries(answers).map(([questionId, { chosen, text }]) => ({
      ...{ questionId, chosen: [...chosen], text },
    }));
    if ((await submitting.save({ id: survey.id, answers: sheet })) === undefined) return;
    setAnswers({});
    setIsTaken(true);
  }

  if (isTaken)
    return (
      <section className="survey-answer" aria-label={survey.title}>
        <h1>{words.thanks}</h1>
        <p>{words.thanksNote}</p>
        <div className="survey-answer-foot">
          <Button onClick={onLeave}>{words.backToClerk}</Button>
          <Button type="primary" autoFocus onClick={() => setIsTaken(false)}>
            {words.next}
          </Button>
        </div>
      </section>
    );
  return (
    <section className="survey-answer" aria-label={survey.title}>
      <h1>{survey.title}</h1>
      <p>{words.anonymous}</p>
      {survey.questions.map((question, index) => (
        <Question
          key={question.id}
          number={index + 1}
          question={question}
          answer={answers[question.id] ?? { chosen: [], text: '' }}
          onChange={(answer) => setAnswers((last) => ({ ...last, [question.id]: answer }))}
        />
      ))}
      {submitting.failure !== undefined && <FailurePanel failure={submitting.failure} />}
      <div className="survey-answer-foot">
        <Button onClick={onLeave}>{words.giveUp}</Button>
        <Button type="primary" loading={submitting.isSaving} onClick={() => void submit()}>
          {words.submit}
        </Button>
      </div>
    </section>
  );
}

function Question({
  number,
  question,
  answer,
  onChange,
}: {
  number: number;
  question: SurveyQuestion;
  answer: Answer;
  onChange(answer: Answer): void;
}) {
  const { kind } = question;
  const choices =
    kind === 'score'
      ? Array.from({ length: 10 }, (_, place) => ({ value: place + 1, label: words.points(place + 1) }))
      : question.options.map((label, value) => ({ value, label }));
  const isMultiple = kind === 'multiple';
  return (
    <fieldset className="survey-asked">
      <legend>
        {words.asked(number, question.text)} <span className="note">{words.kinds[kind]}</span>
      </legend>
      {kind === 'text' ? (
        <TextField
          label={question.text}
          lines={3}
          maxLength={2000}
          value={answer.text}
          onChange={(text) => onChange({ ...answer, text })}
        />
      ) : (
        <div className={kind === 'score' ? 'survey-scores' : 'survey-choices'}>
          {choices.map(({ value, label }) => (
            <label key={value} className="survey-choice">
              <input
                type={isMultiple ? 'checkbox' : 'radio'}
                name={question.id}
                checked={answer.chosen.includes(value)}
                onChange={({ target }) => {
                  const rest = isMultiple ? answer.chosen.filter((each) => each !== value) : [];
                  onChange({ ...answer, chosen: target.checked ? [...rest, value] : rest });
                }}
              />
              {label}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
