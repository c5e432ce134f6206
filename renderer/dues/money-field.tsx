import { useState } from 'react';
import { readYuan, yuan } from '../text/money.ts';
import { text } from '../text/zh-CN.ts';
import { TextField, type TextFieldProps } from '../ui/text-field.tsx';

/** An amount typed in yuan and kept in fen; nothing typed is `null`, what cannot be read is told. */
export function MoneyField({
  value,
  onChange,
  ...rest
}: Pick<TextFieldProps, 'isFirst' | 'label' | 'size' | 'isDisabled' | 'onEnter' | 'className'> & {
  value: number | null;
  onChange(fen: number | null): void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed !== null && typed.trim() !== '' && readYuan(typed) === null;
  return (
    <div>
      <TextField
        {...rest}
        value={typed ?? (value === null || Number.isNaN(value) ? '' : yuan(value))}
        onChange={(next) => {
          setTyped(next);
          onChange(next.trim() === '' ? null : (readYuan(next) ?? Number.NaN));
        }}
        onBlur={() => {
          if (!isUnreadable) setTyped(null);
        }}
        maxLength={20}
      />
      {isUnreadable && (
        <p className="field-error note" role="alert">
          {text.dues.moneyProblem}
        </p>
      )}
    </div>
  );
}

/** A month as `YYYY-MM`; `2026.3`, `202603` and full-width figures are read too. */
export function MonthField({
  value,
  onChange,
  ...rest
}: Pick<TextFieldProps, 'isFirst' | 'label' | 'size' | 'isDisabled'> & {
  value: string;
  onChange(month: string): void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed !== null && readMonth(typed) === null;
  return (
    <div>
      <TextField
        {...rest}
        value={typed ?? value}
        placeholder={text.dues.monthHint}
        onChange={(next) => {
          setTyped(next);
          onChange(readMonth(next) ?? next);
        }}
        onBlur={() => {
          if (!isUnreadable) setTyped(null);
        }}
        maxLength={10}
      />
      {isUnreadable && typed.trim() !== '' && (
        <p className="field-error note" role="alert">
          {text.dues.monthProblem}
        </p>
      )}
    </div>
  );
}

function readMonth(typed: string): string | null {
  const found = /^(\d{4})[-./年]?(\d{1,2})月?$/.exec(typed.normalize('NFKC').replaceAll(/\s/g, ''));
  const month = Number(found?.[2] ?? 0);
  return found === null || month < 1 || month > 12 ? null : `${found[1]}-${String(month).padStart(2, '0')}`;
}
