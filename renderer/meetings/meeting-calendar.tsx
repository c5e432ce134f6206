import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { MeetingRow } from '../../contract/meeting-operations.ts';
import { meetingTypeShortNames } from '../../rules/codes/meeting.ts';
import { addMonths, monthEnd, monthStart } from '../../rules/dates.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { KeyHints } from '../ui/key-hints.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { dayByKey, weeksOfMonth } from './month-days.ts';

const words = text.meetings.calendar;
const shownPerDay = 3;

/** A month of meetings; Enter opens the day's meeting, or begins one on it. */
export function MeetingCalendar() {
  const { branch, asOf, today, go } = useWorkspace();
  const [day, setDay] = useState(asOf);
  const month = useOperation(
    'meeting.list',
    { branchId: branch.id, from: monthStart(day), to: monthEnd(day), limit: 500 },
    { records: ['meeting', 'member'] },
  );
  const rows = month.value?.rows ?? [];
  const on = (date: string) => rows.filter((row) => row.heldOn === date).reverse();
  const open = (row: MeetingRow) => go({ screen: 'meetings', recordId: row.id });
  const add = (date: string) => go({ screen: 'meetings', view: 'new', params: { heldOn: date } });

  // The keyboard is on the day that is chosen, also when a key has turned the month.
  useEffect(() => {
    document.getElementById(`day-${day}`)?.focus();
  }, [day]);

  function choose(date: string): void {
    setDay(date);
    document.getElementById(`day-${date}`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = dayByKey(day, event.key);
    const [first] = on(day);
    if (next !== null) setDay(next);
    else if (event.key !== 'Enter') return;
    else if (first === undefined) add(day);
    else open(first);
    event.preventDefault();
  }

  const turn = (months: number) => choose(months === 0 ? today : addMonths(day, months));

  const [year = 0, number = 0] = day.split('-').map(Number);
  return (
    <>
      <PageHeader
        title={words.month(year, number)}
        summary={words.count(rows.length)}
        actions={
          <>
            <Button onClick={() => turn(-1)}>{words.previous}</Button>
            <Button onClick={() => turn(0)}>{words.thisMonth}</Button>
            <Button onClick={() => turn(1)}>{words.next}</Button>
            <Button onClick={() => go({ screen: 'meetings' })}>{text.meetings.list.toList}</Button>
            <PermitButton right="enter" type="primary" onClick={() => add(day)}>
              {text.meetings.list.add}
            </PermitButton>
          </>
        }
      />
      {month.failure !== undefined && <FailurePanel failure={month.failure} />}
      <div className="calendar">
        <table aria-label={words.month(year, number)}>
          <thead>
            <tr>
              {text.date.weekdays.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOfMonth(day).map((week) => (
              <tr key={week[0]}>
                {week.map((date) => (
                  <Day
                    key={date}
                    date={date}
                    isChosen={date === day}
                    isToday={date === today}
                    isOutside={date.slice(0, 7) !== day.slice(0, 7)}
                    rows={on(date)}
                    onKeyDown={onKeyDown}
                    onChoose={() => choose(date)}
                    onOpen={open}
                    onAdd={() => add(date)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <KeyHints
        hints={[
          { keys: ['←', '→', '↑', '↓'], does: words.moveDay },
          { keys: ['Page Up', 'Page Down'], does: `${words.previous}、${words.next}` },
          { keys: ['Enter'], does: `${text.keys.open}，${words.addOn}` },
        ]}
      />
    </>
  );
}

function Day({
  date,
  isChosen,
  isToday,
  isOutside,
  rows,
  onKeyDown,
  onChoose,
  onOpen,
  onAdd,
}: {
  date: string;
  isChosen: boolean;
  isToday: boolean;
  isOutside: boolean;
  rows: readonly MeetingRow[];
  onKeyDown(event: KeyboardEvent): void;
  onChoose(): void;
  onOpen(row: MeetingRow): void;
  onAdd(): void;
}) {
  const [, month = 0, number = 0] = date.split('-').map(Number);
  const label = `${words.day(month, number)}，${rows.length === 0 ? words.none : words.count(rows.length)}`;
  const marks = [isChosen && 'day-chosen', isToday && 'day-today', isOutside && 'day-outside']
    .filter(Boolean)
    .join(' ');
  return (
    <td className={marks}>
      <button
        id={`day-${date}`}
        type="button"
        className="plain-button day-number"
        tabIndex={isChosen ? 0 : -1}
        aria-label={label}
        aria-current={isToday ? 'date' : undefined}
        onKeyDown={onKeyDown}
        onClick={onChoose}
        onDoubleClick={onAdd}
      >
        {number}
      </button>
      {rows.slice(0, shownPerDay).map((row) => (
        <button
          key={row.id}
          type="button"
          tabIndex={-1}
          className="day-meeting cut"
          title={row.title}
          onClick={() => onOpen(row)}
        >
          {row.types.map((type) => meetingTypeShortNames[type]).join('、')}
        </button>
      ))}
      {rows.length > shownPerDay && <span className="note">{words.more(rows.length - shownPerDay)}</span>}
    </td>
  );
}
