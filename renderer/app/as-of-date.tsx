import { Button, Popover } from 'antd';
import { useState } from 'react';
import { isDay } from '../../rules/dates.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from './icons.tsx';

/** The one as-of date: every list and count of the program speaks of this day. */
export function AsOfDate() {
  const { asOf, today, setAsOf } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(asOf);

  function take(day: string | null): void {
    setTyped(day);
    if (day === null || !isDay(day)) return;
    setAsOf(day);
    setIsOpen(false);
  }

  return (
    <Popover
      open={isOpen}
      onOpenChange={(next) => {
        setTyped(asOf);
        setIsOpen(next);
      }}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <div className="as-of-choices">
          <Field label={text.frame.asOf}>
            <DateField
              value={typed}
              onChange={setTyped}
              onEnter={() => take(typed)}
              onEscape={() => setIsOpen(false)}
              isFirst
            />
          </Field>
          <div className="as-of-quick">
            {quickDays(today).map((day) => (
              <Button key={day} size="small" onClick={() => take(day)}>
                {day}
              </Button>
            ))}
            <Button size="small" onClick={() => take(today)}>
              {text.frame.backToToday}
            </Button>
          </div>
        </div>
      }
    >
      <button type="button" className="plain-button as-of" aria-expanded={isOpen}>
        <span className="as-of-label">{text.frame.asOf}</span>
        <span className={asOf === today ? '' : 'as-of-other'}>
          {asOf}
          {asOf === today ? `（${text.frame.today}）` : ''}
        </span>
        <Icon name="down" />
      </button>
    </Popover>
  );
}

/** The last half-year and year ends, which inspections and statistics ask about. */
export function quickDays(today: string): string[] {
  const year = Number(today.slice(0, 4));
  return [`${year}-06-30`, `${year - 1}-12-31`, `${year - 1}-06-30`].filter((day) => day < today).slice(0, 2);
}
