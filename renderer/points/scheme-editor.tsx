import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { PointsItem, PointsScheme } from '../../contract/points.ts';
import { pointsPeriodNames, pointsPerNames, pointsSourceNames } from '../../rules/codes/points.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { ItemDialog } from './item-dialog.tsx';
import { SchemeFields } from './scheme-fields.tsx';

const words = text.points.scheme;

/** Items in the middle, everything else of the scheme at the right; nothing is stored before it is saved. */
export function SchemeEditor({
  scheme,
  onSaved,
  onRemoved,
}: {
  scheme: PointsScheme;
  onSaved(id: string): void;
  onRemoved(): void;
}) {
  // The list is read again whenever another scheme changes; the form stays with what it began from.
  const [initial] = useState(scheme);
  const [draft, setDraft] = useState(initial);
  const [reason, setReason] = useState('');
  const [editing, setEditing] = useState<PointsItem>();
  const [done, setDone] = useState<'saved' | 'removed'>();
  const saving = useSave('pointsScheme.save');
  const removing = useSave('pointsScheme.remove');
  const isNew = initial.revision === 0;
  const isChanged = draft !== initial || isNew;
  useUnsaved(draft !== initial && done === undefined, words.unsaved(draft.name));
  // Only when nothing is held back any more: leaving would else ask about what is stored.
  useEffect(() => {
    if (done === 'saved') onSaved(initial.id);
    if (done === 'removed') onRemoved();
  }, [done, initial.id, onSaved, onRemoved]);
  const change = (part: Partial<PointsScheme>) => setDraft((last) => ({ ...last, ...part }));
  const isBelowAField = Object.keys(draft).some((field) => fieldProblem(saving.failure, field) !== undefined);
  const failure = removing.failure ?? (isBelowAField ? undefined : saving.failure);
  const itemsProblem = fieldProblem(saving.failure, 'items');

  function putItem(item: PointsItem): void {
    const isKnown = draft.items.some(({ id }) => id === item.id);
    change({
      items: isKnown ? draft.items.map((each) => (each.id === item.id ? item : each)) : [...draft.items, item],
    });
    setEditing(undefined);
  }

  async function store(): Promise<void> {
    if ((await saving.save({ draft, reason })) !== undefined) setDone('saved');
  }

  async function remove(): Promise<void> {
    const { id, revision } = initial;
    if ((await removing.save({ id, revision, reason: reason.trim() })) !== undefined) setDone('removed');
  }

  return (
    <>
      <Panel
        title={words.items}
        note={words.itemsNote}
        extra={
          <Button size="small" onClick={() => setEditing(blankItem(draft.items.at(-1)?.category ?? ''))}>
            {words.addItem}
          </Button>
        }
        isFlush
        className="points-list"
      >
        {itemsProblem !== undefined && <p className="field-error points-error">{itemsProblem}</p>}
        <DataTable
          label={words.items}
          columns={columns}
          rows={rowsOf(draft.items)}
          keyOf={({ id }) => id}
          nameOf={({ text: content }) => content}
          onOpen={setEditing}
          onEdit={setEditing}
          empty={<EmptyState sentence={words.noItems} />}
        />
      </Panel>
      <Panel className="points-fields">
        {failure !== undefined && <FailurePanel failure={failure} />}
        <SchemeFields
          draft={draft}
          failure={saving.failure}
          reason={isNew ? undefined : reason}
          onChange={change}
          onReason={setReason}
        />
        <div className="points-actions">
          {!isNew && (
            <PermitButton right="configure" disabled={reason.trim() === ''} onClick={() => void remove()}>
              {words.remove}
            </PermitButton>
          )}
          <HistoryButton record="pointsScheme" id={isNew ? undefined : initial.id} title={initial.name} />
          <PermitButton
            right="configure"
            type="primary"
            disabled={!isChanged}
            loading={saving.isSaving}
            onClick={() => void store()}
          >
            {isChanged ? words.save : words.saved}
          </PermitButton>
        </div>
      </Panel>
      {editing !== undefined && (
        <ItemDialog
          item={editing}
          categories={[...new Set(draft.items.map(({ category }) => category))]}
          onSave={putItem}
          onRemove={
            draft.items.some(({ id }) => id === editing.id)
              ? () => {
                  change({ items: draft.items.filter(({ id }) => id !== editing.id) });
                  setEditing(undefined);
                }
              : undefined
          }
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function blankItem(category: string): PointsItem {
  return {
    id: newId(),
    category,
    text: '',
    kind: 'plus',
    tenths: 10,
    per: 'time',
    cap: null,
    capPeriod: 'year',
    evidence: '',
    sources: [],
    leastDays: null,
    mostDays: null,
  };
}

const columns: readonly TableColumn<PointsItem>[] = [
  { key: 'category', title: words.category, width: 72, render: ({ category }) => category },
  { key: 'text', title: words.text, render: ({ text: content }) => content },
  {
    key: 'points',
    title: words.points,
    width: 92,
    render: ({ tenths, kind, per }) => `${pointsPerNames[per]} ${text.points.signed(tenths, kind)}`,
  },
  {
    key: 'cap',
    title: words.cap,
    width: 56,
    render: ({ cap, capPeriod }) =>
      cap === null ? '' : words.capOf(pointsPeriodNames[capPeriod], text.points.tenths(cap)),
  },
  {
    key: 'sources',
    title: words.sources,
    width: 116,
    render: ({ sources }) =>
      sources.length === 0 ? words.byHand : sources.map((source) => pointsSourceNames[source]).join('、'),
  },
];
