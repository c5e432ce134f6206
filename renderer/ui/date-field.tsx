import { Popover } from 'antd';
import { useRef, useState } from 'react';
import { isDay } from '../../rules/dates.ts';
import { text } from '../text/zh-CN.ts';
import { MonthGrid } from './month-grid.tsx';
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
  const box = useRef<HTMLDivElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const problem = typed === null ? dateProblem(value, isPartial) : undefined;

  function take(text: string): void {
    setTyped(text);
    if (text.trim() === '') onChange(null);
    else {
      const read = parseDate(text, { isPartialAllowed: isPartial });
      onChange('date' in read ? read.date : text.trim());
    }
  }

  function backToField(): void {
    setIsPicking(false);
    box.current?.querySelector('input')?.focus();
  }

  return (
    <div className="date-field" ref={box}>
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
        placeholder={placeholderOf(isPartial, rest.size === 'small')}
        onArrow={(step) => setIsPicking(step === 1)}
        suffix={
          <Popover
            open={isPicking}
            onOpenChange={setIsPicking}
            trigger="click"
            placement="bottomRight"
            destroyOnHidden
            content={
              <MonthGrid
                value={startOf(value)}
                onClose={backToField}
                onPick={(day) => {
                  setTyped(null);
                  onChange(day);
                  backToField();
                }}
              />
            }
          >
            <button
              type="button"
              className="plain-button date-pick"
              aria-label={text.date.pick}
              tabIndex={-1}
              disabled={rest.isDisabled}
            >
              <CalendarIcon />
            </button>
          </Popover>
        }
      />
      {problem !== undefined && (
        <p className="field-error note" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** A small field has no room for more than the digits. */
function placeholderOf(isPartial: boolean, isSmall: boolean): string {
  if (isSmall) return text.date.shortPlaceholder;
  return isPartial ? text.date.partialPlaceholder : text.date.placeholder;
}

/** The month that the calendar opens on: of the date there is, else of today. */
function startOf(value: string | null): string {
  if (value !== null && isDay(value)) return value;
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function CalendarIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      <path d="M3 4.5h14V17H3zM3 8.5h14M6.5 2.5v4M13.5 2.5v4" />
    </svg>
  );
}
