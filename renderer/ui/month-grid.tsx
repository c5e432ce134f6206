import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addDays, addMonths, monthEnd, monthStart } from '../../rules/dates.ts';
import { text } from '../text/zh-CN.ts';
import { weeksOf } from './month-weeks.ts';
import './month-grid.css';

/** One month to pick a day from: arrows move by day and week, Page Up and Down by month, Enter picks. */
export function MonthGrid({ value, onPick, onClose }: { value: string; onPick(day: string): void; onClose(): void }) {
  const [day, setDay] = useState(value);
  const grid = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    grid.current?.querySelector<HTMLButtonElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, () => string> = {
      ArrowLeft: () => addDays(day, -1),
      ArrowRight: () => addDays(day, 1),
      ArrowUp: () => addDays(day, -7),
      ArrowDown: () => addDays(day, 7),
      PageUp: () => addMonths(day, -1),
      PageDown: () => addMonths(day, 1),
      Home: () => monthStart(day),
      End: () => monthEnd(day),
    };
    const move = moves[event.key];
    if (event.key === 'Escape') onClose();
    else if (move === undefined) return;
    else setDay(move());
    event.preventDefault();
    event.stopPropagation();
  }

  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return (
    <fieldset className="month-grid" ref={grid} aria-label={text.date.month(year, month)} onKeyDown={onKeyDown}>
      <div className="month-head">
        <button
          type="button"
          className="plain-button month-step"
          aria-label={text.date.previousMonth}
          onClick={() => setDay(addMonths(day, -1))}
        >
          ‹
        </button>
        <strong>{text.date.month(year, month)}</strong>
        <button
          type="button"
          className="plain-button month-step"
          aria-label={text.date.nextMonth}
          onClick={() => setDay(addMonths(day, 1))}
        >
          ›
        </button>
      </div>
      <div className="month-days">
        {text.date.weekdays.map((name) => (
          <span key={name} className="note">
            {name}
          </span>
        ))}
        {weeksOf(day).map((each) => (
          <button
            key={each}
            type="button"
            data-day={each}
            tabIndex={each === day ? 0 : -1}
            aria-label={each}
            aria-pressed={each === value}
            className={`plain-button month-day ${each.slice(0, 7) === day.slice(0, 7) ? '' : 'month-other'} ${
              each === value ? 'month-value' : ''
            }`}
            onClick={() => onPick(each)}
          >
            {Number(each.slice(8, 10))}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
