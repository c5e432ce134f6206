import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { MultiSelectField, SelectField, type SelectOption } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { BookField } from './book.ts';
import { EntriesField } from './entries-field.tsx';

/** The input for one field of a book; what it changes comes back as a part of the draft. */
export function FieldInput({
  field,
  value,
  people,
  isFirst = false,
  onChange,
}: {
  field: BookField;
  value: unknown;
  people: readonly SelectOption<string>[];
  isFirst?: boolean;
  onChange(part: Record<string, unknown>): void;
}) {
  const set = (next: unknown) => onChange({ [field.key]: next });
  switch (field.kind) {
    case 'text':
      return <TextField isFirst={isFirst} label={field.label} value={asText(value)} onChange={set} />;
    case 'lines':
      return <TextField lines={2} label={field.label} value={asText(value)} onChange={set} />;
    case 'day':
    case 'partial-day':
      return (
        <DateField
          isFirst={isFirst}
          label={field.label}
          isPartial={field.kind === 'partial-day'}
          value={asText(value) || null}
          onChange={set}
        />
      );
    case 'number':
      return (
        <NumberField
          label={field.label}
          value={asNumber(value)}
          isWhole={field.isWhole !== false}
          {...(field.least === undefined ? {} : { least: field.least })}
          {...(field.most === undefined ? {} : { most: field.most })}
          onChange={set}
        />
      );
    case 'money':
      // Entered in yuan, kept in fen.
      return (
        <NumberField
          label={field.label}
          isWhole={false}
          least={0}
          suffix={text.registers.yuan}
          value={value === null || value === undefined ? null : Number(value) / 100}
          onChange={(yuan) => set(yuan === null ? null : Math.round(yuan * 100))}
        />
      );
    case 'flag':
      return <CheckField isOfField label={text.registers.yes} isChecked={value === true} onChange={set} />;
    case 'choice':
      return (
        <SelectField
          label={field.label}
          value={value === null || value === undefined ? null : String(value)}
          options={Object.entries(field.options).map(([code, label]) => ({ value: code, label }))}
          onChange={(next) => set(next !== null && field.isNumber === true ? Number(next) : next)}
        />
      );
    case 'person':
      return (
        <SelectField
          label={field.label}
          isClearable={field.isOptional === true}
          value={typeof value === 'string' ? value : null}
          options={people}
          onChange={(id) => {
            const name = people.find((option) => option.value === id)?.label ?? '';
            onChange({ [field.key]: id, ...(field.nameKey === undefined ? {} : { [field.nameKey]: name }) });
          }}
        />
      );
    case 'people':
      return (
        <MultiSelectField
          label={field.label}
          values={Array.isArray(value) ? value.map(String) : []}
          most={field.most}
          options={people}
          onChange={set}
        />
      );
    case 'entries':
      return <EntriesField field={field} value={value} people={people} onChange={set} Input={FieldInput} />;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
