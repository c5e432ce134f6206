import { Button } from 'antd';
import { useState } from 'react';
import type { Survey, SurveyQuestion } from '../../contract/survey.ts';
import { addDays } from '../../rules/dates.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { QuestionEditor } from './question-editor.tsx';

const words = text.surveys;

/** What is asked, until the survey begins. */
export function SurveyDialog({
  stored,
  onClose,
  onSaved,
}: {
  stored: Survey | undefined;
  onClose(): void;
  onSaved(survey: Survey): void;
}) {
  const { branch, today } = useWorkspace();
  const confirm = useConfirm();
  const [initial] = useState(() => stored ?? blankSurvey(branch.id, today));
  const [draft, setDraft] = useState(initial);
  const saving = useSave('survey.save');
  const removing = useSave('survey.remove');
  const beginning = useSave('survey.begin');
  useUnsaved(draft !== initial, words.unsaved(draft.title));
  const change = (part: Partial<Survey>) => setDraft((last) => ({ ...last, ...part }));
  const problem = (field: keyof Survey) => fieldProblem(saving.failure, field);
  const isBelowAField = (['title', 'from', 'to', 'issued'] as const).some((field) => problem(field) !== undefined);
  const failure = removing.failure ?? beginning.failure ?? (isBelowAField ? undefined : saving.failure);

  const store = () => saving.save({ draft });
  async function keep(): Promise<void> {
    if ((await store()) !== undefined) onClose();
  }
  async function begin(): Promise<void> {
    const saved = await store();
    if (saved === undefined) return;
    const isAgreed = await confirm({ title: words.begin, body: words.beginBody(draft.title), action: words.begin });
    if (!isAgreed) return onSaved(saved);
    const begun = await beginning.save({ id: saved.id, revision: saved.revision });
    if (begun !== undefined) onSaved(begun);
  }
  async function remove(): Promise<void> {
    const isAgreed = await confirm({ title: words.remove, body: words.removeBody(draft.title), action: words.remove });
    if (!isAgreed) return;
    const { id, revision } = draft;
    if ((await removing.save({ id, revision, reason: words.removeReason })) !== undefined) onClose();
  }
  function put(index: number, question: SurveyQuestion | null): void {
    const questions = draft.questions.toSpliced(index, 1, ...(question === null ? [] : [question]));
    change({ questions });
  }

  return (
    <Dialog
      title={stored === undefined ? words.add : words.edit}
      onClose={onClose}
      width={820}
      actions={
        <>
          {stored !== undefined && (
            <PermitButton right="decide" onClick={() => void remove()}>
              {words.remove}
            </PermitButton>
          )}
          <HistoryButton record="survey" id={stored?.id} title={draft.title} />
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="decide" disabled={draft.questions.length === 0} onClick={() => void begin()}>
            {words.begin}
          </PermitButton>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void keep()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="survey-form dialog-scroll">
        {failure !== undefined && <FailurePanel failure={failure} />}
        <Field label={words.name} isRequired error={problem('title')} className="survey-wide">
          <TextField isFirst maxLength={200} value={draft.title} onChange={(title) => change({ title })} />
        </Field>
        <Field label={words.purpose} error={problem('purpose')} className="survey-wide">
          <TextField lines={2} value={draft.purpose} onChange={(purpose) => change({ purpose })} />
        </Field>
        <Field label={words.from} isRequired error={problem('from')}>
          <DateField value={draft.from} onChange={(day) => change({ from: day ?? '' })} />
        </Field>
        <Field label={words.to} isRequired error={problem('to')}>
          <DateField value={draft.to} onChange={(day) => change({ to: day ?? '' })} />
        </Field>
        <Field label={words.issued} hint={words.issuedHint} error={problem('issued')}>
          <NumberField value={draft.issued} least={0} onChange={(issued) => change({ issued })} />
        </Field>
        <section className="survey-wide survey-questions" aria-label={words.questions}>
          {draft.questions.map((question, index) => (
            <QuestionEditor
              key={question.id}
              number={index + 1}
              question={question}
              onChange={(next) => put(index, next)}
            />
          ))}
          <Button onClick={() => change({ questions: [...draft.questions, blankQuestion()] })}>
            {words.addQuestion}
          </Button>
        </section>
      </div>
    </Dialog>
  );
}

function blankQuestion(): SurveyQuestion {
  return { id: newId(), kind: 'single', text: '', options: [...words.usualGrades] };
}

function blankSurvey(branchId: string, today: string): Survey {
  return {
    ...{ id: newId(), revision: 0, branchId, title: '', purpose: '', from: today, to: addDays(today, 7) },
    ...{ questions: [], issued: null, note: '', openedOn: null, closedOn: null },
  };
}
