import { Button } from 'antd';
import { useState } from 'react';
import type { PointsScheme } from '../../contract/points.ts';
import type { PointsProposal } from '../../contract/points-operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { TextField } from '../ui/text-field.tsx';
import { originRoute } from './origin-route.ts';

const words = text.points.proposals;

/** What the scheme would give for recorded attendance, study and service; she takes it up, or refuses it for good. */
export function ProposalsView({ year, scheme }: { year: number; scheme: PointsScheme }) {
  const { branch, today, go } = useWorkspace();
  // What there is to do is to be done today, whatever day the lists are looked at.
  const of = { branchId: branch.id, year, asOf: today };
  const found = useOperation('points.proposals', of);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState<string>();
  const [message, setMessage] = useState('');
  const accepting = useSave('points.accept');
  const declining = useSave('points.decline');
  const rows = found.value ?? [];
  const keys = rows.filter(({ key }) => selected.has(key)).map(({ key }) => key);
  const failure = found.failure ?? accepting.failure ?? declining.failure;
  const hasSources = scheme.items.some(({ sources }) => sources.length > 0);

  async function accept(): Promise<void> {
    const done = await accepting.save({ ...of, keys });
    if (done === undefined) return;
    setSelected(new Set());
    setMessage(words.accepted(done.accepted));
  }

  async function decline(): Promise<void> {
    if ((await declining.save({ ...of, keys, reason: reason?.trim() ?? '' })) === undefined) return;
    setSelected(new Set());
    setReason(undefined);
    setMessage('');
  }

  return (
    <div className="points-view">
      <div className="points-bar">
        <span className="note cut">{words.note}</span>
        <span className="points-right" role="status">
          {message}
        </span>
        <PermitButton right="enter" disabled={keys.length === 0} onClick={() => setReason('')}>
          {words.decline(keys.length)}
        </PermitButton>
        <PermitButton
          right="enter"
          type="primary"
          disabled={keys.length === 0}
          loading={accepting.isSaving}
          onClick={() => void accept()}
        >
          {words.accept(keys.length)}
        </PermitButton>
      </div>
      {failure !== undefined && <FailurePanel failure={failure} />}
      <Panel isFlush className="points-list">
        <DataTable
          label={words.table}
          columns={columns}
          rows={rowsOf(rows)}
          keyOf={({ key }) => key}
          nameOf={({ memberName, title }) => `${memberName} ${title}`}
          selected={selected}
          onSelect={setSelected}
          onOpen={({ record, recordId }) => go(originRoute(record, recordId))}
          isFirst
          empty={found.value !== undefined && <EmptyState sentence={hasSources ? words.none : words.noSources} />}
        />
      </Panel>
      {reason !== undefined && (
        <Dialog
          title={words.declineTitle(keys.length)}
          onClose={() => setReason(undefined)}
          actions={
            <>
              <Button onClick={() => setReason(undefined)}>{text.action.cancel}</Button>
              <PermitButton
                right="enter"
                type="primary"
                disabled={reason.trim() === ''}
                loading={declining.isSaving}
                onClick={() => void decline()}
              >
                {words.decline(keys.length)}
              </PermitButton>
            </>
          }
        >
          <p>{words.declineBody}</p>
          <Field label={words.reason} isRequired>
            <TextField isFirst maxLength={200} value={reason} onChange={setReason} />
          </Field>
        </Dialog>
      )}
    </div>
  );
}

const columns: readonly TableColumn<PointsProposal>[] = [
  { key: 'on', title: words.on, width: 100, render: ({ on }) => on },
  { key: 'name', title: words.name, width: 104, render: ({ memberName }) => <strong>{memberName}</strong> },
  {
    key: 'record',
    title: words.record,
    render: ({ record, title }) => words.origin(text.points.origins[record], title),
  },
  { key: 'item', title: words.item, width: 240, render: ({ itemText }) => itemText },
  {
    key: 'points',
    title: words.points,
    width: 76,
    align: 'right',
    render: ({ tenths, kind }) => text.points.signed(tenths, kind),
  },
];
