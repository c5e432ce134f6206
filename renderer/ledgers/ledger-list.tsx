import { type KeyboardEvent, useRef } from 'react';
import type { LedgerState } from '../../contract/ledgers.ts';
import { text } from '../text/zh-CN.ts';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { isComplete, lackCount } from './state.ts';

const words = text.ledgers;

/** All ledgers under their subjects; arrow keys go from one to the next. */
export function LedgerList({
  states,
  chosen,
  onChoose,
}: {
  states: readonly LedgerState[];
  chosen: string | undefined;
  onChoose(id: string): void;
}) {
  const list = useRef<HTMLElement>(null);
  const subjects = Object.keys(words.subjects).filter((subject) => states.some((state) => state.subject === subject));
  const inOrder = subjects.flatMap((subject) => states.filter((state) => state.subject === subject));

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = inOrder[inOrder.findIndex(({ id }) => id === chosen) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelector<HTMLButtonElement>(`[data-ledger="${next.id}"]`)?.focus();
  }

  return (
    <Panel isFlush className="ledger-list">
      <nav ref={list} aria-label={words.list}>
        {subjects.map((subject) => (
          <section key={subject} aria-label={words.subjects[subject]}>
            <h2 className="ledger-subject">{words.subjects[subject]}</h2>
            {states
              .filter((state) => state.subject === subject)
              .map((state) => (
                <button
                  key={state.id}
                  type="button"
                  aria-current={state.id === chosen}
                  tabIndex={state.id === chosen ? 0 : -1}
                  data-ledger={state.id}
                  className={`plain-button ledger-entry ${state.id === chosen ? 'ledger-chosen' : ''}`}
                  onClick={() => onChoose(state.id)}
                  onKeyDown={onKeyDown}
                >
                  <span className="ledger-name">{state.title}</span>
                  <StateMark state={state} />
                </button>
              ))}
          </section>
        ))}
      </nav>
    </Panel>
  );
}

function StateMark({ state }: { state: LedgerState }) {
  if (state.concealed !== null) return <SeverityMark severity="todo" label={text.people.restricted} />;
  const lacks = lackCount(state);
  if (lacks > 0) return <SeverityMark severity="incomplete" label={words.lacks(lacks)} />;
  if (isComplete(state)) return <SeverityMark severity="met" label={words.complete} />;
  return <span className="note">{words.nothing}</span>;
}
