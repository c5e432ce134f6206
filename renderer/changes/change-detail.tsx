import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Change } from '../../contract/change.ts';
import { RecordName } from '../../contract/history.ts';
import type { Route } from '../data/route.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { changeTitle } from '../text/changes.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { HistoryRows } from '../ui/history-rows.tsx';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';

const words = text.changes;
/** One change in full: who, when, why, and every row before and after. */
export function ChangeDetail({ number, onUndo, actions }: { number: number; onUndo(): void; actions?: ReactNode }) {
  const { go, person } = useWorkspace();
  const reading = useOperation('change.get', { number }, { records: RecordName.options });
  if (reading.failure !== undefined) return <FailurePanel failure={reading.failure} />;
  if (reading.value === undefined) return null;
  const { change, entries, total, names } = reading.value;
  const route = placeOf(change);
  return (
    <Panel
      title={changeTitle(change)}
      className="change-detail"
      extra={
        <>
          {route !== undefined && (
            <Button size="small" onClick={() => go(route)}>
              {words.open}
            </Button>
          )}
          {actions}
          {change.isUndoable && change.undoneBy === null && (
            <PermitButton right={change.actor === person ? 'supervise' : 'decide'} size="small" onClick={onUndo}>
              {change.undoes.length > 0 ? words.redo : words.undo}
            </PermitButton>
          )}
        </>
      }
    >
      <dl className="history-facts">
        <dt>{text.history.who}</dt>
        <dd>{change.actor}</dd>
        <dt>{text.history.when}</dt>
        <dd>{localTime(change.at)}</dd>
        <dt>{text.history.why}</dt>
        <dd>{change.reason === '' ? text.history.noReason : change.reason}</dd>
      </dl>
      {change.undoneBy !== null && <p className="change-undone">{words.undoneNote}</p>}
      <HistoryRows rows={entries} names={names} />
      {total > entries.length && <p className="note">{words.more(total - entries.length)}</p>}
    </Panel>
  );
}

/** Where the record of a change is looked at, for the types that have a page of their own. */
function placeOf({ records: [first] }: Change): Route | undefined {
  if (first === undefined || first.action === 'delete') return undefined;
  const { record, id } = first;
  if (record === 'member') return { screen: 'members', recordId: id };
  if (record === 'meeting') return { screen: 'meetings', recordId: id };
  if (record === 'developmentCase') return { screen: 'development', recordId: id };
  return undefined;
}
