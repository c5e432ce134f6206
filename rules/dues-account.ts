import type { DuesAccountEntry, DuesPayment, DuesRemittance, DuesSpending } from '../contract/dues.ts';
import type { DuesAccountLine, DuesBalance } from '../contract/dues-operations.ts';
import type { IsoDate } from '../contract/values.ts';
import { addDays } from './dates.ts';

/**
 * The account of the dues: opening + income − remitted − spent = balance, at any day. Money in fen.
 * Sources: domain.md §9 (27), §11 (D8); 党费规定 2008 Arts 9, 11.
 */

/** Everything of one branch that moves the account. */
export interface DuesAccount {
  readonly payments: readonly Pick<
    DuesPayment,
    'id' | 'kind' | 'memberId' | 'lines' | 'amount' | 'paidOn' | 'method' | 'collector' | 'receiptNumber'
  >[];
  readonly remittances: readonly DuesRemittance[];
  readonly spendings: readonly DuesSpending[];
  readonly entries: readonly DuesAccountEntry[];
}

type Movement = Omit<DuesAccountLine, 'balance'>;

/**
 * The account over a period; both days belong to it. The opening balance is what the registered 期初结余 and the
 * movements since leave on the day before; movements before the 期初结余 are part of it. Without one, balances are
 * unknown, not zero. A 盘点 is compared with what is reckoned at the end of its day.
 */
export function accountOver(account: DuesAccount, from: IsoDate, to: IsoDate): DuesBalance {
  const start = account.entries.find(({ kind }) => kind === 'opening') ?? null;
  const movements = movementsOf(account);
  const balanceAfter = (day: IsoDate): number | null => {
    if (start === null || start.on > day) return null;
    return movements
      .filter(({ on }) => start.on <= on && on <= day)
      .reduce((sum, line) => sum + line.income - line.remitted - line.spent, start.amount);
  };
  let opening: number | null = null;
  if (start !== null) opening = start.on >= from && start.on <= to ? start.amount : balanceAfter(addDays(from, -1));
  const within = movements.filter(({ on }) => from <= on && on <= to && (start === null || start.on <= on));
  let running = opening;
  const lines = within.map((line): DuesAccountLine => {
    if (running !== null) running += line.income - line.remitted - line.spent;
    return { ...line, balance: running };
  });
  const total = (pick: (line: Movement) => number) => within.reduce((sum, line) => sum + pick(line), 0);
  return {
    opening,
    income: total(({ income }) => income),
    collected: total((line) => (line.kind === 'other-income' ? 0 : line.income)),
    remitted: total(({ remitted }) => remitted),
    spent: total(({ spent }) => spent),
    balance: running,
    lines,
    counts: account.entries
      .filter(({ kind, on }) => kind === 'counted' && from <= on && on <= to)
      .map(({ id, on, amount }) => {
        const reckoned = balanceAfter(on);
        return { id, on, counted: amount, reckoned, difference: reckoned === null ? null : amount - reckoned };
      }),
  };
}

/** Movements already put in order: a check looks at one account at the end of many periods. */
const ordered = new WeakMap<DuesAccount, readonly Movement[]>();

/** Every movement in order of the days: what came in stands before what went out. Dues of one day are one line. */
function movementsOf(account: DuesAccount): readonly Movement[] {
  const known = ordered.get(account) ?? orderedMovements(account);
  ordered.set(account, known);
  return known;
}

function orderedMovements(account: DuesAccount): Movement[] {
  const lines = [
    ...collectedLines(account.payments),
    ...account.entries.filter(({ kind }) => kind === 'other-income').map(incomeLine),
    ...account.remittances.map(remittanceLine),
    ...account.spendings.map(spendingLine),
  ];
  const rank = ({ income }: Movement) => (income > 0 ? 0 : 1);
  return lines.sort(
    (one, other) => compare(one.on, other.on) || rank(one) - rank(other) || compare(one.recordId, other.recordId),
  );
}

const blank = {
  title: '',
  purpose: '',
  people: null,
  from: '',
  to: '',
  income: 0,
  remitted: 0,
  spent: 0,
  voucherNumber: '',
  handler: '',
};

function collectedLines(payments: DuesAccount['payments']): Movement[] {
  const days = new Map<string, Movement & { members: Set<string> }>();
  const lines: Movement[] = [];
  for (const payment of payments) {
    if (payment.method === 'elsewhere') continue;
    const own = { ...blank, on: payment.paidOn, record: 'duesPayment', recordId: payment.id };
    if (payment.kind === 'voluntary') {
      const { amount, receiptNumber, collector } = payment;
      const words = { voucherNumber: receiptNumber, handler: collector };
      lines.push({ ...own, ...words, kind: 'voluntary', people: 1, income: amount });
      continue;
    }
    const known = days.get(payment.paidOn);
    const day = known ?? { ...own, kind: 'collected' as const, handler: payment.collector, members: new Set<string>() };
    if (known === undefined) days.set(payment.paidOn, day);
    day.income += payment.amount;
    day.members.add(payment.memberId);
    for (const { month } of payment.lines) {
      if (day.from === '' || month < day.from) day.from = month;
      if (month > day.to) day.to = month;
    }
  }
  for (const { members, ...line } of days.values()) lines.push({ ...line, people: members.size });
  return lines;
}

function incomeLine(entry: DuesAccountEntry): Movement {
  const { id, on, amount, title, voucherNumber, handler } = entry;
  const record = { record: 'duesAccountEntry', recordId: id };
  return { ...blank, ...record, on, kind: 'other-income', title, income: amount, voucherNumber, handler };
}

function remittanceLine(remittance: DuesRemittance): Movement {
  const { id, kind, remittedOn, from, to, people, amount, receiptNumber, handler } = remittance;
  return {
    ...blank,
    on: remittedOn,
    kind: kind === 'centre' ? 'remitted-centre' : 'remitted',
    people,
    from,
    to,
    remitted: amount,
    voucherNumber: receiptNumber,
    handler,
    record: 'duesRemittance',
    recordId: id,
  };
}

function spendingLine(spending: DuesSpending): Movement {
  const { id, spentOn, purpose, title, amount, voucherNumber, handler } = spending;
  const record = { record: 'duesSpending', recordId: id };
  return { ...blank, ...record, on: spentOn, kind: 'spent', title, purpose, spent: amount, voucherNumber, handler };
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
