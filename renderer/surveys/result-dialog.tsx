import { Button } from 'antd';
import { leastSheets, type QuestionResult, type Survey, type SurveyQuestion } from '../../contract/survey.ts';
import { meanScore } from '../../rules/surveys.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';

const words = text.surveys;

/** The sums of a survey that is over. */
export function ResultDialog({ survey, onClose }: { survey: Survey; onClose(): void }) {
  const { go } = useWorkspace();
  const { value, failure } = useOperation('survey.result', { id: survey.id });
  return (
    <Dialog
      title={words.resultTitle(survey.title)}
      onClose={onClose}
      width={760}
      actions={
        <>
          <Button
            onClick={() =>
              go({ screen: 'ledgers', recordId: '48-survey-results', params: { year: survey.to.slice(0, 4) } })
            }
          >
            {words.print}
          </Button>
          <Button type="primary" autoFocus onClick={onClose}>
            {text.action.close}
          </Button>
        </>
      }
    >
      <div className="dialog-scroll survey-result">
        {failure !== undefined && <FailurePanel failure={failure} />}
        {value !== undefined && (
          <>
            <p>{words.counted(survey.issued, value.valid, value.invalid)}</p>
            {value.questions === null ? (
              <p>{words.tooFew(leastSheets)}</p>
            ) : (
              survey.questions.map((question, index) => {
                const result = value.questions?.find(({ questionId }) => questionId === question.id);
                return (
                  result !== undefined && (
                    <Result
                      key={question.id}
                      number={index + 1}
                      question={question}
                      result={result}
                      valid={value.valid}
                    />
                  )
                );
              })
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

function Result({
  number,
  question,
  result,
  valid,
}: {
  number: number;
  question: SurveyQuestion;
  result: QuestionResult;
  valid: number;
}) {
  const mean = question.kind === 'score' ? meanScore(result) : null;
  const names =
    question.kind === 'score' ? result.counts.map((_count, place) => words.points(place + 1)) : question.options;
  return (
    <section>
      <h3>{words.asked(number, question.text)}</h3>
      {question.kind === 'text' ? (
        result.texts.length === 0 ? (
          <p className="note">{words.noTexts}</p>
        ) : (
          <ul className="survey-texts">
            {result.texts.map((written, index) => (
              <li key={index}>{written}</li>
            ))}
          </ul>
        )
      ) : (
        <table className="survey-counts">
          <tbody>
            {names.map((name, place) => {
              const count = result.counts[place] ?? 0;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="survey-count">{words.votes(count)}</td>
                  <td className="survey-share">{words.share(count / valid)}</td>
                  <td>
                    <meter min={0} max={valid} value={count} aria-hidden="true" />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {mean !== null && <p className="note">{words.mean(mean)}</p>}
    </section>
  );
}
