import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { computeDues, type DuesIncome, duesBase, fixingFindings, isReductionApproved, monthsLate } from './dues.ts';
import { parseBrackets, rateOf } from './dues-brackets.ts';
import type { SettingEntry } from './settings.ts';

const on = '2026-01-01';

function income(category: DuesIncome['category'], base: number | null, isVoluntary = false) {
  return { category, base, payItems: [], excludedItems: [], isVoluntary };
}

function setting(key: string, value: string | number): SettingEntry {
  return { key, value, validFrom: '2020-01-01', validTo: null, source: '本地' };
}

/** domain.md §4.1, to the fen. */
const golden: [DuesIncome['category'], number, number, number][] = [
  ['wage', 3000_00, 50, 15_00],
  ['wage', 3000_01, 100, 30_00],
  ['wage', 5000_00, 100, 50_00],
  ['wage', 5000_01, 150, 75_00],
  ['wage', 10000_00, 150, 150_00],
  ['wage', 10000_01, 200, 200_00],
  ['annual-salary', 10000_01, 200, 200_00],
  ['irregular-income', 5000_01, 150, 75_00],
  ['pensioner', 5000_00, 50, 25_00],
  ['pensioner', 5000_01, 100, 50_00],
  ['pensioner', 12000_00, 100, 120_00],
];

describe('the amount is the whole base by one rate', () => {
  it.each(golden)('%s of %i fen: %i basis points, %i fen', (category, base, rate, amount) => {
    expect(computeDues(income(category, base), [], on)).toMatchObject({ base, rate, byRate: amount, amount });
  });

  it('never falls when the base rises, and never exceeds the highest rate', () => {
    fc.assert(
      fc.property(fc.nat(80_000_00), fc.nat(80_000_00), (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const amountOf = (base: number) => computeDues(income('wage', base), [], on).byRate ?? -1;
        expect(amountOf(low)).toBeLessThanOrEqual(amountOf(high));
        expect(amountOf(high) * 50).toBeLessThanOrEqual(high + 50);
      }),
    );
  });

  it('is rounded once, half up, to fen, jiao or yuan by the setting', () => {
    const at = (base: number, value: string) =>
      computeDues(income('wage', base), [setting('dues.rounding', value)], on).amount;
    // 3010.00 × 1 % = 30.10; 3005.00 × 1 % = 30.05; 3050.00 × 1 % = 30.50
    expect([at(3010_00, 'fen'), at(3010_00, 'jiao'), at(3010_00, 'yuan')]).toEqual([30_10, 30_10, 30_00]);
    expect([at(3005_00, 'fen'), at(3005_00, 'jiao')]).toEqual([30_05, 30_10]);
    expect([at(3050_00, 'yuan'), at(3049_99, 'yuan')]).toEqual([31_00, 30_00]);
    // 3045.00: 30.45 is nearer to 30 yuan; rounding it to 30.5 first would give 31.
    expect(at(3045_00, 'yuan')).toBe(30_00);
    // 5000.33 × 1.5 % = 75.00495
    expect(at(5000_33, 'fen')).toBe(75_00);
    expect(at(5000_34, 'fen')).toBe(75_01);
  });
});

test('amounts of the categories without a base are settings', () => {
  expect(computeDues(income('minimum', null), [], on)).toMatchObject({ base: null, amount: 20, least: 20, most: 20 });
  expect(computeDues(income('farmer', null), [], on)).toMatchObject({ amount: 20, least: 20, most: 100 });
  const local = [setting('dues.farmer-least', 50), setting('dues.farmer-most', 50)];
  expect(computeDues(income('farmer', null), local, on)).toMatchObject({ amount: 50, least: 50, most: 50 });
});

test('above the cap the cap is due, and more is voluntary', () => {
  expect(computeDues(income('wage', 50_000_00), [], on)).toMatchObject({ amount: 1000_00, isCapped: false });
  expect(computeDues(income('wage', 60_000_00), [], on)).toMatchObject({
    byRate: 1200_00,
    amount: 1000_00,
    least: 1000_00,
    most: 1200_00,
    isCapped: true,
  });
  expect(computeDues(income('wage', 4000_00, true), [], on)).toMatchObject({ least: 40_00, most: null });
});

test('the base is the pay less what does not count; irregular income is a third of the quarter', () => {
  const items = (...amounts: number[]) => amounts.map((amount) => ({ amount }));
  const of = (category: DuesIncome['category'], pay: number[], out: number[]) =>
    duesBase({ category, payItems: items(...pay), excludedItems: items(...out), base: 1 });
  expect(of('wage', [4500_00, 800_00], [300_00, 0])).toBe(5000_00);
  expect(of('irregular-income', [10_000_00], [])).toBe(3333_33);
  expect(of('irregular-income', [5_01], [])).toBe(1_67);
  expect(of('wage', [1_00], [2_00])).toBe(-1_00);
  expect(of('wage', [], [])).toBe(1);
  expect(of('minimum', [4500_00], [])).toBeNull();
  expect(duesBase({ category: 'wage', payItems: [], excludedItems: [], base: null })).toBeNull();
});

test('nothing registered gives no amount, never zero', () => {
  expect(computeDues(income('wage', null), [], on)).toMatchObject({ base: null, amount: null, least: null });
});

test('brackets are read from the dated setting; broken ones are refused', () => {
  expect(parseBrackets('3000:0.5,5000:1,2')).toEqual([
    { upTo: 3000_00, rate: 50 },
    { upTo: 5000_00, rate: 100 },
    { upTo: null, rate: 200 },
  ]);
  expect(parseBrackets('1.5%')).toEqual([{ upTo: null, rate: 150 }]);
  for (const broken of ['', '3000:0.5', '1,2', '5000:1,3000:0.5,2', '3000:x,1', '3000:0.555,1'])
    expect(parseBrackets(broken)).toBeNull();
  const later = [{ ...setting('dues.wage-brackets', '4000:0.5,1'), validFrom: '2027-01-01' }];
  expect(computeDues(income('wage', 4000_00), later, '2026-12-01').amount).toBe(40_00);
  expect(computeDues(income('wage', 4000_00), later, '2027-01-01').amount).toBe(20_00);
  expect(rateOf([], 1)).toBe(0);
});

test('a fixing is compared with the rules: base, rate, amount, cap, note, signature', () => {
  const fixing = {
    branchId: 'b1',
    memberId: 'm1',
    year: 2026,
    from: '2026-01',
    category: 'wage' as const,
    payItems: [],
    excludedItems: [],
    base: 60_000_00,
    rate: 200,
    monthlyAmount: 1000_00,
    isVoluntary: false,
    signedOn: '2026-01-10',
    changeNote: '',
    note: '',
  };
  const codes = (fields: Partial<typeof fixing>, isChange = false) =>
    fixingFindings({ ...fixing, ...fields }, [], isChange).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ monthlyAmount: 1200_00 })).toEqual(['above-cap']);
  expect(codes({ monthlyAmount: 1200_00, isVoluntary: true })).toEqual([]);
  expect(codes({ monthlyAmount: 5000_00, isVoluntary: true })).toEqual([]);
  expect(codes({ monthlyAmount: 999_99 })).toEqual(['amount-differs']);
  expect(codes({ base: 4000_00, monthlyAmount: 60_00 })).toEqual(['rate-differs', 'amount-differs']);
  expect(codes({}, true)).toEqual(['change-unexplained']);
  expect(codes({ signedOn: null as never, changeNote: '调薪' }, true)).toEqual(['unsigned']);
});

test('a reduction holds only when studied and approved in writing', () => {
  const whole = { studiedOn: '2026-01-02', approvedOn: '2026-01-05', approvalNumber: '1号' };
  expect(isReductionApproved(whole)).toBe(true);
  for (const missing of [{ studiedOn: null }, { approvedOn: null }, { approvalNumber: ' ' }])
    expect(isReductionApproved({ ...whole, ...missing })).toBe(false);
});

test('months late are calendar months', () => {
  expect(monthsLate('2026-01', '2026-01-31')).toBe(0);
  expect(monthsLate('2026-01', '2026-07-31')).toBe(6);
  expect(monthsLate('2025-12', '2026-07-01')).toBe(7);
  expect(monthsLate('2026-12', '2026-11-30')).toBe(-1);
});
