import { useState } from 'react';
import type { WorkLogLine } from '../../contract/work-log.ts';
import type { Route } from '../data/route.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { DateField } from '../ui/date-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { lineDetail, lineTitle } from './line-words.ts';
import './work-log.css';

const words = text.workLog;

const columns: TableColumn<WorkLogLine>[] = [
  { key: 'happenedOn', title: words.happenedOn, width: 110, render: (line) => line.happenedOn },
  { key: 'kind', title: words.kind, width: 120, render: (line) => words.kinds[line.kind] },
  { key: 'title', title: words.what, render: lineTitle },
  { key: 'detail', title: words.detail, render: lineDetail },
];

/** Everything of a period in order; what has no record of its own is entered here, the rest is where it was entered. */
export function WorkLogScreen() {
  const { branch, asOf, go } = useWorkspace();
  const [from, setFrom] = useState<string | null>(`${asOf.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string | null>(asOf);
  const [editing, setEditing] = useState<string | 'new'>();
  const isPeriod = isDay(from) && isDay(to);
  const log = useOperation('workLog.list', isPeriod ? { branchId: branch.id, from, to } : null);
  const lines = log.value ?? [];

  function open(line: WorkLogLine): void {
    if (line.kind === 'entry') setEditing(line.recordId);
    else go(placeOf(line));
  }

  return (
    <div className="work-log">
      <PageHeader
        title={words.title}
        summary={words.summary(lines.length)}
        actions={
          <PermitButton right="enter" type="primary" onClick={() => setEditing('new')}>
            {words.add}
          </PermitButton>
        }
      />
      <div className="work-log-period">
        <span>{words.from}</span>
        <DateField label={words.from} value={from} onChange={setFrom} />
        <span>{words.to}</span>
        <DateField label={words.to} value={to} onChange={setTo} />
        <span className="note">{words.automatic}</span>
      </div>
      {log.failure !== undefined && <FailurePanel failure={log.failure} />}
      <Panel isFlush className="work-log-list">
        <DataTable
          label={words.title}
          note={text.print.span(from, to)}
          columns={columns}
          rows={rowsOf(lines)}
          keyOf={(line) => `${line.kind} ${line.recordId}`}
          nameOf={lineTitle}
          onOpen={open}
          isFirst
          empty={
            log.value !== undefined && (
              <EmptyState
                sentence={words.none}
                action={{ label: words.add, onAct: () => setEditing('new'), right: 'enter' }}
              />
            )
          }
        />
      </Panel>
      {editing !== undefined && <EntryDialog id={editing} onClose={() => setEditing(undefined)} />}
    </div>
  );
}

function isDay(value: string | null): value is string {
  return value !== null && /^\d{4}-\d\d-\d\d$/.test(value);
}

/** Where a line was entered. */
function placeOf(line: WorkLogLine): Route {
  const { recordId } = line;
  if (line.record === 'meeting') return { screen: 'meetings', recordId };
  if (line.record === 'member') return { screen: 'members', recordId };
  const params = { year: line.happenedOn.slice(0, 4) };
  if (line.record === 'duesRemittance') return { screen: 'dues', view: 'account', recordId, params };
  if (line.record === 'duesPublication') return { screen: 'dues', view: 'publication', recordId, params };
  if (line.record === 'developmentCase') return { screen: 'development', recordId };
  if (line.record === 'course') return { screen: 'education', view: 'course', recordId, params };
  if (line.record === 'pointsScheme') return { screen: 'points', view: 'decisions', params };
  if (line.record === 'training') return { screen: 'education', view: 'training', recordId, params };
  if (line.record === 'appraisal') return { screen: 'assessments', view: 'appraisal', params: { year: line.title } };
  if (line.record === 'standardization') return { screen: 'assessments', view: 'standardization', params };
  if (line.record === 'dutyReport')
    return { screen: 'assessments', view: 'duty-report', params: { year: line.detail } };
  return { screen: 'settings' };
}
