import { useMemo, useState } from 'react';
import type { Output } from '../../contract/operations.ts';
import type { ImportBatch } from '../../contract/roster-import.ts';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { JobOutcome } from '../ui/progress-card.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { UndoDialog } from '../ui/undo-dialog.tsx';

const words = text.rosterImport.batches;

/** Imports of rosters, or of questions, each to be taken back as a whole. */
export function BatchesPanel({
  of = 'import.batches',
  none = words.none,
  onUndone,
}: {
  of?: 'import.batches' | 'questionImport.batches';
  none?: string;
  onUndone(): void;
}) {
  const batches = useOperation(of, {}, { records: ['member', 'group', 'question'] });
  const [undoing, setUndoing] = useState<ImportBatch>();
  const [undone, setUndone] = useState<Output<'change.undo'>>();
  const rows = useMemo(() => rowsOf(batches.value ?? []), [batches.value]);

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
          <PermitButton right="decide" size="small" onClick={() => setUndoing(batch)}>
            {words.undo}
          </PermitButton>
        ),
    },
  ];
  return (
    <>
      {undone !== undefined && (
        <JobOutcome
          done={text.changes.done(undone.restored, undone.returned, undone.removed)}
          failure={undefined}
          onClear={() => setUndone(undefined)}
        />
      )}
      <Panel title={words.title} isFlush className="import-batches">
        <DataTable
          label={words.label}
          columns={columns}
          rows={rows}
          keyOf={({ batch }) => batch}
          nameOf={({ fileName }) => fileName}
          empty={<p className="empty-state">{none}</p>}
        />
      </Panel>
      {undoing !== undefined && (
        <UndoDialog
          target={{ batch: undoing.batch }}
          onClose={() => setUndoing(undefined)}
          onUndone={(result) => {
            setUndone(result);
            onUndone();
          }}
        />
      )}
    </>
  );
}
