import { Button } from 'antd';
import type { ComponentType } from 'react';
import { newId } from '../data/new-id.ts';
import { text } from '../text/zh-CN.ts';
import type { SelectOption } from '../ui/select-field.tsx';
import type { BookField } from './book.ts';

interface EntryInput {
  field: BookField;
  value: unknown;
  people: readonly SelectOption<string>[];
  onChange(part: Record<string, unknown>): void;
}

type Entry = Record<string, unknown> & { id: string };

/** A list inside a line: contacts, visits, milestones; one row each, its fields side by side. */
export function EntriesField({
  field,
  value,
  people,
  onChange,
  Input,
}: {
  field: Extract<BookField, { kind: 'entries' }>;
  value: unknown;
  people: readonly SelectOption<string>[];
  onChange(entries: Entry[]): void;
  /** What draws one field of an entry. */
  Input: ComponentType<EntryInput>;
}) {
  const entries = Array.isArray(value) ? (value as Entry[]) : [];
  const blank = () => ({
    id: newId(),
    ...Object.fromEntries(field.fields.map(({ key, kind }) => [key, kind === 'text' || kind === 'lines' ? '' : null])),
  });
  return (
    <div className="register-entries">
      {entries.length > 0 && (
        <div className="register-entry-row note" style={{ gridTemplateColumns: template(field) }}>
          {field.fields.map((each) => (
            <span key={each.key}>{each.label}</span>
          ))}
        </div>
      )}
      {entries.map((entry, index) => (
        <div key={entry.id} className="register-entry-row" style={{ gridTemplateColumns: template(field) }}>
          {field.fields.map((each) => (
            <Input
              key={each.key}
              field={each}
              value={entry[each.key]}
              people={people}
              onChange={(part) =>
                onChange(entries.map((other) => (other.id === entry.id ? { ...other, ...part } : other)))
              }
            />
          ))}
          <Button
            aria-label={text.registers.removeEntry(index + 1)}
            onClick={() => onChange(entries.filter((other) => other.id !== entry.id))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...entries, blank()])}>
          {field.add}
        </Button>
      </div>
    </div>
  );
}

function template(field: Extract<BookField, { kind: 'entries' }>): string {
  return `${field.fields.map(({ kind }) => (kind === 'day' ? '118px' : 'minmax(0, 1fr)')).join(' ')} 32px`;
}
