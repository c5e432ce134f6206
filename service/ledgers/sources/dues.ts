import type { DuesFixing } from '../../../contract/dues.ts';
import type { DuesAccountLine, DuesGrid, DuesState } from '../../../contract/dues-operations.ts';
import type { CellValue, LedgerRow } from '../../../contract/ledger.ts';
import { listDuesAccountEntries, listDuesFixings, listDuesPayments } from '../../../db/queries/dues.ts';
import { memberNames } from '../../../db/queries/meeting-people.ts';
import {
  duesCategoryNames,
  duesCategoryShortNames,
  duesMethodNames,
  duesPurposeNames,
  duesStateNames,
  excludedKindNames,
} from '../../../rules/codes/dues.ts';
import { isFixedAmount } from '../../../rules/dues.ts';
import { byMember, fixingFor } from '../../../rules/dues-months.ts';
import { settingOn } from '../../../rules/settings.ts';
import { monthSpan, duesWords as words, yuan } from '../../../templates/ledgers/dues-words.ts';
import { percent } from '../../../templates/ledgers/words.ts';
import { duesBalance } from '../../dues/account.ts';
import { duesGrid } from '../../dues/grid.ts';
import type { SourceContext, TableSource } from '../source.ts';
import { registered } from '../words.ts';

/** 党费收缴台账: everybody who owed or paid in the year, month by month, as it stood on the day. */
export const duesCollectionSource: TableSource = (context) => {
  const { db, options, settings } = context;
  const grid = duesGrid(db, options);
  const reminder = settingOn(settings, 'dues.reminder-day', options.asOf).value;
  const current = Number(options.asOf.slice(8, 10)) > reminder ? '' : options.asOf.slice(0, 7);
  return {
    rows: () => grid.rows.map((row) => collectionRow(row, current)),
    totals: {
      due: yuan(grid.due),
      paid: yuan(grid.paid),
      difference: yuan(grid.difference),
      owed: grid.personMonthsDue,
      settled: grid.personMonthsPaid,
      rate: percent(grid.personMonthsDue === 0 ? null : grid.personMonthsPaid / grid.personMonthsDue),
    },
  };
};

type GridRow = DuesGrid['rows'][number];

/** `current`: the month that may still be paid in time, which is left empty. */
function collectionRow(row: GridRow, current: string): LedgerRow {
  const { fixing } = row;
  // Where no month says how much is due, nothing is known of it, which is not 0.00.
  const isKnown = row.cells.some(({ due }) => due !== null);
  const months = row.cells.map((cell, index): [string, CellValue] => {
    const words = { none: '—', future: null, exempt: duesStateNames.exempt, unpaid: duesStateNames.unpaid };
    if (cell.paid > 0) return [`month${index + 1}`, cell.paid];
    if (cell.month === current && cell.state === 'unpaid') return [`month${index + 1}`, null];
    return [`month${index + 1}`, words[cell.state as keyof typeof words] ?? null];
  });
  return {
    recordId: row.memberId,
    cells: {
      name: row.name,
      category: fixing === null ? null : duesCategoryShortNames[fixing.category],
      base: fixing?.base ?? null,
      rate: fixing?.rate === undefined || fixing.rate === null ? null : fixing.rate / 10_000,
      monthlyAmount: fixing?.monthlyAmount ?? null,
      ...Object.fromEntries(months),
      due: isKnown ? row.due : null,
      paid: row.paid,
      difference: isKnown ? row.difference : null,
      note: remarkOf(row),
    },
  };
}

function remarkOf(row: GridRow): string | null {
  const inState = (state: DuesState) => row.cells.filter((cell) => cell.state === state).map(({ month }) => month);
  const standing = { full: '', probationary: words.probationary, former: words.left }[row.category];
  const remarks = (['reduced', 'short', 'back-paid'] as const).map((state) =>
    words.remark(duesStateNames[state], inState(state)),
  );
  return registered([standing, ...remarks, row.note.trim()].filter(Boolean).join('；'));
}

/** 党费核定表: the roster of the day, each with what holds for the last month of the year up to the day. */
export const duesFixingSource: TableSource = (context) => {
  const { db, branch, options, roster, to } = context;
  const fixings = byMember(listDuesFixings(db, { branchId: branch.id, year: options.year }));
  const month = to.slice(0, 7);
  const held = (memberId: string) => fixingFor(fixings.get(memberId) ?? [], month);
  const isFixed = [...roster.entries()].map(({ member }) => held(member.id) !== null);
  const fixed = isFixed.filter(Boolean).length;
  return {
    rows: function* rows() {
      for (const { member } of roster.entries()) yield fixingRow(member, held(member.id));
    },
    totals: { fixed, unfixed: isFixed.length - fixed },
  };
};

function fixingRow(member: { id: string; name: string }, fixing: DuesFixing | null): LedgerRow {
  if (fixing === null) return { recordId: member.id, cells: { name: member.name } };
  return {
    recordId: member.id,
    cells: {
      name: member.name,
      category: duesCategoryNames[fixing.category],
      payItems: itemised(fixing.payItems.map(({ name, amount }) => ({ name, amount }))),
      excludedItems: itemised(
        fixing.excludedItems.map(({ kind, note, amount }) => ({
          name: note.trim() || excludedKindNames[kind],
          amount,
        })),
      ),
      base: fixing.base,
      rate: fixing.rate === null ? null : fixing.rate / 10_000,
      monthlyAmount: fixing.monthlyAmount,
      signature: null,
    },
    ...(isFixedAmount(fixing.category) ? { notDue: ['base'] } : {}),
  };
}

function itemised(items: readonly { name: string; amount: number }[]): string | null {
  if (items.length === 0) return null;
  const written = items.map(({ name, amount }) => words.item(name, yuan(amount)));
  const sum = items.reduce((total, { amount }) => total + amount, 0);
  return [...written, ...(items.length > 1 ? [words.sum(yuan(sum))] : [])].join('；');
}

/** 党费上缴及使用台账: the movements of the year up to the day with the balance after each. */
export const duesAccountSource: TableSource = ({ db, branch, from, to }) => {
  const account = duesBalance(db, { branchId: branch.id, from, to });
  // Where it was first counted during the year, it stands on its own day.
  const entry = listDuesAccountEntries(db, { branchId: branch.id }).find(({ kind }) => kind === 'opening');
  const on = entry !== undefined && entry.on > from ? entry.on : from;
  const opening: LedgerRow[] =
    account.opening === null ? [] : [{ cells: { on, summary: words.opening, balance: account.opening } }];
  const known = (fen: number | null) => (fen === null ? words.unregistered : yuan(fen));
  return {
    rows: () => [...opening, ...account.lines.map(accountRow)],
    totals: {
      opening: known(account.opening),
      income: yuan(account.income),
      remitted: yuan(account.remitted),
      spent: yuan(account.spent),
      balance: known(account.balance),
    },
    missing: account.opening === null ? [{ title: words.opening, count: 1 }] : [],
  };
};

function accountRow(line: DuesAccountLine): LedgerRow {
  const purpose = duesPurposeNames[line.purpose as keyof typeof duesPurposeNames] ?? null;
  return {
    recordId: line.recordId,
    cells: {
      on: line.on,
      summary: summaryOf(line),
      income: line.income || null,
      remitted: line.remitted || null,
      spent: line.spent || null,
      purpose,
      balance: line.balance,
      voucherNumber: registered(line.voucherNumber),
      handler: registered(line.handler),
    },
  };
}

function summaryOf(line: DuesAccountLine): string {
  const months = monthSpan(line.from, line.to);
  if (line.kind === 'collected') return words.collected(months, line.people ?? 0);
  if (line.kind === 'voluntary') return words.voluntaryCollected;
  if (line.kind === 'remitted') return words.remitted(months, line.people);
  return line.kind === 'remitted-centre' ? words.remittedCentre : line.title;
}

/** 党费交纳登记表: every payment of the year up to the day. */
export const duesPaymentsSource: TableSource = ({ db, branch, options, to }: SourceContext) => {
  const payments = listDuesPayments(db, { branchId: branch.id, year: options.year }).filter(
    ({ paidOn }) => paidOn <= to,
  );
  const names = memberNames(db, [...new Set(payments.map(({ memberId }) => memberId))]);
  const rows = payments.map(
    (payment): LedgerRow => ({
      recordId: payment.id,
      cells: {
        paidOn: payment.paidOn,
        name: names.get(payment.memberId) ?? null,
        months:
          payment.kind === 'voluntary'
            ? words.voluntary
            : payment.lines.map(({ month }) => monthSpan(month, month)).join('、'),
        amount: payment.amount,
        method: duesMethodNames[payment.method],
        collector: registered(payment.collector),
        isBackPayment: payment.isBackPayment ? words.yes : null,
        note: registered([payment.payer, payment.beyondLimitReason, payment.note].filter(Boolean).join('；')),
      },
    }),
  );
  return { rows: () => rows, totals: { payments: rows.length } };
};
