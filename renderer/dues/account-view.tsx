import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import {
  blankDuesAccountEntry,
  blankDuesRemittance,
  blankDuesSpending,
  type DuesAccountEntry,
  type DuesRemittance,
  type DuesSpending,
} from '../../contract/dues.ts';
import type { DuesAccountLine, DuesBalance } from '../../contract/dues-operations.ts';
import { duesPurposeNames } from '../../rules/codes/dues.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { AccountEntryDialog, RemittanceDialog, SpendingDialog } from './account-dialogs.tsx';

const words = text.dues.account;
const { money } = text.dues;

const columns: readonly TableColumn<DuesAccountLine>[] = [
  { key: 'on', title: words.on, width: 100, render: ({ on }) => on },
  { key: 'what', title: words.what, render: (line) => <span className="row-name">{summaryOf(line)}</span> },
  ...(['income', 'remitted', 'spent'] as const).map(
    (key): TableColumn<DuesAccountLine> => ({
      key,
      title: words[key],
      width: 96,
      align: 'right',
      render: (line) => (line[key] === 0 ? '' : money(line[key])),
    }),
  ),
  {
    key: 'balance',
    title: words.balance,
    width: 100,
    align: 'right',
    render: ({ balance }) => (balance === null ? '—' : money(balance)),
  },
  { key: 'voucher', title: words.voucher, width: 110, render: ({ voucherNumber }) => voucherNumber },
  { key: 'handler', title: words.handler, width: 90, render: ({ handler }) => handler },
];

function summaryOf(line: DuesAccountLine): string {
  const months = text.dues.months(line.from, line.to);
  if (line.kind === 'collected') return words.lines.collected(months, line.people ?? 0);
  if (line.kind === 'remitted') return words.lines.remitted(months);
  if (line.kind === 'voluntary' || line.kind === 'remitted-centre') return words.lines[line.kind];
  const purpose = duesPurposeNames[line.purpose as keyof typeof duesPurposeNames];
  return purpose === undefined ? line.title : `${line.title}（${purpose}）`;
}

type Edited =
  | { record: 'duesRemittance'; start: DuesRemittance }
  | { record: 'duesSpending'; start: DuesSpending }
  | { record: 'duesAccountEntry'; start: DuesAccountEntry };

const records = ['duesPayment', 'duesRemittance', 'duesSpending', 'duesAccountEntry'] as const;

/** 上缴和使用: every movement of the year with the balance after it. */
export function AccountView({ year }: { year: number }) {
  const { branch, asOf, person, route } = useWorkspace();
  const of = { branchId: branch.id, year };
  const period = { branchId: branch.id, from: `${year}-01-01`, to: `${year}-12-31` };
  const reading = useOperation('dues.balance', period, { records });
  const remittances = useOperation('duesRemittance.list', of, { records: ['duesRemittance'] });
  const spendings = useOperation('duesSpending.list', of, { records: ['duesSpending'] });
  const entries = useOperation('duesAccountEntry.list', { branchId: branch.id }, { records: ['duesAccountEntry'] });
  const [edited, setEdited] = useState<Edited>();
  const rows = useMemo(() => rowsOf(reading.value?.lines ?? []), [reading.value]);
  const day = asOf.startsWith(String(year)) ? asOf : `${year}-12-31`;
  const own = { id: newId(), revision: 0, branchId: branch.id, amount: Number.NaN, handler: person };
  const opening = entries.value?.find(({ kind }) => kind === 'opening');

  function openLine({ record, recordId }: Pick<DuesAccountLine, 'record' | 'recordId'>): void {
    const remittance = remittances.value?.find(({ id }) => id === recordId);
    const spending = spendings.value?.find(({ id }) => id === recordId);
    const entry = entries.value?.find(({ id }) => id === recordId);
    if (record === 'duesRemittance' && remittance !== undefined) setEdited({ record, start: remittance });
    if (record === 'duesSpending' && spending !== undefined) setEdited({ record, start: spending });
    if (record === 'duesAccountEntry' && entry !== undefined) setEdited({ record, start: entry });
  }

  function addEntry(kind: DuesAccountEntry['kind']): void {
    const on = kind === 'opening' ? `${year}-01-01` : day;
    const start = { ...blankDuesAccountEntry, ...own, kind, on } as DuesAccountEntry;
    setEdited({ record: 'duesAccountEntry', start });
  }

  function addRemittance(): void {
    const last = remittances.value?.at(-1)?.to ?? '';
    const month = day.slice(0, 7);
    const from = last === '' || last >= month ? month : nextMonth(last);
    const start = { ...blankDuesRemittance, ...own, from, to: month, remittedOn: day } as DuesRemittance;
    setEdited({ record: 'duesRemittance', start });
  }

  function addSpending(): void {
    const start = { ...blankDuesSpending, ...own, spentOn: day, purpose: 'training', title: '' } as DuesSpending;
    setEdited({ record: 'duesSpending', start });
  }

  // A due item or the work log may lead to one record: it opens once, when the lists are here.
  const sought = route.recordId;
  const isHere = remittances.value !== undefined && entries.value !== undefined;
  useEffect(() => {
    if (sought === undefined || !isHere) return;
    for (const record of ['duesRemittance', 'duesAccountEntry']) openLine({ record, recordId: sought });
  }, [sought, isHere]);

  const close = () => setEdited(undefined);
  return (
    <div className="dues-view">
      <div className="dues-actions">
        <span className="dues-summary" />
        {opening === undefined ? (
          <PermitButton right="enter" onClick={() => addEntry('opening')}>
            {words.addOpening}
          </PermitButton>
        ) : (
          <Button onClick={() => setEdited({ record: 'duesAccountEntry', start: opening })}>
            {words.kinds.opening}
          </Button>
        )}
        <PermitButton right="enter" onClick={() => addEntry('other-income')}>
          {words.addIncome}
        </PermitButton>
        <PermitButton right="enter" onClick={() => addEntry('counted')}>
          {words.addCount}
        </PermitButton>
        <PermitButton right="enter" onClick={addSpending}>
          {words.addSpending}
        </PermitButton>
        <PermitButton right="enter" type="primary" onClick={addRemittance}>
          {words.addRemittance}
        </PermitButton>
      </div>
      {reading.failure !== undefined && <FailurePanel failure={reading.failure} />}
      {reading.value !== undefined && (
        <Sums account={reading.value} onOpen={(recordId) => openLine({ record: 'duesAccountEntry', recordId })} />
      )}
      <div className="dues-list">
        <DataTable
          label={text.dues.views.account}
          note={text.print.year(year)}
          columns={columns}
          rows={rows}
          keyOf={({ record, recordId }) => `${record} ${recordId}`}
          nameOf={summaryOf}
          onOpen={openLine}
          isFirst
          empty={
            <EmptyState
              sentence={words.none}
              action={{ label: words.addRemittance, onAct: addRemittance, right: 'enter' }}
            />
          }
        />
      </div>
      {edited?.record === 'duesRemittance' && <RemittanceDialog start={edited.start} onClose={close} />}
      {edited?.record === 'duesSpending' && <SpendingDialog start={edited.start} onClose={close} />}
      {edited?.record === 'duesAccountEntry' && <AccountEntryDialog start={edited.start} onClose={close} />}
    </div>
  );
}

function nextMonth(month: string): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** opening + income − remitted − spent = balance, and what was counted. */
function Sums({ account, onOpen }: { account: DuesBalance; onOpen(id: string): void }) {
  const parts = ['opening', 'income', 'remitted', 'spent', 'balance'] as const;
  return (
    <div className="panel">
      <div className="dues-sums">
        {parts.map((part) => (
          <div key={part} className="dues-sum">
            <span className="note">{words.sums[part]}</span>
            <strong>{money(account[part])}</strong>
          </div>
        ))}
      </div>
      {account.opening === null && <p className="note">{words.noOpening}</p>}
      {account.counts.map(({ id, on, counted, reckoned, difference }) => (
        <p key={id} className="note">
          <button type="button" className="plain-button" onClick={() => onOpen(id)}>
            {difference === 0
              ? words.countFine(on, money(counted))
              : words.countOff(on, money(counted), money(reckoned))}
          </button>
        </p>
      ))}
    </div>
  );
}
