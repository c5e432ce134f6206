import { degrees } from '../../rules/codes/degree.ts';
import { educations } from '../../rules/codes/education.ts';
import { ethnicityCodes } from '../../rules/codes/ethnicity.ts';
import { jobs } from '../../rules/codes/job.ts';
import { technicalTitleNames } from '../../rules/codes/member.ts';
import { readIdNumber } from '../../rules/id-number.ts';
import { probationEndsOn } from '../../rules/member.ts';
import { initialsOf } from '../../rules/names/pinyin.ts';
import { text } from '../text/zh-CN.ts';
import { FormSection } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { CodeField, DayField, LineField, MemberField, type SectionProps } from './form-fields.tsx';
import { MaskedField } from './masked-field.tsx';
import { type MaskedChange, type MaskedField as MaskedName, tidyIdNumber } from './member-form.ts';
import { wordOf } from './words.ts';

const { sections, fields, form: words } = text.member;

interface MaskedProps {
  changeMasked(field: MaskedName, change: MaskedChange): void;
}

const optionsOf = (codes: readonly string[], field: string) =>
  codes.map((value) => ({ value, label: wordOf(field, value) }));
const ethnicityOptions = optionsOf(ethnicityCodes, 'ethnicity');
const educationOptions = optionsOf(Object.keys(educations.names), 'education');
const degreeOptions = optionsOf(Object.keys(degrees.names), 'degree');
const jobOptions = optionsOf(Object.keys(jobs.names).sort(), 'jobCode');
const technicalOptions = optionsOf(Object.keys(technicalTitleNames), 'technicalTitle');

export function IdentitySection({ changeMasked, ...section }: SectionProps & MaskedProps) {
  const { form, person, change } = section;
  const { name, pinyin, sex } = form.plain;

  /** Birth date and sex follow from a sound number where they are not registered; they stay hers to change. */
  function takeIdNumber(next: MaskedChange): void {
    changeMasked('idNumber', next);
    if (next.kind !== 'type') return;
    const read = readIdNumber(next.value);
    if (read.problem !== null) return;
    change({
      ...(form.plain.bornOn === null ? { bornOn: read.bornOn } : {}),
      ...(sex === '9' && read.sex !== null ? { sex: read.sex } : {}),
    });
  }

  return (
    <FormSection title={sections.identity}>
      <MemberField field="name" section={section} isRequired>
        <TextField
          value={name}
          onChange={(next) => change({ name: next })}
          maxLength={60}
          isFirst={person === undefined}
        />
      </MemberField>
      <LineField
        field="pinyin"
        section={section}
        most={120}
        hint={name.trim() === '' ? undefined : words.initials(initialsOf(name, pinyin))}
      />
      <MemberField field="idNumber" section={section}>
        <MaskedField
          masked={person?.idNumber ?? ''}
          change={form.masked.idNumber}
          onChange={takeIdNumber}
          label={fields.idNumber}
          maxLength={24}
          tidy={tidyIdNumber}
        />
      </MemberField>
      <MemberField field="sex" section={section}>
        <SelectField
          value={sex === '1' || sex === '2' ? sex : null}
          isClearable
          options={optionsOf(['1', '2'], 'sex')}
          onChange={(value) => change({ sex: value === '1' || value === '2' ? value : '9' })}
        />
      </MemberField>
      <DayField field="bornOn" section={section} />
      <LineField field="bornOnReason" section={section} />
      <CodeField field="ethnicity" section={section} options={ethnicityOptions} />
      <LineField field="formerName" section={section} most={60} />
      <LineField field="nativePlace" section={section} />
      <LineField field="birthPlace" section={section} />
    </FormSection>
  );
}

export function WorkSection(section: SectionProps) {
  const { isMigrantWorker } = section.form.plain;
  return (
    <FormSection title={sections.work}>
      <CodeField field="education" section={section} options={educationOptions} />
      <CodeField field="degree" section={section} options={degreeOptions} />
      <LineField field="school" section={section} />
      <DayField field="startedWorkOn" section={section} />
      <LineField field="employer" section={section} />
      <CodeField field="jobCode" section={section} options={jobOptions} />
      <CodeField field="technicalTitle" section={section} options={technicalOptions} />
      <LineField field="socialStratum" section={section} />
      <MemberField field="isMigrantWorker" section={section}>
        <SelectField
          value={isMigrantWorker === null ? null : isMigrantWorker ? 'yes' : 'no'}
          isClearable
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          onChange={(value) => section.change({ isMigrantWorker: value === null ? null : value === 'yes' })}
        />
      </MemberField>
    </FormSection>
  );
}

export function PartySection(section: SectionProps) {
  const { form, change } = section;
  const { introducerNames, joinedOn } = form.plain;
  const isJoinedKnown = joinedOn !== null && /^\d{4}(-\d{2}){0,2}$/.test(joinedOn);
  const ends = isJoinedKnown ? probationEndsOn(form.plain) : null;
  return (
    <FormSection title={sections.party}>
      <DayField field="appliedOn" section={section} />
      <DayField field="activistOn" section={section} />
      <DayField field="candidateOn" section={section} />
      <DayField field="joinedOn" section={section} hint={words.joinedHint} />
      <DayField field="joinApprovedOn" section={section} hint={words.approvedHint} />
      <MemberField field="probationExtendedMonths" section={section} hint={words.extendedHint}>
        <NumberField
          value={form.plain.probationExtendedMonths}
          least={0}
          most={12}
          onChange={(value) => change({ probationExtendedMonths: value ?? 0 })}
        />
      </MemberField>
      <DayField field="confirmedOn" section={section} hint={ends === null ? undefined : words.confirmedHint(ends)} />
      <DayField field="confirmApprovedOn" section={section} hint={text.member.confirm.approvedHint} />
      <MemberField field="partyYearsCorrection" section={section} hint={words.correctionHint}>
        <NumberField
          value={form.plain.partyYearsCorrection}
          least={-60}
          most={60}
          onChange={(value) => change({ partyYearsCorrection: value ?? 0 })}
        />
      </MemberField>
      <LineField field="joinedBranchName" section={section} />
      {[0, 1].map((at) => (
        <MemberField key={at} field="introducerNames" section={section}>
          <TextField
            label={words.introducer(at + 1)}
            value={introducerNames[at] ?? ''}
            onChange={(name) =>
              change({ introducerNames: [0, 1].map((place) => (place === at ? name : (introducerNames[place] ?? ''))) })
            }
            maxLength={60}
          />
        </MemberField>
      ))}
      <LineField field="volunteerFormNumber" section={section} />
    </FormSection>
  );
}

export function ContactSection({ changeMasked, ...section }: SectionProps & MaskedProps) {
  const { form, person, change } = section;
  return (
    <FormSection title={sections.contact}>
      {(['mobilePhone', 'landline', 'emergencyContact'] as const).map((field) => (
        <MemberField key={field} field={field} section={section}>
          <MaskedField
            masked={person?.[field] ?? ''}
            change={form.masked[field]}
            onChange={(next) => changeMasked(field, next)}
            label={fields[field]}
            maxLength={field === 'emergencyContact' ? 200 : 30}
          />
        </MemberField>
      ))}
      <LineField field="residenceAddress" section={section} />
      <LineField field="householdAddress" section={section} />
      <LineField field="archivePlace" section={section} />
      <MemberField field="note" section={section} isWide>
        <TextField value={form.plain.note} lines={2} onChange={(note) => change({ note })} maxLength={20_000} />
      </MemberField>
    </FormSection>
  );
}
