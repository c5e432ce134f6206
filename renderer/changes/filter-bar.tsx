import { Button } from 'antd';
import { RecordName } from '../../contract/history.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.changes;

export interface ChangeFilter {
  from: string | null;
  to: string | null;
  actor: string | null;
  record: RecordName | null;
  memberId: string | null;
  search: string;
  includeAccess: boolean;
}

export const noFilter: ChangeFilter = {
  from: null,
  to: null,
  actor: null,
  record: null,
  memberId: null,
  search: '',
  includeAccess: false,
};

const recordOptions = RecordName.options.map((record) => ({
  value: record,
  label: text.history.records[record] ?? record,
}));

/** What the list is narrowed to. */
export function FilterBar({ filter, onChange }: { filter: ChangeFilter; onChange(filter: ChangeFilter): void }) {
  const { today } = useWorkspace();
  const actors = useOperation('change.actors', {});
  const people = useOperation('member.list', { asOf: today, includeFormer: true, limit: 500 }, { records: ['member'] });
  const change = (part: Partial<ChangeFilter>) => onChange({ ...filter, ...part });
  return (
    <search className="changes-filter">
      <Field label={words.from}>
        <DateField value={filter.from} onChange={(from) => change({ from })} />
      </Field>
      <Field label={words.to}>
        <DateField value={filter.to} onChange={(to) => change({ to })} />
      </Field>
      <Field label={words.person}>
        <SelectField
          isClearable
          placeholder={words.all}
          value={filter.actor}
          options={(actors.value ?? []).map((actor) => ({ value: actor, label: actor }))}
          onChange={(actor) => change({ actor })}
        />
      </Field>
      <Field label={words.record}>
        <SelectField
          isClearable
          placeholder={words.all}
          value={filter.record}
          options={recordOptions}
          onChange={(record) => change({ record })}
        />
      </Field>
      <Field label={words.member}>
        <SelectField
          isClearable
          placeholder={words.all}
          value={filter.memberId}
          options={(people.value?.rows ?? []).map(({ id, name, initials }) => ({ value: id, label: name, initials }))}
          onChange={(memberId) => change({ memberId })}
        />
      </Field>
      <Field label={words.search}>
        <TextField value={filter.search} onChange={(search) => change({ search })} maxLength={100} />
      </Field>
      <CheckField
        label={words.withAccess}
        isChecked={filter.includeAccess}
        onChange={(includeAccess) => change({ includeAccess })}
      />
      {filter !== noFilter && <Button onClick={() => onChange(noFilter)}>{words.clear}</Button>}
    </search>
  );
}
