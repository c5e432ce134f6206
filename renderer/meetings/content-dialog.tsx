import { Button } from 'antd';
import { newId } from '../data/new-id.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import type { SelectOption } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type ChangeForm, changedAt, type MeetingForm } from './form.ts';
import { PersonField } from './person-field.tsx';

export type ContentPart =
  | 'studyContent'
  | 'discussion'
  | 'dissent'
  | 'speeches'
  | 'observers'
  | 'resolutions'
  | 'materials';

interface PartProps {
  form: MeetingForm;
  change: ChangeForm;
  people: readonly SelectOption<string>[];
}

/** One part of the minutes. The question above asks; what was said is hers to write, never made up. */
export function ContentDialog({
  part,
  form,
  change,
  people,
  onClose,
}: PartProps & { part: ContentPart; onClose(): void }) {
  const words = text.meetings.content;
  return (
    <Dialog
      title={words[part]}
      width={760}
      onClose={onClose}
      actions={
        <Button type="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <p className="note">{words.questions[part]}</p>
      <div className="dialog-scroll content-body">
        {part === 'speeches' ? (
          <Speeches form={form} change={change} people={people} />
        ) : part === 'observers' ? (
          <Observers form={form} change={change} />
        ) : part === 'resolutions' ? (
          <Resolutions form={form} change={change} people={people} />
        ) : part === 'materials' ? (
          <TextField
            isFirst
            label={words.materials}
            value={form.materials}
            maxLength={500}
            placeholder={words.materialsHint}
            onChange={(materials) => change({ materials })}
          />
        ) : (
          <TextField
            isFirst
            label={words[part]}
            lines={12}
            value={form[part]}
            maxLength={20_000}
            onChange={(next) => change({ [part]: next })}
          />
        )}
      </div>
    </Dialog>
  );
}

function RowEnd({ place, onRemove }: { place: number; onRemove(): void }) {
  return (
    <button
      type="button"
      className="plain-button row-remove"
      aria-label={text.meetings.content.removeRow(place)}
      onClick={onRemove}
    >
      ×
    </button>
  );
}

function AddRow({ onAdd }: { onAdd(): void }) {
  return (
    <Button size="small" className="small-button" onClick={onAdd}>
      ＋ {text.meetings.content.add}
    </Button>
  );
}

function Speeches({ form, change, people }: PartProps) {
  const words = text.meetings.content;
  return (
    <>
      {form.speeches.map((speech, index) => (
        <div key={index} className="speech-row">
          <PersonField
            label={words.speaker}
            person={{ id: speech.memberId, name: speech.name }}
            people={people}
            onChange={({ id, name }) =>
              change((last) => ({ speeches: changedAt(last.speeches, index, { memberId: id, name }) }))
            }
          />
          <TextField
            label={words.speech}
            lines={2}
            value={speech.text}
            maxLength={20_000}
            placeholder={words.speech}
            onChange={(next) => change((last) => ({ speeches: changedAt(last.speeches, index, { text: next }) }))}
          />
          <RowEnd
            place={index + 1}
            onRemove={() => change((last) => ({ speeches: last.speeches.filter((_, place) => place !== index) }))}
          />
        </div>
      ))}
      <AddRow
        onAdd={() => change((last) => ({ speeches: [...last.speeches, { memberId: null, name: '', text: '' }] }))}
      />
    </>
  );
}

function Observers({ form, change }: Omit<PartProps, 'people'>) {
  const words = text.meetings.content;
  return (
    <>
      {form.observers.map((observer, index) => (
        <div key={index} className="observer-row">
          <TextField
            label={words.observer}
            value={observer.name}
            maxLength={60}
            placeholder={words.observer}
            isFirst={observer.name === ''}
            onChange={(name) => change((last) => ({ observers: changedAt(last.observers, index, { name }) }))}
          />
          <TextField
            label={words.identity}
            value={observer.identity}
            maxLength={500}
            placeholder={words.identityHint}
            onChange={(identity) => change((last) => ({ observers: changedAt(last.observers, index, { identity }) }))}
          />
          <RowEnd
            place={index + 1}
            onRemove={() => change((last) => ({ observers: last.observers.filter((_, place) => place !== index) }))}
          />
        </div>
      ))}
      <AddRow onAdd={() => change((last) => ({ observers: [...last.observers, { name: '', identity: '' }] }))} />
    </>
  );
}

function Resolutions({ form, change, people }: PartProps) {
  const words = text.meetings.content;
  const patch = (index: number, fields: Partial<MeetingForm['resolutions'][number]>) =>
    change((last) => ({ resolutions: changedAt(last.resolutions, index, fields) }));
  return (
    <>
      {form.resolutions.map((resolution, index) => (
        <div key={resolution.id} className="resolution-row">
          <TextField
            label={words.resolutionText}
            lines={2}
            value={resolution.text}
            maxLength={20_000}
            placeholder={words.resolutionText}
            onChange={(next) => patch(index, { text: next })}
          />
          <div className="resolution-facts">
            <Field label={words.responsible}>
              <PersonField
                label={words.responsible}
                person={{ id: resolution.responsibleId, name: resolution.responsibleName }}
                people={people}
                onChange={({ id, name }) => patch(index, { responsibleId: id, responsibleName: name })}
              />
            </Field>
            <Field label={words.dueOn}>
              <DateField label={words.dueOn} value={resolution.dueOn} onChange={(dueOn) => patch(index, { dueOn })} />
            </Field>
            <Field label={words.doneOn}>
              <DateField
                label={words.doneOn}
                value={resolution.doneOn}
                onChange={(doneOn) => patch(index, { doneOn })}
              />
            </Field>
            <Field label={words.outcome}>
              <TextField
                label={words.outcome}
                value={resolution.outcome}
                maxLength={20_000}
                onChange={(outcome) => patch(index, { outcome })}
              />
            </Field>
          </div>
          <RowEnd
            place={index + 1}
            onRemove={() => change((last) => ({ resolutions: last.resolutions.filter((_, place) => place !== index) }))}
          />
        </div>
      ))}
      <AddRow
        onAdd={() =>
          change((last) => ({
            resolutions: [
              ...last.resolutions,
              {
                id: newId(),
                text: '',
                responsibleId: null,
                responsibleName: '',
                dueOn: null,
                doneOn: null,
                outcome: '',
              },
            ],
          }))
        }
      />
    </>
  );
}
