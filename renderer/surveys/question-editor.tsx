import { Button } from 'antd';
import { type SurveyQuestion, SurveyQuestionKind } from '../../contract/survey.ts';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.surveys;

/** One question; its options stand one to a line. */
export function QuestionEditor({
  number,
  question,
  onChange,
}: {
  number: number;
  question: SurveyQuestion;
  /** null: taken out. */
  onChange(question: SurveyQuestion | null): void;
}) {
  const { kind } = question;
  const hasOptions = kind === 'single' || kind === 'multiple';
  return (
    <div className="survey-question">
      <Field label={words.question(number)} isRequired>
        <TextField
          isFirst={question.text === ''}
          maxLength={200}
          value={question.text}
          onChange={(asked) => onChange({ ...question, text: asked })}
        />
      </Field>
      <Field label={words.kind}>
        <SelectField
          value={kind}
          options={SurveyQuestionKind.options.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(next) => {
            if (next === null) return;
            const keeps = next === 'single' || next === 'multiple';
            const options = keeps ? (hasOptions ? question.options : [...words.usualGrades]) : [];
            onChange({ ...question, kind: next, options });
          }}
        />
      </Field>
      {hasOptions && (
        <Field label={words.options} hint={words.optionsHint} className="survey-options">
          <TextField
            lines={Math.min(6, Math.max(3, question.options.length))}
            value={question.options.join('\n')}
            onChange={(typed) => onChange({ ...question, options: typed.split('\n').slice(0, 12) })}
          />
        </Field>
      )}
      <Button size="small" className="survey-take-out" onClick={() => onChange(null)}>
        {words.takeOut(number)}
      </Button>
    </div>
  );
}
