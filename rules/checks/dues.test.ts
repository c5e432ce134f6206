import { expect, test } from 'vitest';
import { blankDuesFixing, type DuesFixing, type DuesReduction } from '../../contract/dues.ts';
import type { CheckedDues } from './check.ts';
import { d8 } from './dues-account.ts';
import { d3, d4, d6 } from './dues-fixing.ts';
import { d1, d2, d5, d7 } from './dues-payment.ts';
import { facts, found, member, members } from './fixtures.ts';

const none: CheckedDues = {
  fixings: [],
  reductions: [],
  payments: [],
  remittances: [],
  spendings: [],
  entries: [],
  publications: [],
};

function fixing(memberId: string, fields: Partial<DuesFixing> = {}): DuesFixing {
  return {
    ...blankDuesFixing,
    id: `f-${memberId}-${fields.from ?? ''}`,
    revision: 1,
    branchId: 'b1',
    memberId,
    year: 2026,
    from: '2026-01',
    category: 'wage',
    base: 4000_00,
    rate: 100,
    monthlyAmount: 40_00,
    signedOn: '2026-01-10',
    ...fields,
  } as DuesFixing;
}

function payment(memberId: string, months: string[], paidOn: string): CheckedDues['payments'][number] {
  return {
    id: `p-${memberId}-${months[0]}`,
    memberId,
    kind: 'monthly',
    lines: months.map((month) => ({ month, amount: 40_00 })),
    amount: 40_00 * months.length,
    paidOn,
    method: 'cash',
    collector: '',
    receiptNumber: '',
    isBackPayment: false,
  };
}

function monthsTo(last: number): string[] {
  return Array.from({ length: last }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
}

function reduction(fields: Partial<DuesReduction> = {}): DuesReduction {
  return {
    id: 'r1',
    revision: 1,
    branchId: 'b1',
    memberId: 'm1',
    kind: 'exempt',
    from: '2026-01',
    to: '2026-12',
    monthlyAmount: null,
    reason: '',
    studiedOn: '2026-01-05',
    meetingId: null,
    approvedOn: '2026-01-20',
    approvedBy: '街道党工委',
    approvalNumber: '1号',
    note: '',
    ...fields,
  };
}

/** One member who has paid the first months of the year. */
function paidTo(last: number, asOf: string, more: Partial<CheckedDues> = {}) {
  const payments = last === 0 ? [] : [payment('m1', monthsTo(last), '2026-01-10')];
  return facts(asOf, { members: members(1), dues: { ...none, fixings: [fixing('m1')], payments, ...more } });
}

test('D1: the clock runs by whole months: one late, three a warning, six the limit', () => {
  expect(found(d1, paidTo(10, '2026-11-24'))).toEqual([]);
  expect(found(d1, paidTo(10, '2026-11-26'))).toEqual(['current-month:todo']);
  expect(found(d1, paidTo(10, '2026-11-30'))).toEqual(['unpaid:due-soon']);
  expect(found(d1, paidTo(9, '2026-11-24'))).toEqual(['unpaid:due-soon']);
  expect(found(d1, paidTo(8, '2026-11-24'))).toEqual(['unpaid:due-soon']);
  expect(found(d1, paidTo(7, '2026-11-24'))).toEqual(['warning:due-soon']);
  expect(found(d1, paidTo(5, '2026-11-24'))).toEqual(['warning:due-soon']);
  expect(found(d1, paidTo(4, '2026-11-24'))).toEqual(['limit-reached:overdue']);
});

test('D1: an approved exemption ends the run, one that is not approved does not', () => {
  expect(found(d1, paidTo(4, '2026-11-24', { reductions: [reduction()] }))).toEqual([]);
  expect(found(d1, paidTo(4, '2026-11-24', { reductions: [reduction({ approvalNumber: '' })] }))).toEqual([
    'limit-reached:overdue',
  ]);
});

test('D1: months before the dues are registered are nobody’s debt', () => {
  expect(found(d1, facts('2026-11-24', { dues: none }))).toEqual([]);
  const started = { ...none, payments: [payment('m1', ['2026-10'], '2026-10-10')] };
  expect(found(d1, facts('2026-11-24', { members: members(1), dues: started }))).toEqual([]);
});

/** One member with the state of each month of 2026 as given: `x` paid, `-` not, `h` half. */
function paidAs(pattern: string, asOf: string, more: Partial<CheckedDues> = {}) {
  const payments = [...pattern].flatMap((sign, index) => {
    const month = `2026-${String(index + 1).padStart(2, '0')}`;
    const amount = sign === 'h' ? 20_00 : 40_00;
    const paid = { ...payment('m1', [month], `${month}-10`), lines: [{ month, amount }], amount };
    return sign === '-' ? [] : [paid];
  });
  return facts(asOf, { members: members(1), dues: { ...none, fixings: [fixing('m1')], payments, ...more } });
}

test('D1: months left out before others that were paid are told, six on end as beyond the limit', () => {
  expect(found(d1, paidAs('-xxxxxxxxx', '2026-11-24'))).toEqual(['gap:due-soon']);
  expect(found(d1, paidAs('x--x-xxxxx', '2026-11-24'))).toEqual(['gap:due-soon', 'gap:due-soon']);
  expect(found(d1, paidAs('-----xxxxx', '2026-11-24'))).toEqual(['gap:due-soon']);
  expect(found(d1, paidAs('------xxxx', '2026-11-24'))).toEqual(['limit-passed:overdue']);
  expect(found(d1, paidAs('-xxxxxxx--', '2026-11-24'))).toEqual(['unpaid:due-soon', 'gap:due-soon']);
  // Across the end of the year, and closed the year after.
  const next = { ...none, fixings: [fixing('m1'), fixing('m1', { year: 2027, from: '2027-01' })] };
  const later = (asOf: string) =>
    paidAs('xxxxxxxxxx--', asOf, {
      ...next,
      payments: [...paidAs('xxxxxxxxxx--', asOf).dues.payments, payment('m1', ['2027-01', '2027-02'], '2027-02-10')],
    });
  expect(d1.evaluate(later('2027-03-10')).map(({ params }) => [params.code, params.from, params.to])).toEqual([
    ['gap', '2026-11', '2026-12'],
  ]);
  expect(found(d1, later('2028-03-10'))).not.toContain('gap:due-soon');
  // Approved exemption: nothing is owed.
  const exempt = { reductions: [reduction({ from: '2026-01', to: '2026-01' })] };
  expect(found(d1, paidAs('-xxxxxxxxx', '2026-11-24', exempt))).toEqual([]);
});

test('D3: less paid than is due, without an approved 少交', () => {
  expect(found(d3, paidAs('xxxxxxxxxx', '2026-11-24'))).toEqual([]);
  const [short] = d3.evaluate(paidAs('xhxhxxxxxx', '2026-11-24'));
  expect(short?.params).toMatchObject({ code: 'paid-short', months: 2, from: '2026-02', to: '2026-04' });
  expect([short?.expected, short?.actual]).toEqual(['8000', '4000']);
  const half = { kind: 'reduced' as const, monthlyAmount: 20_00 };
  expect(found(d3, paidAs('xhxhxxxxxx', '2026-11-24', { reductions: [reduction(half)] }))).toEqual([]);
  const unapproved = reduction({ ...half, approvedOn: null });
  expect(found(d3, paidAs('xhxhxxxxxx', '2026-11-24', { reductions: [unapproved] }))).toEqual(['paid-short:due-soon']);
});

test('D2: a 补交 of more than six months stands out', () => {
  const of = (month: string, paidOn: string) => ({ dues: { ...none, payments: [payment('m1', [month], paidOn)] } });
  expect(found(d2, facts('2026-11-24', of('2026-01', '2026-07-31')))).toEqual([]);
  expect(found(d2, facts('2026-11-24', of('2026-01', '2026-08-01')))).toEqual(['beyond-limit:overdue']);
});

test('D3 and D4: what was fixed is compared with the rules', () => {
  const of = (fields: Partial<DuesFixing>) =>
    facts('2026-11-24', { dues: { ...none, fixings: [fixing('m1', fields)] } });
  expect(found(d3, of({}))).toEqual([]);
  expect(found(d3, of({ monthlyAmount: 39_99 }))).toEqual(['amount-differs:due-soon']);
  expect(found(d3, of({ base: 5000_01, rate: 100, monthlyAmount: 75_00 }))).toEqual(['rate-differs:due-soon']);
  expect(found(d4, of({ base: 60_000_00, rate: 200, monthlyAmount: 1200_00 }))).toEqual(['above-cap:due-soon']);
  expect(found(d4, of({ base: 60_000_00, rate: 200, monthlyAmount: 1200_00, isVoluntary: true }))).toEqual([]);
});

test('D5: a reduction without study or written approval', () => {
  const of = (fields: Partial<DuesReduction>) =>
    facts('2026-11-24', { dues: { ...none, reductions: [reduction(fields)] } });
  expect(found(d5, of({}))).toEqual([]);
  for (const missing of [{ studiedOn: null }, { approvedOn: null }, { approvalNumber: '' }])
    expect(found(d5, of(missing))).toEqual(['unapproved:overdue']);
  expect(found(d5, of({ approvalNumber: '', from: '2026-12' }))).toEqual([]);
});

test('D6: who is not fixed this year is one item; a change without a note is another', () => {
  const some = { ...none, fixings: [fixing('m1')] };
  expect(found(d6, facts('2026-11-24', { members: members(2), dues: some }))).toEqual(['unfixed:due-soon']);
  expect(found(d6, facts('2026-11-24', { members: members(1), dues: some }))).toEqual([]);
  const changed = { ...none, fixings: [fixing('m1'), fixing('m1', { from: '2026-07' })] };
  expect(found(d6, facts('2026-11-24', { members: members(1), dues: changed }))).toEqual([
    'change-unexplained:due-soon',
  ]);
  // Last year's fixing does not do for this year.
  const last = { ...none, fixings: [fixing('m1', { year: 2025, from: '2025-01' })] };
  expect(found(d6, facts('2026-01-31', { members: members(1), dues: last }))).toEqual([]);
  expect(found(d6, facts('2026-11-24', { members: members(1), dues: last }))).toEqual(['unfixed:due-soon']);
});

test('D7: a probationary member pays from the month of the vote', () => {
  const person = member('m1', { joinedOn: '2026-06-20', confirmedOn: null });
  const of = (months: string[]) => {
    const payments = months.length === 0 ? [] : [payment('m1', months, '2026-07-01')];
    return facts('2026-11-24', { members: [person], dues: { ...none, fixings: [fixing('m2')], payments } });
  };
  expect(found(d7, of([]))).toEqual(['no-first-month:due-soon']);
  expect(found(d7, of(['2026-07']))).toEqual(['no-first-month:due-soon']);
  expect(found(d7, of(['2026-06', '2026-07']))).toEqual([]);
});

test('D8: a 盘点 or a published balance that is not what the account says', () => {
  const blank = { revision: 1, branchId: 'b1', title: '', voucherNumber: '', handler: '', note: '' };
  const opening = { ...blank, id: 'a1', kind: 'opening' as const, on: '2026-01-01', amount: 100_00 };
  const counted = (amount: number) => ({ ...blank, id: 'a2', kind: 'counted' as const, on: '2026-06-30', amount });
  const of = (amount: number) =>
    facts('2026-11-24', {
      dues: { ...none, payments: [payment('m1', ['2026-01'], '2026-01-10')], entries: [opening, counted(amount)] },
    });
  expect(found(d8, of(140_00))).toEqual([]);
  expect(found(d8, of(139_99))).toEqual(['count-differs:overdue']);
});

test('D8: dues that were collected are published within the year', () => {
  const publication = {
    id: 'u1',
    revision: 1,
    branchId: 'b1',
    publishedOn: '2026-12-20',
    from: '2026-01',
    to: '2026-12',
    method: '',
    meetingId: null,
    collected: null,
    remitted: null,
    spent: null,
    balance: null,
    note: '',
  };
  const of = (asOf: string, publications: (typeof publication)[]) =>
    facts(asOf, { dues: { ...none, payments: [payment('m1', ['2026-01'], '2026-01-10')], publications } });
  expect(found(d8, of('2026-11-24', []))).toEqual([]);
  expect(found(d8, of('2026-12-10', []))).toEqual(['unpublished:due-soon']);
  expect(found(d8, of('2027-01-10', []))).toEqual(['unpublished:due-soon']);
  expect(found(d8, of('2027-01-10', [publication]))).toEqual([]);
  expect(found(d8, of('2026-12-10', [publication]))).toEqual(['unpublished:due-soon']);
});
