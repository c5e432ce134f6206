import { useState } from 'react';
import { text } from '../text/zh-CN.ts';
import type { SelectOption } from '../ui/select-field.tsx';
import { ContentDialog, type ContentPart } from './content-dialog.tsx';
import type { ChangeForm, MeetingForm } from './form.ts';

const parts: readonly ContentPart[] = [
  'studyContent',
  'discussion',
  'dissent',
  'speeches',
  'observers',
  'resolutions',
  'materials',
];

/** What was said and decided, one line a part with what it holds; each opens to write. */
export function ContentPanel({
  form,
  change,
  people,
}: {
  form: MeetingForm;
  change: ChangeForm;
  people: readonly SelectOption<string>[];
}) {
  const words = text.meetings.content;
  const [opened, setOpened] = useState<ContentPart | null>(null);
  return (
    <section className="content" aria-label={words.title}>
      <div className="entry-subhead">
        <h3>{words.title}</h3>
      </div>
      <ul className="content-list">
        {parts.map((part) => {
          const state = stateOf(form, part);
          return (
            <li key={part} className="content-row-line">
              <button type="button" className="plain-button content-row" onClick={() => setOpened(part)}>
                <span>{words[part]}</span>
                <span className={state === words.notFilled ? 'content-none' : 'content-filled'}>{state}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {opened !== null && (
        <ContentDialog part={opened} form={form} change={change} people={people} onClose={() => setOpened(null)} />
      )}
    </section>
  );
}

function stateOf(form: MeetingForm, part: ContentPart): string {
  const words = text.meetings.content;
  const value = form[part];
  if (typeof value === 'string') return value.trim() === '' ? words.notFilled : words.filled;
  if (value.length === 0) return words.notFilled;
  return part === 'resolutions' ? words.items(value.length) : words.people(value.length);
}
