import { useMemo, useState } from 'react';
import type { Change } from '../../contract/change.ts';
import { RecordName } from '../../contract/history.ts';
import type { Wire } from '../../contract/operations.ts';
import { usePages } from '../data/use-pages.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { changeTitle } from '../text/changes.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { localTime } from '../ui/local-time.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { UndoDialog } from '../ui/undo-dialog.tsx';
import { ChangeDetail } from './change-detail.tsx';
import { type ChangeFilter, FilterBar, noFilter } from './filter-bar.tsx';
import './changes.css';

const words = text.changes;

const columns: readonly TableColumn<Change>[] = [
  { key: 'at', title: words.columns.at, width: 136, render: ({ at }) => localTime(at) },
  { key: 'person', title: words.columns.person, width: 90, render: ({ actor }) => actor },
  { key: 'what', title: words.columns.what, render: changeTitle },
  { key: 'reason', title: words.columns.reason, width: 110, render: ({ reason }) => reason },
  { key: 'state', title: words.columns.state, width: 58, render: stateOf },
];

function stateOf({ undoneBy, undoes, isAccess }: Change): string {
  if (undoneBy !== null) return words.undone;
  if (undoes.length > 0) return words.isUndo;
  return isAccess ? words.access : '';
}

/** Every change of the archive, found by day, person, record and reason; each can be looked at and taken back. */
export function ChangesScreen() {
  const { person } = useWorkspace();
  const [filter, setFilter] = useState<ChangeFilter>(noFilter);
  const [shown, setShown] = useState<Change>();
  const [undoing, setUndoing] = useState<Wire<'change.planUndo'>>();
  const pages = usePages('change.list', wireOf(filter), RecordName.options);
  const isNarrowed = filter !== noFilter;
  const first = useMemo(() => pages.at(0), [pages]);
  // The row under the keyboard is looked at; at the start the newest.
  const active = shown ?? first;

  return (
    <div className="changes">
      <PageHeader title={words.title} summary={words.summary(pages.count)} />
      <FilterBar
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setShown(undefined);
        }}
      />
      {pages.failure !== undefined && <FailurePanel failure={pages.failure} />}
      <div className="changes-columns">
        <Panel isFlush className="changes-list">
          <DataTable<Change>
            label={words.title}
            note={isNarrowed ? text.print.joined([text.print.narrowed, text.print.found(filter.search)]) : ''}
            columns={columns}
            rows={pages}
            keyOf={({ number }) => String(number)}
            nameOf={changeTitle}
            onActive={setShown}
            onOpen={setShown}
            isFirst
            empty={
              pages.first !== undefined && (
                <EmptyState
                  sentence={isNarrowed ? words.noneFound : words.none}
                  {...(isNarrowed && { action: { label: words.clear, onAct: () => setFilter(noFilter) } })}
                />
              )
            }
          />
          {(pages.first?.concealed ?? []).length > 0 && <p className="note changes-concealed">{words.concealed}</p>}
        </Panel>
        <div className="changes-detail">
          {active === undefined ? (
            <p className="note">{words.choose}</p>
          ) : (
            <ChangeDetail
              key={active.number}
              number={active.number}
              onUndo={() => setUndoing({ change: active.number })}
              actions={
                active.batch !== '' &&
                active.undoneBy === null &&
                active.undoes.length === 0 && (
                  <PermitButton
                    right={active.actor === person ? 'supervise' : 'decide'}
                    size="small"
                    onClick={() => setUndoing({ batch: active.batch })}
                  >
                    {words.undoBatch}
                  </PermitButton>
                )
              }
            />
          )}
        </div>
      </div>
      {undoing !== undefined && <UndoDialog target={undoing} onClose={() => setUndoing(undefined)} />}
    </div>
  );
}

function wireOf(filter: ChangeFilter): Omit<Wire<'change.list'>, 'offset' | 'limit'> {
  const { from, to, actor, record, memberId, search, includeAccess } = filter;
  return {
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(actor !== null && { actor }),
    ...(record !== null && { record }),
    ...(memberId !== null && { memberId }),
    search: search.trim(),
    includeAccess,
  };
}

function isDay(value: string | null): value is string {
  return value !== null && /^\d{4}-\d\d-\d\d$/.test(value);
}
