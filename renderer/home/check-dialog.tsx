import { Button } from 'antd';
import { useMemo } from 'react';
import type { DueItem } from '../../contract/due.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { dueSentence } from '../text/due.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { mendingOf } from './due-route.ts';

/** Every finding with its rule; Enter goes to where it is mended. */
export function CheckDialog({ items, onClose }: { items: readonly DueItem[]; onClose(): void }) {
  const { go, today } = useWorkspace();
  const rows = useMemo(() => rowsOf(items), [items]);
  const { check } = text.home;
  return (
    <Dialog
      title={check.allTitle(items.length)}
      width={1080}
      onClose={onClose}
      actions={<Button onClick={onClose}>{text.action.close}</Button>}
    >
      <div className="check-table">
        <DataTable
          label={check.allTitle(items.length)}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={dueSentence}
          isFirst
          onOpen={(item) => {
            onClose();
            go(mendingOf(item, today).route);
          }}
        />
      </div>
    </Dialog>
  );
}

const { columns: titles } = text.home.check;
const columns: readonly TableColumn<DueItem>[] = [
  {
    key: 'severity',
    title: titles.severity,
    width: 96,
    render: ({ severity }) => <SeverityMark severity={severity} />,
  },
  { key: 'what', title: titles.what, render: (item) => <span title={dueSentence(item)}>{dueSentence(item)}</span> },
  { key: 'due', title: titles.due, width: 100, render: ({ dueOn }) => dueOn ?? '' },
  { key: 'rule', title: titles.rule, width: 380, render: ({ source }) => <span title={source}>{source}</span> },
];
