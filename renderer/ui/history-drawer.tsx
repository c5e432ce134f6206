import { Button } from 'antd';
import { useState } from 'react';
import type { HistoryEntry, Names, RecordName } from '../../contract/history.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from './dialog.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { HistoryRows } from './history-rows.tsx';
import { localTime } from './local-time.ts';
import { PermitButton } from './permit-button.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import './history-drawer.css';

const words = text.changes;
const perStep = 40;

/** Opens the history of a record; the same on every form. Nothing for a record that is not saved yet. */
export function HistoryButton({
  record,
  id,
  title,
  size = 'middle',
}: {
  record: RecordName;
  id: string | undefined;
  /** What the record is called. */
  title: string;
  size?: 'small' | 'middle';
}) {
  const [isOpen, setIsOpen] = useState(false);
  if (id === undefined) return null;
  return (
    <>
      <Button size={size} className="history-button" onClick={() => setIsOpen(true)}>
        {words.historyButton}
      </Button>
      {isOpen && (
        <Dialog
          title={words.historyOf(title)}
          width={720}
          onClose={() => setIsOpen(false)}
          actions={<Button onClick={() => setIsOpen(false)}>{text.action.close}</Button>}
        >
          <div className="dialog-scroll">
            <RecordHistory record={record} id={id} />
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Every change of a record with its rows, latest first; rows of one save stand together. */
export function RecordHistory({ record, id }: { record: RecordName; id: string }) {
  const [limit, setLimit] = useState(perStep);
  const history = useOperation('history.list', { record, id, limit }, { records: [record] });
  if (history.failure !== undefined) return <FailurePanel failure={history.failure} />;
  if (history.value === undefined) return null;
  const { entries, total, names } = history.value;
  if (entries.length === 0) return <p className="note">{text.history.empty}</p>;
  return (
    <div className="history-saves">
      {bySave(entries).map((save) => (
        <SaveView key={save[0]?.change} entries={save} names={names} />
      ))}
      {total > entries.length && (
        <Button disabled={limit >= 500} onClick={() => setLimit(Math.min(500, limit + perStep))}>
          {text.history.earlier(total - entries.length)}
        </Button>
      )}
    </div>
  );
}

/** The rows of each save, in the order of the list. */
export function bySave(entries: readonly HistoryEntry[]): HistoryEntry[][] {
  const saves = new Map<number, HistoryEntry[]>();
  for (const entry of entries) saves.set(entry.change, [...(saves.get(entry.change) ?? []), entry]);
  return [...saves.values()];
}

function SaveView({ entries, names }: { entries: readonly HistoryEntry[]; names: Names }) {
  const [first] = entries;
  const [isUndoing, setIsUndoing] = useState(false);
  const { person } = useWorkspace();
  if (first === undefined) return null;
  return (
    <article className={`history-save ${first.undoneBy === null ? '' : 'history-undone'}`}>
      <header>
        <span className="history-save-when">{localTime(first.at)}</span>
        <span>{first.actor}</span>
        {first.operation === 'change.undo' && <span className="history-mark">{words.isUndo}</span>}
        {first.undoneBy !== null && <span className="history-mark">{words.undone}</span>}
        <span className="history-save-why cut">{first.reason === '' ? text.history.noReason : first.reason}</span>
        {first.isUndoable && first.undoneBy === null && (
          <PermitButton
            right={first.actor === person ? 'supervise' : 'decide'}
            size="small"
            onClick={() => setIsUndoing(true)}
          >
            {words.undo}
          </PermitButton>
        )}
      </header>
      <HistoryRows rows={entries} names={names} />
      {isUndoing && <UndoDialog target={{ change: first.change }} onClose={() => setIsUndoing(false)} />}
    </article>
  );
}
