import { Button } from 'antd';
import { useMemo } from 'react';
import type { ImportBatch } from '../../contract/roster-import.ts';
import { useClient } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';
import { JobOutcome } from '../ui/progress-card.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.rosterImport.batches;

/** Imports of the past, each to be taken back as a whole. */
export function BatchesPanel({ onUndone }: { onUndone(): void }) {
  const batches = useOperation('import.batches', {}, { records: ['member', 'group'] });
  const client = useClient();
  const undoing = useJob('change.undo');
  const confirm = useConfirm();
  const rows = useMemo(() => rowsOf(batches.value ?? []), [batches.value]);

  async function undo(batch: ImportBatch): Promise<void> {
    const isSure = await confirm({
      title: words.undoTitle(batch.fileName),
      body: words.undoBody(batch.new, batch.changed),
      action: words.undoAction,
    });
    if (!isSure) return;
    const target = { batch: batch.batch };
    const plan = await client.call('change.planUndo', target).catch(() => undefined);
    const undone = await undoing.start({ target, plan: plan?.plan ?? '', reason: batch.fileName });
    if (undone !== undefined) onUndone();
    batches.refresh();
  }

  const columns: readonly TableColumn<ImportBatch>[] = [
    { key: 'at', title: words.at, width: 150, render: ({ at }) => localTime(at) },
    { key: 'file', title: words.file, render: ({ fileName }) => fileName },
    { key: 'new', title: words.new, width: 70, align: 'right', render: (batch) => batch.new },
    { key: 'changed', title: words.changed, width: 70, align: 'right', render: ({ changed }) => changed },
    { key: 'person', title: words.person, width: 110, render: ({ person }) => person },
    {
      key: 'state',
      title: words.state,
      width: 90,
      render: ({ isUndone }) => (isUndone ? words.undone : words.applied),
    },
    {
      key: 'undo',
      title: '',
      width: 80,
      render: (batch) =>
        batch.isUndone ? null : (
          <Button size="small" disabled={undoing.isRunning} onClick={() => void undo(batch)}>
            {words.undo}
          </Button>
        ),
    },
  ];
  const { result } = undoing;
  return (
    <>
      <JobOutcome
        done={result && words.undoneNow(result.removed, result.restored)}
        failure={undoing.failure}
        onClear={undoing.clear}
      />
      <Panel title={words.title} isFlush className="import-batches">
        <DataTable
          label={words.label}
          columns={columns}
          rows={rows}
          keyOf={({ batch }) => batch}
          nameOf={({ fileName }) => fileName}
          empty={<p className="empty-state">{words.none}</p>}
        />
      </Panel>
    </>
  );
}
