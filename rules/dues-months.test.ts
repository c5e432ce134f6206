import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountOver, type DuesAccount } from './dues-account.ts';
import { type DuesOfMember, fixingFor, isOwed, monthOfDues, unpaidRun } from './dues-months.ts';

type Stay = DuesOfMember['person']['memberships'][number];

function stay(from: string, to: string | null = null, fields: Partial<Stay> = {}): Stay {
  return { branchId: 'b1', groupId: null, from, to, leaveKind: null, entryKind: 'registered', ...fields };
}

function dues(memberships: Stay[], fields: Partial<DuesOfMember> = {}, joinedOn = '2005-07-01'): DuesOfMember {
  const dates = { bornOn: null, joinedOn, confirmedOn: '2006-07-01', probationExtendedMonths: 0 };
  return {
    person: { ...dates, partyYearsCorrection: 0, memberships, statuses: [] },
    branchId: 'b1',
    fixings: [],
    reductions: [],
    payments: [],
    ...fields,
  };
}

const fixing = (from: string, monthlyAmount: number) => ({
  id: from,
  memberId: 'm1',
  year: Number(from.slice(0, 4)),
  from,
  monthlyAmount,
});

test('a new member owes from the month of the admission vote', () => {
  const admitted = dues([stay('2026-06-30', null, { entryKind: 'admitted' })], {}, '2026-06-30');
  expect(['2026-05', '2026-06', '2026-07'].map((month) => isOwed(admitted, month))).toEqual([false, true, true]);
});

test('a month is owed where the relation is at its end; the month of a transfer in only when it is fixed here', () => {
  const left = dues([stay('2010-01-01', '2026-06-15', { leaveKind: 'transferred-out' })]);
  expect(['2026-05', '2026-06'].map((month) => isOwed(left, month))).toEqual([true, false]);
  const came = [stay('2026-06-15', null, { entryKind: 'transferred-in' })];
  expect(['2026-06', '2026-07'].map((month) => isOwed(dues(came), month))).toEqual([false, true]);
  expect(isOwed(dues(came, { fixings: [fixing('2026-06', 1)] }), '2026-06')).toBe(true);
});

test('whose membership is stopped owes nothing; whose rights are suspended owes', () => {
  const owing = dues([stay('2010-01-01')]);
  const withStatus = (kind: 'membership-stopped' | 'rights-suspended') => ({
    ...owing,
    person: { ...owing.person, statuses: [{ kind, from: '2026-01-01', to: null }] },
  });
  expect(isOwed(withStatus('membership-stopped'), '2026-03')).toBe(false);
  expect(isOwed(withStatus('rights-suspended'), '2026-03')).toBe(true);
});

test('the fixing of a month is the one of its year that starts last', () => {
  const fixings = [fixing('2025-01', 1), fixing('2026-01', 2), fixing('2026-07', 3)];
  const amounts = ['2025-12', '2026-06', '2026-07', '2027-01'].map((month) => fixingFor(fixings, month)?.monthlyAmount);
  expect(amounts).toEqual([1, 2, 3, undefined]);
});

test('a payment after the day is not seen, one ahead counts as due and paid', () => {
  const payment = {
    id: 'p1',
    memberId: 'm1',
    kind: 'monthly' as const,
    lines: [
      { month: '2026-03', amount: 2 },
      { month: '2026-04', amount: 2 },
    ],
    paidOn: '2026-03-10',
    isBackPayment: false,
  };
  const paying = dues([stay('2010-01-01')], { fixings: [fixing('2026-01', 2)], payments: [payment] });
  expect(monthOfDues(paying, '2026-03', '2026-03-09')).toMatchObject({ state: 'unpaid', due: 2, paid: 0 });
  expect(monthOfDues(paying, '2026-04', '2026-03-10')).toMatchObject({ state: 'paid', due: 2, paid: 2 });
  expect(monthOfDues(paying, '2026-05', '2026-03-10')).toMatchObject({ state: 'future', due: null, paid: 0 });
});

test('a run of unpaid months stops where nothing was owed, and at the beginning of the register', () => {
  const owing = dues([stay('2026-02-10')]);
  expect(unpaidRun(owing, '2020-01', '2026-06-15')).toEqual(['2026-02', '2026-03', '2026-04', '2026-05']);
  expect(unpaidRun(owing, '2026-04', '2026-06-30')).toEqual(['2026-04', '2026-05', '2026-06']);
  expect(unpaidRun(owing, null, '2026-06-30')).toEqual([]);
});

test('opening and movements reconcile over any two periods that follow each other', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((offset) => {
    const date = new Date(Date.UTC(2026, 0, 1 + offset));
    return date.toISOString().slice(0, 10);
  });
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const movement = fc.tuple(fc.constantFrom('pay', 'remit', 'spend', 'income'), day, amount);
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 30 }), day, fc.nat(1_000_000), (movements, split, start) => {
      const account = accountOf(movements, start);
      const whole = accountOver(account, '2026-01-01', '2026-12-31');
      expect(whole.balance).toBe(start + whole.income - whole.remitted - whole.spent);
      expect(whole.lines.at(-1)?.balance ?? start).toBe(whole.balance);
      if (split === '2026-01-01') return;
      const second = accountOver(account, split, '2026-12-31');
      expect(second.balance).toBe(whole.balance);
      const dayBefore = new Date(Date.parse(split) - 86_400_000).toISOString().slice(0, 10);
      expect(accountOver(account, '2026-01-01', dayBefore).balance).toBe(second.opening);
    }),
  );
});

function accountOf(movements: readonly (readonly [string, string, number])[], start: number): DuesAccount {
  const blank = { revision: 1, branchId: 'b1', title: '', voucherNumber: '', handler: '', note: '' };
  const account = {
    payments: [] as DuesAccount['payments'][number][],
    remittances: [] as DuesAccount['remittances'][number][],
    spendings: [] as DuesAccount['spendings'][number][],
    entries: [
      { ...blank, id: 'a0', kind: 'opening', on: '2026-01-01', amount: start },
    ] as DuesAccount['entries'][number][],
  };
  for (const [index, [kind, on, amount]] of movements.entries()) {
    const id = `x${index}`;
    if (kind === 'pay')
      account.payments.push({
        id,
        kind: index % 5 === 0 ? 'voluntary' : 'monthly',
        memberId: `m${index % 3}`,
        lines: [{ month: on.slice(0, 7), amount }],
        amount,
        paidOn: on,
        method: 'cash',
        collector: '',
        receiptNumber: '',
      });
    if (kind === 'remit') {
      const month = on.slice(0, 7);
      const of = { kind: 'superior' as const, from: month, to: month, people: null, amount, remittedOn: on };
      account.remittances.push({ ...blank, id, ...of, receiptNumber: '' });
    }
    if (kind === 'spend') {
      const of = { spentOn: on, purpose: 'training' as const, amount, approver: '' };
      account.spendings.push({ ...blank, id, ...of });
    }
    if (kind === 'income') account.entries.push({ ...blank, id, kind: 'other-income', on, amount });
  }
  return account;
}
