import { useMemo, useState } from 'react';
import type { DuesMethod } from '../../contract/dues.ts';
import { duesMethodNames } from '../../rules/codes/dues.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { KeyHints } from '../ui/key-hints.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DuesGridTable } from './dues-grid.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { useGridEntry } from './use-grid-entry.ts';

const words = text.dues.grid;
const records = [
  'duesFixing',
  'duesReduction',
  'duesPayment',
  'member',
  'post',
  'setting',
] as const satisfies readonly string[];

/** 收缴: what everybody paid month by month, entered as in a spreadsheet. */
export function GridView({ year, onFix }: { year: number; onFix(): void }) {
  const { branch, asOf, route, person } = useWorkspace();
  const reading = useOperation('dues.grid', { branchId: branch.id, year, asOf }, { records });
  const [paidOn, setPaidOn] = useState<string | null>(asOf);
  const [method, setMethod] = useState<DuesMethod>('cash');
  const [collector, setCollector] = useState(person);
  const [filter, setFilter] = useState('');
  const [detail, setDetail] = useState<{ memberId: string; month: string }>();
  const entry = useGridEntry(reading.value, { paidOn: paidOn ?? '', method, collector });
  const grid = reading.value;
  const rows = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    return (grid?.rows ?? []).filter(({ name, initials }) => initials.startsWith(wanted) || name.includes(wanted));
  }, [grid, filter]);
  const startMonth = asOf.startsWith(String(year)) ? Number(asOf.slice(5, 7)) - 1 : 0;
  const rate =
    grid === undefined || grid.personMonthsDue === 0
      ? '—'
      : `${((grid.personMonthsPaid / grid.personMonthsDue) * 100).toFixed(1)}%`;
  const isEmpty = grid !== undefined && grid.rows.length === 0;

  return (
    <div className="dues-view">
      <div className="dues-bar">
        <TextField label={words.filter} placeholder={words.filter} value={filter} onChange={setFilter} />
        <span className="dues-bar-label">{words.paidOn}</span>
        <DateField label={words.paidOn} value={paidOn} onChange={setPaidOn} />
        <span className="dues-bar-label">{words.method}</span>
        <SelectField
          label={words.method}
          className="dues-method"
          value={method}
          options={optionsOf(duesMethodNames)}
          onChange={(next) => next !== null && setMethod(next)}
        />
        <span className="dues-bar-label">{words.collector}</span>
        <TextField label={words.collector} className="dues-collector" value={collector} onChange={setCollector} />
        {grid !== undefined && <span className="dues-summary">{words.summary(grid.rows.length, rate)}</span>}
      </div>
      {reading.failure !== undefined && <FailurePanel failure={reading.failure} />}
      {entry.failure !== undefined && <FailurePanel failure={entry.failure} onClose={entry.clearFailure} />}
      {isEmpty && (
        <div className="panel">
          <EmptyState sentence={words.none} action={{ label: words.toFixing, onAct: onFix }} />
        </div>
      )}
      {!isEmpty && rows.length === 0 && filter !== '' && (
        <div className="panel">
          <EmptyState
            sentence={words.noMatch(filter)}
            action={{ label: words.clearFilter, onAct: () => setFilter('') }}
          />
        </div>
      )}
      {grid !== undefined && rows.length > 0 && (
        <DuesGridTable
          grid={grid}
          rows={rows}
          entry={entry}
          startMonth={startMonth}
          startMember={route.recordId}
          onOpen={(row, column) => {
            const cell = row.cells[column];
            if (cell !== undefined) setDetail({ memberId: row.memberId, month: cell.month });
          }}
        />
      )}
      <KeyHints hints={words.hints} remark={<span role="status">{entry.remark}</span>} />
      {detail !== undefined && (
        <PaymentDialog
          {...detail}
          received={{ paidOn: paidOn ?? '', method, collector }}
          onClose={() => setDetail(undefined)}
        />
      )}
    </div>
  );
}
