import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Course } from '../../contract/course.ts';
import { trainingContentNames, trainingFormNames } from '../../rules/codes/training.ts';
import { courseHours } from '../../rules/courses.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { CheckField } from '../ui/check-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { MultiSelectField, optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { LessonRows } from './lesson-rows.tsx';

const words = text.courses.editor;

/** What the course is made of and for whom; stored as a whole. */
export function CourseEditor({
  course,
  onSaved,
  onBack,
}: {
  course: Course;
  onSaved(id: string): void;
  onBack(): void;
}) {
  const { branch, asOf } = useWorkspace();
  // The course is read again whenever somebody's progress changes; the form stays with what it began from.
  const [initial] = useState(course);
  const [draft, setDraft] = useState(initial);
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<'saved' | 'removed'>();
  const saving = useSave('course.save');
  const removing = useSave('course.remove');
  const groups = useOperation('group.list', { branchId: branch.id, asOf }, { records: ['group'] });
  const members = useOperation('member.list', { asOf, branchId: branch.id, limit: 500 }, { records: ['member'] });
  const settings = useOperation('setting.list', { asOf }, { records: ['setting'] });
  const isNew = initial.revision === 0;
  const isChanged = draft !== initial;
  useUnsaved(isChanged && done === undefined, words.unsaved(draft.title));
  // Only when nothing is held back any more: leaving would else ask about what is stored.
  useEffect(() => {
    if (done === 'saved') onSaved(initial.id);
    if (done === 'removed') onBack();
  }, [done, initial.id, onSaved, onBack]);

  const change = (part: Partial<Course>) => setDraft((last) => ({ ...last, ...part }));
  const problem = (field: keyof Course) => fieldProblem(saving.failure, field);
  const isBelowAField = (Object.keys(draft) as (keyof Course)[]).some((field) => problem(field) !== undefined);
  const failure = removing.failure ?? (isBelowAField ? undefined : saving.failure);
  const entries = (settings.value ?? []).flatMap((setting) => setting.entries);
  const minutes = draft.lessons.reduce((sum, lesson) => sum + (lesson.minutes || 0), 0);

  async function store(): Promise<void> {
    if ((await saving.save({ draft, reason })) !== undefined) setDone('saved');
  }

  async function remove(): Promise<void> {
    const { id, revision } = initial;
    if ((await removing.save({ id, revision, reason: reason.trim() })) !== undefined) setDone('removed');
  }

  return (
    <Panel className="training-fields">
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="training-form">
        <Field label={words.title} isRequired error={problem('title')} className="training-wide">
          <TextField isFirst={isNew} maxLength={200} value={draft.title} onChange={(title) => change({ title })} />
        </Field>
        <LessonRows lessons={draft.lessons} error={problem('lessons')} onChange={(lessons) => change({ lessons })} />
        <Field label={words.form} error={problem('form')}>
          <SelectField
            value={draft.form}
            options={optionsOf(trainingFormNames)}
            onChange={(form) => form !== null && change({ form })}
          />
        </Field>
        <Field
          label={words.hours}
          hint={words.byRule(courseHours({ ...draft, hours: null }, entries, asOf), minutes)}
          error={problem('hours')}
        >
          <NumberField
            isWhole={false}
            least={0}
            most={1000}
            value={draft.hours}
            onChange={(hours) => change({ hours })}
          />
        </Field>
        <Field label={words.assignedOn} error={problem('assignedOn')}>
          <DateField value={draft.assignedOn} onChange={(assignedOn) => change({ assignedOn })} />
        </Field>
        <Field label={words.dueOn} error={problem('dueOn')}>
          <DateField value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
        </Field>
        <fieldset className="course-lessons training-wide">
          <legend className="field-label">{words.forWhom}</legend>
          <CheckField label={words.isForAll} isChecked={draft.isForAll} onChange={(isForAll) => change({ isForAll })} />
          {!draft.isForAll && (
            <>
              <MultiSelectField
                label={words.groups}
                placeholder={words.groups}
                values={draft.groupIds}
                options={(groups.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(groupIds) => change({ groupIds })}
              />
              <MultiSelectField
                label={words.members}
                placeholder={words.members}
                values={draft.memberIds}
                options={(members.value?.rows ?? []).map(({ id, name, initials }) => ({
                  value: id,
                  label: name,
                  initials,
                }))}
                onChange={(memberIds) => change({ memberIds })}
              />
            </>
          )}
        </fieldset>
        <Field label={words.contents} error={problem('contents')} className="training-wide">
          <MultiSelectField
            values={draft.contents}
            options={optionsOf(trainingContentNames)}
            onChange={(contents) => change({ contents })}
          />
        </Field>
        <Field label={words.year} isRequired error={problem('year')}>
          <NumberField value={draft.year} onChange={(year) => change({ year: year ?? Number.NaN })} />
        </Field>
        <Field label={words.description} error={problem('description')} className="training-wide">
          <TextField lines={2} value={draft.description} onChange={(description) => change({ description })} />
        </Field>
        {!isNew && (
          <Field label={words.reason} className="training-wide">
            <TextField maxLength={200} value={reason} onChange={setReason} />
          </Field>
        )}
      </div>
      <div className="training-actions">
        {!isNew && (
          <PermitButton right="enter" disabled={reason.trim() === ''} onClick={() => void remove()}>
            {words.remove}
          </PermitButton>
        )}
        {!isNew && (
          <AttachmentsButton
            owner={{ record: 'course', recordId: draft.id }}
            name={draft.title}
            defaultSlot="courseware"
            takesDrops={false}
          />
        )}
        <HistoryButton record="course" id={isNew ? undefined : draft.id} title={draft.title} />
        <Button onClick={onBack}>{words.back}</Button>
        <PermitButton
          right="enter"
          type="primary"
          loading={saving.isSaving}
          disabled={!isChanged}
          onClick={() => void store()}
        >
          {isChanged || isNew ? words.save : words.saved}
        </PermitButton>
      </div>
    </Panel>
  );
}
