import { useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { parseDate, type ReadDate } from './parse-date.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';
import './date-field.css';

/** Why a stored or typed text is no date, as a sentence; `undefined` when it is one or empty. */
export function dateProblem(value: string | null, isPartialAllowed: boolean): string | undefined {
  if (value === null || value === '') return undefined;
  const read = parseDate(value, { isPartialAllowed });
  return 'date' in read ? undefined : problemText(read, isPartialAllowed);
}

function problemText(read: Exclude<ReadDate, { date: string }>, isPartialAllowed: boolean): string {
  if (read.problem === 'month') return text.date.monthTooBig(read.month);
  if (read.problem === 'day') return text.date.noSuchDay(read.year, read.month, read.day);
  return isPartialAllowed ? text.date.unreadablePartial : text.date.unreadable;
}

/**
 * A date, typed the way clerks type it. A readable one arrives as `YYYY-MM-DD` (or shorter where `isPartial`); what
 * cannot be read arrives as it was typed, so that a save is refused instead of silently keeping the old date.
 */
export function DateField({
  value,
  onChange,
  isPartial = false,
  onEnter,
  ...rest
}: Pick<TextFieldProps, 'isDisabled' | 'isFirst' | 'label' | 'size' | 'onEscape'> & {
  value: string | null;
  onChange(value: string | null): void;
  /** Year or month alone may be all that is known. */
  isPartial?: boolean;
  onEnter?: () => void;
}) {
  // While she types, the text is hers; it takes its written form when she leaves.
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? dateProblem(value, isPartial) : undefined;

  function take(text: string): void {
    setTyped(text);
    if (text.trim() === '') onChange(null);
    else {
      const read = parseDate(text, { isPartialAllowed: isPartial });
      onChange('date' in read ? read.date : text.trim());
    }
  }

  return (
    <div className="date-field">
      <TextField
        {...rest}
        value={typed ?? value ?? ''}
        onChange={take}
        onBlur={() => setTyped(null)}
        onEnter={() => {
          setTyped(null);
          onEnter?.();
        }}
        maxLength={20}
        placeholder={isPartial ? text.date.partialPlaceholder : text.date.placeholder}
      />
      {problem !== undefined && (
        <p className="field-error note" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
