import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Group } from '../../contract/branch.ts';
import type { HistoryEntry } from '../../contract/history.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { HistoryEntryView, historyTitle } from '../ui/history-entry.tsx';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';
import { memberValue } from './words.ts';

const { detail } = text.member;
const inPanel = 6;
const perStep = 30;

function useHistory(id: string, limit: number) {
  return useOperation('history.list', { record: 'member', id, limit }, { records: ['member'] });
}

function useValues(groups: readonly Group[]) {
  const { branches } = useWorkspace();
  return useMemo(() => memberValue({ branches, groups }), [branches, groups]);
}

/** The last change in full, the ones before it in a line each. */
export function HistoryPanel({ id, groups, onAll }: { id: string; groups: readonly Group[]; onAll(): void }) {
  const history = useHistory(id, inPanel).value;
  const showValue = useValues(groups);
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
          <HistoryEntryView entry={first} showValue={showValue} />
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

/** Every change, latest first, in full. */
export function WholeHistory({ id, groups }: { id: string; groups: readonly Group[] }) {
  const [limit, setLimit] = useState(perStep);
  const history = useHistory(id, limit);
  const showValue = useValues(groups);
  if (history.failure !== undefined) return <FailurePanel failure={history.failure} />;
  const { entries = [], total = 0 } = history.value ?? {};
  return (
    <Panel title={text.history.title} note={text.history.count(total)} isFlush>
      {entries.map((entry) => (
        <div key={entry.sequence} className="member-history-entry">
          <HistoryEntryView entry={entry} showValue={showValue} />
        </div>
      ))}
      {total > entries.length && (
        <div className="member-history-entry">
          <Button disabled={limit >= 500} onClick={() => setLimit(Math.min(500, limit + perStep))}>
            {detail.historyMore(total - entries.length)}
          </Button>
        </div>
      )}
    </Panel>
  );
}
