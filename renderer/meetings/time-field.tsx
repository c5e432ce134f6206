import { useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { TextField } from '../ui/text-field.tsx';
import { parseTime } from './parse-time.ts';

/** A time of day, typed as 830, 8:30 or 08:30. What cannot be read is told and not taken. */
export function TimeField({
  value,
  onChange,
  label,
}: {
  value: string | null;
  onChange(value: string | null): void;
  label: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed !== null && typed.trim() !== '' && parseTime(typed) === null;
  const [hasLeft, setHasLeft] = useState(false);
  return (
    <div className="time-field">
      <TextField
        label={label}
        value={typed ?? value ?? ''}
        maxLength={8}
        onFocus={() => setHasLeft(false)}
        onChange={(next) => {
          setTyped(next);
          onChange(next.trim() === '' ? null : parseTime(next));
        }}
        onBlur={() => {
          setHasLeft(true);
          if (!isUnreadable) setTyped(null);
        }}
      />
      {isUnreadable && hasLeft && (
        <p className="field-error note" role="alert">
          {text.meetings.basics.timeUnreadable}
        </p>
      )}
    </div>
  );
}
