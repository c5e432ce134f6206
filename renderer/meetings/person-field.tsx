import { Button } from 'antd';
import { useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { SelectField, type SelectOption } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const other = '-other-';

/** Somebody of the branch by id, or anybody else by name: a chair sent by the superior, a speaker from outside. */
export function PersonField({
  person,
  people,
  onChange,
  label,
}: {
  person: { id: string | null; name: string };
  people: readonly SelectOption<string>[];
  onChange(person: { id: string | null; name: string }): void;
  label: string;
}) {
  const { otherPerson, personName, backToList } = text.meetings.basics;
  const [isTyped, setIsTyped] = useState(person.id === null && person.name !== '');
  if (isTyped)
    return (
      <div className="person-typed">
        <TextField
          label={`${label}${personName}`}
          value={person.name}
          maxLength={60}
          isFirst={person.name === ''}
          onChange={(name) => onChange({ id: null, name })}
        />
        <Button
          size="small"
          className="small-button"
          onClick={() => {
            setIsTyped(false);
            onChange({ id: null, name: '' });
          }}
        >
          {backToList}
        </Button>
      </div>
    );
  // Somebody of an old record who is in the branch no more keeps the name.
  const known = people.some((option) => option.value === person.id);
  const options = [
    ...people,
    ...(person.id !== null && !known ? [{ value: person.id, label: person.name }] : []),
    { value: other, label: otherPerson },
  ];
  return (
    <SelectField
      label={label}
      value={person.id}
      isClearable
      options={options}
      onChange={(id) => {
        if (id === other) {
          setIsTyped(true);
          onChange({ id: null, name: '' });
        } else onChange({ id, name: options.find((option) => option.value === id)?.label ?? '' });
      }}
    />
  );
}
