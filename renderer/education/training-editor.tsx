import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Training } from '../../contract/education.ts';
import { Year } from '../../contract/values.ts';
import { trainingContentNames, trainingFormNames, trainingLevelNames } from '../../rules/codes/training.ts';
import { isDay } from '../../rules/dates.ts';
import { trainingHours } from '../../rules/education.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
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
import { ParticipantsTable } from './participants-table.tsx';

const words = text.education.editor;

/** What was held on the left, who took part on the right; hours written once hold for everybody chosen. */
export function TrainingEditor({ initial, onDone }: { initial: Training; onDone(): void }) {
  const { asOf } = useWorkspace();
  const [draft, setDraft] = useState(initial);
  const [reason, setReason] = useState('');
  const saving = useSave('training.save');
  const removing = useSave('training.remove');
  const settings = useOperation('setting.list', { asOf }, { records: ['setting'] });
  const entries = (settings.value ?? []).flatMap((setting) => setting.entries);
  const isNew = initial.revision === 0;
  const [isDone, setIsDone] = useState(false);
  const isChanged = draft !== initial;
  useUnsaved(isChanged && !isDone, words.unsaved(draft.title));
  // Only when nothing is held back any more: leaving would else ask about what is stored.
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);

  const change = (part: Partial<Training>) => setDraft((last) => ({ ...last, ...part }));
  const problem = (field: keyof Training) => fieldProblem(saving.failure, field);
  const isBelowAField = (Object.keys(draft) as (keyof Training)[]).some((field) => problem(field) !== undefined);
  const failure = removing.failure ?? (isBelowAField ? undefined : saving.failure);
  const areDays = isDay(draft.startedOn) && isDay(draft.endedOn) && draft.startedOn <= draft.endedOn;
  const byRule = areDays ? trainingHours({ ...draft, hours: null }, entries) : null;
  const hoursHint = byRule === null ? words.hoursNeeded : words.byRule(byRule);

  /** The last day and the year follow the first until they are set apart. */
  function begin(day: string): void {
    const year = Year.safeParse(Number(day.slice(0, 4)));
    const isLater = draft.endedOn === draft.startedOn || draft.endedOn < day;
    change({
      startedOn: day,
      ...(isLater ? { endedOn: day } : {}),
      ...(isDay(day) && year.success ? { year: year.data } : {}),
    });
  }

  async function store(): Promise<void> {
    if ((await saving.save({ draft, reason })) !== undefined) setIsDone(true);
  }

  async function remove(): Promise<void> {
    const { id, revision } = draft;
    if ((await removing.save({ id, revision, reason: reason.trim() })) !== undefined) setIsDone(true);
  }

  return (
    <div className="education-body training">
      <Panel className="training-fields">
        {failure !== undefined && <FailurePanel failure={failure} />}
        <div className="training-form">
          <Field label={words.title} isRequired error={problem('title')} className="training-wide">
            <TextField isFirst={isNew} maxLength={200} value={draft.title} onChange={(title) => change({ title })} />
          </Field>
          <Field label={words.startedOn} isRequired error={problem('startedOn')}>
            <DateField value={draft.startedOn} onChange={(day) => begin(day ?? '')} />
          </Field>
          <Field label={words.endedOn} isRequired error={problem('endedOn')}>
            <DateField value={draft.endedOn} onChange={(day) => change({ endedOn: day ?? '' })} />
          </Field>
          <Field label={words.form} error={problem('form')}>
            <SelectField
              value={draft.form}
              options={optionsOf(trainingFormNames)}
              onChange={(form) => form !== null && change({ form })}
            />
          </Field>
          <Field label={words.hours} hint={hoursHint} error={problem('hours')}>
            <NumberField
              isWhole={false}
              least={0}
              most={1000}
              value={draft.hours}
              onChange={(hours) => change({ hours })}
            />
          </Field>
          <Field label={words.organiser} error={problem('organiser')}>
            <TextField value={draft.organiser} onChange={(organiser) => change({ organiser })} />
          </Field>
          <Field label={words.level} error={problem('level')}>
            <SelectField
              value={draft.level}
              options={optionsOf(trainingLevelNames)}
              onChange={(level) => level !== null && change({ level })}
            />
          </Field>
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
          <Field label={words.evidence} hint={words.evidenceHint} error={problem('evidence')} className="training-wide">
            <TextField lines={2} value={draft.evidence} onChange={(evidence) => change({ evidence })} />
          </Field>
          {!isNew && (
            <Field label={words.reason} className="training-wide">
              <TextField value={reason} maxLength={200} onChange={setReason} />
            </Field>
          )}
        </div>
        <div className="training-actions">
          {!isNew && (
            <PermitButton right="decide" disabled={reason.trim() === ''} onClick={() => void remove()}>
              {words.remove}
            </PermitButton>
          )}
          {!isNew && <HistoryButton record="training" id={draft.id} title={draft.title} />}
          {!isNew && (
            <AttachmentsButton
              owner={{ record: 'training', recordId: draft.id }}
              name={draft.title}
              recordDay={{ label: words.startedOn, day: draft.startedOn }}
            />
          )}
          <Button onClick={onDone}>{words.back}</Button>
          <PermitButton
            right="enter"
            type="primary"
            loading={saving.isSaving}
            disabled={!isChanged}
            onClick={() => void store()}
          >
            {words.save}
          </PermitButton>
        </div>
      </Panel>
      <ParticipantsTable
        participants={draft.participants}
        hours={draft.hours ?? byRule}
        day={draft.startedOn}
        error={problem('participants')}
        onChange={(participants) => change({ participants })}
      />
    </div>
  );
}
