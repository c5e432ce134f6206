import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { useField } from './field.tsx';
import { loadInitials, matchesTyped } from './initials.ts';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** Pinyin initials where they are known better than the dictionary knows them: people's names. */
  initials?: string;
  note?: string;
}

interface SharedProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  isDisabled?: boolean;
  placeholder?: string;
  label?: string;
  size?: 'small' | 'middle' | 'large';
  className?: string;
}

/** One of several; typing pinyin initials finds it. `null` is “not registered”. */
export function SelectField<Value extends string>({
  value,
  onChange,
  isClearable = false,
  ...rest
}: SharedProps<Value> & { value: Value | null; onChange(value: Value | null): void; isClearable?: boolean }) {
  const shared = useSelectProps(rest);
  return (
    <Select<Value, SelectOption<Value>>
      {...shared}
      value={value}
      allowClear={isClearable && { label: text.select.clear }}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

/** Several of several. */
export function MultiSelectField<Value extends string>({
  values,
  onChange,
  most,
  ...rest
}: SharedProps<Value> & { values: readonly Value[]; onChange(values: Value[]): void; most?: number }) {
  const shared = useSelectProps(rest);
  return (
    <Select<Value[], SelectOption<Value>>
      {...shared}
      mode="multiple"
      value={[...values]}
      onChange={(next) => onChange(next)}
      {...(most === undefined ? {} : { maxCount: most })}
    />
  );
}

function useSelectProps<Value extends string>(props: SharedProps<Value>) {
  const field = useField();
  const [, setIsReady] = useState(false);
  useEffect(() => {
    void loadInitials().then(() => setIsReady(true));
  }, []);
  return {
    ...field,
    options: [...props.options],
    disabled: props.isDisabled ?? false,
    placeholder: props.placeholder ?? text.select.placeholder,
    notFoundContent: text.select.none,
    className: `select-field ${props.className ?? ''}`,
    ...(props.label === undefined ? {} : { 'aria-label': props.label }),
    ...(props.size === undefined ? {} : { size: props.size }),
    showSearch: {
      filterOption: (typed: string, option?: SelectOption<Value>) =>
        option !== undefined && matchesTyped(typed, option.label, option.initials),
    },
  };
}

/** Options from a table of names, in its order. */
export function optionsOf<Value extends string>(names: Readonly<Record<Value, string>>): SelectOption<Value>[] {
  return (Object.entries(names) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
