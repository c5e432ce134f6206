import type { ReactNode } from 'react';
import type { MemberView } from '../../contract/member.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { SelectField, type SelectOption } from '../ui/select-field.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { MemberForm, PlainField } from './member-form.ts';
import { wordOf } from './words.ts';

/** What every section of the form gets. */
export interface SectionProps {
  form: MemberForm;
  /** The registered record; `undefined` for a new person. */
  person: MemberView | undefined;
  change(part: Partial<MemberForm['plain']>): void;
  problems: Record<string, readonly string[]>;
  doubts: Partial<Record<string, string>>;
}

type Of<Value> = { [Field in PlainField]: MemberForm['plain'][Field] extends Value ? Field : never }[PlainField];

/** The label of a field, its problem, its doubt, its hint. */
export function MemberField({
  field,
  section,
  hint,
  isRequired = false,
  isWide = false,
  children,
}: {
  field: keyof typeof text.member.fields;
  section: SectionProps;
  hint?: ReactNode;
  isRequired?: boolean;
  isWide?: boolean;
  children: ReactNode;
}) {
  const doubt = section.doubts[field];
  return (
    <Field
      label={text.member.fields[field]}
      error={section.problems[field]}
      isRequired={isRequired}
      className={isWide ? 'field-wide' : ''}
      hint={
        doubt === undefined && hint === undefined ? undefined : (
          <>
            {doubt !== undefined && <SeverityMark severity="due-soon" label={doubt} />}
            {doubt === undefined && hint}
          </>
        )
      }
    >
      {children}
    </Field>
  );
}

export function LineField({
  field,
  section,
  most = 200,
  ...rest
}: {
  field: Of<string>;
  section: SectionProps;
  most?: number;
  hint?: ReactNode;
  isWide?: boolean;
}) {
  return (
    <MemberField field={field} section={section} {...rest}>
      <TextField
        value={section.form.plain[field]}
        onChange={(value) => section.change({ [field]: value })}
        maxLength={most}
      />
    </MemberField>
  );
}

export function DayField({
  field,
  section,
  ...rest
}: {
  field:
    | 'bornOn'
    | 'startedWorkOn'
    | 'appliedOn'
    | 'activistOn'
    | 'candidateOn'
    | 'joinedOn'
    | 'joinApprovedOn'
    | 'confirmedOn'
    | 'confirmApprovedOn';
  section: SectionProps;
  hint?: ReactNode;
}) {
  return (
    <MemberField field={field} section={section} {...rest}>
      <DateField value={section.form.plain[field]} isPartial onChange={(value) => section.change({ [field]: value })} />
    </MemberField>
  );
}

export function CodeField({
  field,
  section,
  options,
}: {
  field: 'ethnicity' | 'education' | 'degree' | 'jobCode' | 'technicalTitle';
  section: SectionProps;
  options: readonly SelectOption<string>[];
}) {
  const value = section.form.plain[field];
  // A finer code than the list offers (a four-digit job, a degree with its discipline) stays as it is.
  const isListed = value === null || options.some((option) => option.value === value);
  return (
    <MemberField field={field} section={section}>
      <SelectField
        value={value}
        isClearable
        options={isListed ? options : [...options, { value, label: wordOf(field, value) }]}
        onChange={(next) => section.change({ [field]: next })}
      />
    </MemberField>
  );
}
