import { entryKindNames } from '../../rules/codes/member.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field, FormSection } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Stay } from './stays.ts';
import { branchName } from './words.ts';

const { form: words, sections } = text.member;
const entryKinds = (
  ['transferred-in', 'admitted', 'registered', 'unit-transferred-in', 'readmitted', 'restored'] as const
).map((value) => ({ value, label: entryKindNames[value] }));

/** How a new person came into the branch. */
export function StaySection({
  stay,
  problems,
  onChange,
}: {
  stay: Stay;
  problems: Record<string, readonly string[]>;
  onChange(stay: Stay): void;
}) {
  const { branches } = useWorkspace();
  const groups = useOperation('group.list', { branchId: stay.branchId }).value ?? [];
  const change = (part: Partial<Stay>) => onChange({ ...stay, ...part });
  return (
    <FormSection title={sections.stay} note={branchName(branches, stay.branchId)}>
      <Field label={words.enteredOn} isRequired error={problems['memberships.0.from']}>
        <DateField value={stay.from} isPartial onChange={(from) => change({ from: from ?? '' })} />
      </Field>
      <Field label={words.entryKind} isRequired>
        <SelectField
          value={stay.entryKind}
          options={entryKinds}
          onChange={(entryKind) => change({ entryKind: entryKind ?? 'transferred-in' })}
        />
      </Field>
      <Field label={words.group} error={problems['memberships.0.groupId']}>
        <SelectField
          value={stay.groupId}
          isClearable
          placeholder={text.member.noGroup}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(groupId) => change({ groupId })}
        />
      </Field>
      <Field label={words.stayReason}>
        <TextField value={stay.reason} onChange={(reason) => change({ reason })} maxLength={300} />
      </Field>
    </FormSection>
  );
}
