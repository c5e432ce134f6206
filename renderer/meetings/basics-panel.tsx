import { type Expected, MeetingType } from '../../contract/meeting.ts';
import { meetingTypeNames } from '../../rules/codes/meeting.ts';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { MultiSelectField, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ChangeForm, MeetingForm } from './form.ts';
import { PersonField } from './person-field.tsx';
import { TimeField } from './time-field.tsx';

const typeOptions = MeetingType.options.map((value) => ({ value, label: meetingTypeNames[value] }));

/** Head of the record: what it was, when, where, and who led and wrote; more fields where a type has them. */
export function BasicsPanel({
  form,
  change,
  roster,
  fields,
  late,
}: {
  form: MeetingForm;
  change: ChangeForm;
  /** The branch on the day of the meeting. */
  roster: readonly Expected[];
  /** Refused fields of the last save, by path. */
  fields: Readonly<Record<string, string[]>>;
  /** Days since the meeting and days allowed, when it is a late entry. */
  late: { days: number; allowed: number } | null;
}) {
  const words = text.meetings.basics;
  const groups = useOperation(
    'group.list',
    { branchId: form.branchId, asOf: /^\d{4}-\d{2}-\d{2}$/.test(form.heldOn) ? form.heldOn : undefined },
    { records: ['group'] },
  );
  const people = roster.map((person) => ({ value: person.memberId, label: person.name }));
  const has = (type: MeetingType) => form.types.includes(type);

  function changeTypes(types: MeetingType[]): void {
    change((last) => ({
      types,
      ...(last.isTitleOwn ? {} : { title: types.map((type) => meetingTypeNames[type]).join('、') }),
      ...(types.includes('group-meeting') ? {} : { groupId: null }),
    }));
  }

  return (
    <div className="basics">
      <Field label={words.types} isRequired error={fields.types && text.field.required}>
        <MultiSelectField values={form.types} options={typeOptions} onChange={changeTypes} />
      </Field>
      {has('group-meeting') && (
        <Field label={words.group} isRequired>
          <SelectField
            value={form.groupId}
            options={(groups.value ?? []).map((group) => ({ value: group.id, label: group.name }))}
            onChange={(groupId) => change({ groupId })}
          />
        </Field>
      )}
      <Field label={words.name} isRequired error={fields.title && text.field.required}>
        <TextField
          value={form.title}
          maxLength={200}
          onChange={(title) => change({ title, isTitleOwn: title !== '' })}
        />
      </Field>
      <div className="basics-pair">
        <Field label={words.heldOn} isRequired>
          <DateField value={form.heldOn} onChange={(heldOn) => change({ heldOn: heldOn ?? '' })} />
        </Field>
        <Field label={words.time} error={fields.endsAt && words.timeOrder}>
          <div className="time-pair">
            <TimeField label={words.startsAt} value={form.startsAt} onChange={(startsAt) => change({ startsAt })} />
            <span>{words.to}</span>
            <TimeField label={words.endsAt} value={form.endsAt} onChange={(endsAt) => change({ endsAt })} />
          </div>
        </Field>
      </div>
      {late !== null && (
        <Field label={words.lateReason} hint={words.lateHint(late.days, late.allowed)}>
          <TextField value={form.lateReason} maxLength={500} onChange={(lateReason) => change({ lateReason })} />
        </Field>
      )}
      <Field label={words.place}>
        <TextField value={form.place} maxLength={500} onChange={(place) => change({ place })} />
      </Field>
      <div className="basics-pair">
        <Field label={words.chair}>
          <PersonField
            label={words.chair}
            person={{ id: form.chairId, name: form.chairName }}
            people={people}
            onChange={({ id, name }) => change({ chairId: id, chairName: name })}
          />
        </Field>
        <Field label={words.recorder}>
          <PersonField
            label={words.recorder}
            person={{ id: form.recorderId, name: form.recorderName }}
            people={people}
            onChange={({ id, name }) => change({ recorderId: id, recorderName: name })}
          />
        </Field>
      </div>
      {(has('organizational-life') || has('democratic-appraisal')) && (
        <Field label={words.assessmentYear} hint={words.assessmentYearHint}>
          <NumberField
            value={form.assessmentYear}
            least={1921}
            most={2200}
            onChange={(assessmentYear) => change({ assessmentYear })}
          />
        </Field>
      )}
      {has('party-lesson') && <LessonFields form={form} change={change} />}
      {has('theme-day') && <ThemeFields form={form} change={change} />}
    </div>
  );
}

function LessonFields({ form, change }: { form: MeetingForm; change: ChangeForm }) {
  const words = text.meetings.basics;
  return (
    <>
      <Field label={words.lessonTopic}>
        <TextField value={form.lessonTopic} maxLength={500} onChange={(lessonTopic) => change({ lessonTopic })} />
      </Field>
      <div className="basics-pair">
        <Field label={words.lecturer}>
          <TextField value={form.lecturer} maxLength={500} onChange={(lecturer) => change({ lecturer })} />
        </Field>
        <Field label={words.lecturerPost}>
          <TextField value={form.lecturerPost} maxLength={500} onChange={(lecturerPost) => change({ lecturerPost })} />
        </Field>
      </div>
      <Field label={words.studyHours}>
        <NumberField
          value={form.studyHours}
          isWhole={false}
          least={0}
          most={200}
          onChange={(studyHours) => change({ studyHours })}
        />
      </Field>
    </>
  );
}

function ThemeFields({ form, change }: { form: MeetingForm; change: ChangeForm }) {
  const words = text.meetings.basics;
  return (
    <>
      <Field label={words.theme}>
        <TextField value={form.theme} maxLength={500} onChange={(theme) => change({ theme })} />
      </Field>
      <div className="basics-pair">
        <Field label={words.themeForm}>
          <TextField
            value={form.themeForm}
            maxLength={500}
            placeholder={words.themeFormHint}
            onChange={(themeForm) => change({ themeForm })}
          />
        </Field>
        <Field label={words.cost}>
          <NumberField
            value={form.cost === null ? null : form.cost / 100}
            isWhole={false}
            least={0}
            onChange={(yuan) => change({ cost: yuan === null ? null : Math.round(yuan * 100) })}
          />
        </Field>
      </div>
    </>
  );
}
