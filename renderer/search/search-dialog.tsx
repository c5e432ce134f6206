import { useEffect, useId, useState } from 'react';
import type { Route, ScreenName } from '../data/route.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { loadInitials } from '../ui/initials.ts';
import { KeyHints } from '../ui/key-hints.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFound } from './use-found.ts';
import './search.css';

/** One field for everything: people, meetings, pages. Arrows choose, Enter opens. */
export function SearchDialog({ pages, onClose }: { pages: readonly ScreenName[]; onClose(): void }) {
  const { go } = useWorkspace();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { groups, failure } = useFound(typed, pages);
  const results = groups.flatMap((group) => group.results);
  const active = Math.min(at, Math.max(results.length - 1, 0));
  const { search } = text;

  useEffect(() => {
    void loadInitials();
  }, []);

  function open(route: Route | undefined): void {
    if (route === undefined) return;
    onClose();
    go(route);
  }

  let place = -1;
  return (
    <Dialog title={search.title} width={620} onClose={onClose}>
      <TextField
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setAt(0);
        }}
        onArrow={(step) => setAt(Math.max(0, Math.min(active + step, results.length - 1)))}
        onEnter={() => open(results[active]?.route)}
        onEscape={onClose}
        placeholder={search.placeholder}
        label={search.title}
        role="combobox"
        controls={`${id}-list`}
        activeDescendant={results.length === 0 ? undefined : `${id}-${active}`}
        isFirst
      />
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="search-results dialog-scroll" id={`${id}-list`} role="listbox" aria-label={search.title}>
        {typed.trim() === '' && <p className="note">{search.start}</p>}
        {typed.trim() !== '' && results.length === 0 && <p className="note">{search.none(typed.trim())}</p>}
        {groups.map((group) => (
          <section key={group.name} aria-label={search.groups[group.name]}>
            {group.results.length > 0 && <h3 className="search-group note">{search.groups[group.name]}</h3>}
            {group.results.map((result) => {
              place += 1;
              const index = place;
              return (
                <button
                  key={result.key}
                  id={`${id}-${index}`}
                  type="button"
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  className={`plain-button search-result ${index === active ? 'search-active' : ''}`}
                  onClick={() => open(result.route)}
                  onMouseEnter={() => setAt(index)}
                >
                  <strong>{result.name}</strong>
                  <span className="note cut">{result.note}</span>
                </button>
              );
            })}
            {group.more > 0 && <p className="note search-more">{search.more(group.more)}</p>}
          </section>
        ))}
      </div>
      <KeyHints
        hints={[
          { keys: ['↑', '↓'], does: search.hints.move },
          { keys: ['Enter'], does: search.hints.open },
          { keys: ['Esc'], does: search.hints.close },
        ]}
      />
    </Dialog>
  );
}
