import { Button } from 'antd';
import { useState } from 'react';
import type { Tally, Vote } from '../../contract/meeting.ts';
import { newId } from '../data/new-id.ts';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type ChangeForm, changedAt, type MeetingForm } from './form.ts';

/** The items of the agenda; the chosen one has its vote in the right column. */
export function AgendaPanel({
  form,
  change,
  selectedId,
  onSelect,
  tallies,
}: {
  form: MeetingForm;
  change: ChangeForm;
  selectedId: string | null;
  onSelect(id: string): void;
  tallies: readonly Tally[];
}) {
  const words = text.meetings.agenda;
  const confirm = useConfirm();
  const [opened, setOpened] = useState<string | null>(null);

  function add(): void {
    const id = newId();
    change((last) => ({ agenda: [...last.agenda, { id, title: '', content: '' }] }));
    onSelect(id);
  }

  async function remove(id: string, title: string): Promise<void> {
    const votes = form.votes.filter((vote) => vote.agendaId === id).length;
    const isSure =
      votes === 0 ||
      (await confirm({ title: words.remove(title), body: words.removeWithVotes(votes), action: words.removeAction }));
    if (!isSure) return;
    change((last) => ({
      agenda: last.agenda.filter((item) => item.id !== id),
      votes: last.votes.filter((vote) => vote.agendaId !== id),
    }));
  }

  const openedIndex = form.agenda.findIndex((item) => item.id === opened);
  const openedItem = form.agenda[openedIndex];
  return (
    <section className="agenda" aria-label={words.title(form.agenda.length)}>
      <div className="entry-subhead">
        <h3>{words.title(form.agenda.length)}</h3>
        <Button size="small" className="small-button" onClick={add}>
          ＋ {words.add}
        </Button>
      </div>
      {form.agenda.length > 0 && (
        <ol className="agenda-list">
          {form.agenda.map((item, index) => {
            const title = item.title === '' ? words.unnamed : item.title;
            return (
              <li key={item.id} className={`agenda-item ${item.id === selectedId ? 'agenda-selected' : ''}`}>
                <span className="agenda-number">{index + 1}</span>
                <div className="agenda-words">
                  <TextField
                    label={words.name(index + 1)}
                    value={item.title}
                    maxLength={200}
                    isFirst={item.id === selectedId && item.title === ''}
                    onFocus={() => onSelect(item.id)}
                    onEnter={() => index === form.agenda.length - 1 && item.title !== '' && add()}
                    onChange={(next) => change((last) => ({ agenda: changedAt(last.agenda, index, { title: next }) }))}
                  />
                  <div className="agenda-note note">
                    <span className="cut">{votesText(form.votes, item.id, tallies)}</span>
                    <button
                      type="button"
                      className="link-button"
                      aria-label={words.contentOf(title)}
                      onClick={() => setOpened(item.id)}
                    >
                      {words.content}
                      {item.content === '' ? '' : ' ✓'}
                    </button>
                  </div>
                </div>
                <button
                  type="button"
                  className="plain-button agenda-remove"
                  aria-label={words.remove(title)}
                  onClick={() => void remove(item.id, title)}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {openedItem !== undefined && (
        <Dialog
          title={words.contentOf(openedItem.title === '' ? words.unnamed : openedItem.title)}
          width={640}
          onClose={() => setOpened(null)}
          actions={
            <Button type="primary" onClick={() => setOpened(null)}>
              {text.meetings.content.done}
            </Button>
          }
        >
          <TextField
            label={words.content}
            lines={10}
            isFirst
            value={openedItem.content}
            maxLength={20_000}
            onChange={(content) => change((last) => ({ agenda: changedAt(last.agenda, openedIndex, { content }) }))}
          />
        </Dialog>
      )}
    </section>
  );
}

function votesText(votes: readonly Vote[], agendaId: string, tallies: readonly Tally[]): string {
  const { agenda, vote: words } = text.meetings;
  const own = votes.filter((vote) => vote.agendaId === agendaId);
  const [first] = own;
  if (first === undefined) return agenda.noVote;
  const results = own.map((vote) => {
    const tally = tallies.find((candidate) => candidate.voteId === vote.id);
    return words.result[tally?.result ?? 'not-voted'];
  });
  return [words.methods[first.method], ...new Set(results)].join(' · ');
}
