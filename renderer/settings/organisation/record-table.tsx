import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { Reading } from '../../data/use-operation.ts';
import { text } from '../../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailurePanel } from '../../ui/failure-panel.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PermitButton } from '../../ui/permit-button.tsx';
import { rowsOf } from '../../ui/row-source.ts';

/** A short list of records of one kind with the way to add and to change one. */
export function RecordTable<Row extends { id: string }>({
  title,
  addLabel,
  reading,
  columns,
  nameOf,
  emptySentence,
  onAdd,
  onEdit,
  children,
}: {
  title: string;
  addLabel: string;
  reading: Reading<Row[]>;
  columns: readonly TableColumn<Row>[];
  nameOf(row: Row): string;
  emptySentence: string;
  /** Left out when nothing can be added yet. */
  onAdd?: (() => void) | undefined;
  onEdit(row: Row): void;
  children?: ReactNode;
}) {
  const rows = useMemo(() => rowsOf(reading.value ?? []), [reading.value]);
  const edit: TableColumn<Row> = {
    key: 'edit',
    title: '',
    width: 64,
    render: (row) => (
      <Button
        size="small"
        className="small-button"
        tabIndex={-1}
        aria-label={`${text.action.edit}${nameOf(row)}`}
        onClick={() => onEdit(row)}
      >
        {text.action.edit}
      </Button>
    ),
  };
  return (
    <Panel
      title={title}
      isFlush
      className="settings-table"
      extra={
        onAdd !== undefined && (
          <PermitButton right="decide" size="small" onClick={onAdd}>
            {addLabel}
          </PermitButton>
        )
      }
    >
      {reading.failure !== undefined && <FailurePanel failure={reading.failure} />}
      {reading.value !== undefined && (
        <DataTable
          label={title}
          columns={[...columns, edit]}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          onOpen={onEdit}
          onEdit={onEdit}
          empty={<EmptyState sentence={emptySentence} />}
        />
      )}
      {children}
    </Panel>
  );
}
