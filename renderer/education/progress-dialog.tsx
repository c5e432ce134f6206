import { Button } from 'antd';
import { useState } from 'react';
import type { Course, CourseStudent, LessonState } from '../../contract/course.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { PermitButton } from '../ui/permit-button.tsx';
import { MultiSelectField, optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.courses.progress;

/** Which lessons the chosen people finished or began, when, and what shows it. */
export function ProgressDialog({
  course,
  students,
  onClose,
}: {
  course: Course;
  students: readonly CourseStudent[];
  onClose(isDone: boolean): void;
}) {
  const { asOf } = useWorkspace();
  // What somebody of them has not finished yet.
  const [lessonIds, setLessonIds] = useState(() => {
    const open = course.lessons.filter((_, index) => students.some(({ lessons }) => lessons[index]?.state !== 'done'));
    return (open.length === 0 ? course.lessons : open).map(({ id }) => id);
  });
  const [state, setState] = useState<LessonState>('done');
  const [on, setOn] = useState(asOf);
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const { save, isSaving, failure } = useSave('course.record');
  const problem = (field: string) => fieldProblem(failure, field);
  const isBelowAField = ['lessonIds', 'on', 'evidence'].some((field) => problem(field) !== undefined);
  const isTakenBack =
    state !== 'done' &&
    students.some(({ lessons }) => lessons.some((each) => each.state === 'done' && lessonIds.includes(each.lessonId)));

  async function store(): Promise<void> {
    const memberIds = students.map(({ memberId }) => memberId);
    const sent = { courseId: course.id, lessonIds, memberIds, state, on, evidence, reason: reason.trim() };
    if ((await save(sent)) !== undefined) onClose(true);
  }

  return (
    <Dialog
      title={words.title}
      onClose={() => onClose(false)}
      width={560}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{text.action.cancel}</Button>
          <PermitButton
            right="enter"
            type="primary"
            loading={isSaving}
            disabled={lessonIds.length === 0 || (isTakenBack && reason.trim() === '')}
            onClick={() => void store()}
          >
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="course-form">
        {failure !== undefined && !isBelowAField && <FailurePanel failure={failure} />}
        <p className="training-wide">{words.about(students.length)}</p>
        <p className="training-wide dialog-names cut">{students.map(({ name }) => name).join('、')}</p>
        <Field label={words.lessons} isRequired error={problem('lessonIds')} className="training-wide">
          <MultiSelectField
            values={lessonIds}
            options={course.lessons.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setLessonIds}
          />
        </Field>
        <Field label={words.state}>
          <SelectField
            value={state}
            options={optionsOf(text.courses.students.states)}
            onChange={(next) => next !== null && setState(next)}
          />
        </Field>
        <Field label={words.on} isRequired error={problem('on')}>
          <DateField isFirst value={on} onChange={(day) => setOn(day ?? '')} />
        </Field>
        <Field label={words.evidence} hint={words.evidenceHint} error={problem('evidence')} className="training-wide">
          <TextField maxLength={300} value={evidence} onChange={setEvidence} />
        </Field>
        {isTakenBack && (
          <Field label={words.reason} isRequired hint={words.reasonHint} className="training-wide">
            <TextField maxLength={200} value={reason} onChange={setReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
