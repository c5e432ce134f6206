import { Button } from 'antd';
import type { HistoryEntry } from '../../contract/history.ts';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { RecordHistory } from '../ui/history-drawer.tsx';
import { HistoryEntryView, historyTitle } from '../ui/history-entry.tsx';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';

const { detail } = text.member;
const inPanel = 6;

function useHistory(id: string, limit: number) {
  return useOperation('history.list', { record: 'member', id, limit }, { records: ['member'] });
}

/** The last change in full, the ones before it in a line each. */
export function HistoryPanel({ id, onAll }: { id: string; onAll(): void }) {
  const history = useHistory(id, inPanel).value;
  const [first, ...rest] = history?.entries ?? [];
  return (
    <Panel
      title={text.history.title}
      note={history !== undefined && text.history.count(history.total)}
      extra={
        <Button size="small" onClick={onAll}>
          {detail.historyAll}
        </Button>
      }
      isFlush
      className="member-history"
    >
      {first === undefined ? (
        <p className="member-quiet">{detail.historyEmpty}</p>
      ) : (
        <div className="member-history-first">
          <HistoryEntryView entry={first} names={history?.names ?? {}} />
        </div>
      )}
      {rest.map((entry) => (
        <HistoryLine key={entry.sequence} entry={entry} />
      ))}
      {history !== undefined && history.total > inPanel && (
        <button type="button" className="plain-button member-history-more note" onClick={onAll}>
          {detail.historyMore(history.total - inPanel)}
        </button>
      )}
    </Panel>
  );
}

function HistoryLine({ entry }: { entry: HistoryEntry }) {
  return (
    <div className="member-history-line">
      <div className="note member-history-when">
        <span>{localTime(entry.at)}</span>
        <span>{entry.actor}</span>
      </div>
      <p>{historyTitle(entry)}</p>
    </div>
  );
}

/** Every change, latest first, in full, each with the way to take it back. */
export function WholeHistory({ id }: { id: string }) {
  return (
    <Panel title={text.history.title} className="member-whole-history">
      <RecordHistory record="member" id={id} />
    </Panel>
  );
}
