import type { DuesCategory, DuesFixing, DuesReduction, ExcludedItem, PayItem } from '../contract/dues.ts';
import type { DuesComputed } from '../contract/dues-operations.ts';
import type { IsoDate } from '../contract/values.ts';
import { type DuesBracket, parseBrackets, rateOf } from './dues-brackets.ts';
import type { SettingEntry } from './settings.ts';
import { settingOn } from './settings.ts';

/**
 * How much a member pays: whole base by one rate, never progressive. Money in fen, rates in basis points.
 * Sources: 党费规定 2008 Arts 1–7; 党费通知 2017 (1)–(3); domain.md §4.1, §4.2.
 */

export const duesSource = '党费规定（2008）第1至6条、党费通知（2017）第1至3条';

/** What a member earns, as it is entered. */
export interface DuesIncome {
  readonly category: DuesCategory;
  readonly payItems: readonly Pick<PayItem, 'amount'>[];
  readonly excludedItems: readonly Pick<ExcludedItem, 'amount'>[];
  /** Used where no items are given. */
  readonly base: number | null;
}

/** Months of the quarter whose average is the base of who is not paid monthly (党费规定 Art 3). */
const monthsOfQuarter = 3;

/** Categories whose dues are an amount, not a share. */
export function isFixedAmount(category: DuesCategory): boolean {
  return category === 'farmer' || category === 'minimum';
}

/**
 * 计算基数 in fen: pay items less what does not count; for irregular income a third of the quarter, to the fen.
 * `null` where nothing is registered or the category needs none. Negative when more is excluded than earned.
 */
export function duesBase(income: DuesIncome): number | null {
  if (isFixedAmount(income.category)) return null;
  if (income.payItems.length === 0) return income.base;
  const counted = sumOf(income.payItems) - sumOf(income.excludedItems);
  return income.category === 'irregular-income' ? divideRounded(counted, monthsOfQuarter) : counted;
}

function sumOf(items: readonly { amount: number }[]): number {
  return items.reduce((sum, { amount }) => sum + amount, 0);
}

/** Whole-number division, halves away from zero. */
function divideRounded(dividend: number, divisor: number): number {
  const sign = dividend < 0 ? -1 : 1;
  return sign * Math.floor((Math.abs(dividend) * 2 + divisor) / (divisor * 2)) + 0;
}

/** Fen that amounts are rounded to, by the setting `dues.rounding`. */
const roundingSteps: Readonly<Record<string, number>> = { fen: 1, jiao: 10, yuan: 100 };

/** The brackets in force for a category. @returns none for categories with a fixed amount */
export function bracketsFor(category: DuesCategory, settings: readonly SettingEntry[], on: IsoDate): DuesBracket[] {
  if (isFixedAmount(category)) return [];
  const key = category === 'pensioner' ? 'dues.pension-brackets' : 'dues.wage-brackets';
  return parseBrackets(settingOn(settings, key, on).value) ?? [];
}

/**
 * 月应交 by the rules in force on the day. The amount by rate is rounded once, from the exact product. Above the cap
 * (一般不超过1000元) the cap is due and anything from there up is voluntary.
 */
export function computeDues(
  income: DuesIncome & { readonly isVoluntary: boolean },
  settings: readonly SettingEntry[],
  on: IsoDate,
): DuesComputed {
  const fixed = fixedRange(income.category, settings, on);
  if (fixed !== null) {
    const most = income.isVoluntary ? null : fixed.most;
    return { base: null, rate: null, byRate: null, amount: fixed.least, ...fixed, most, isCapped: false };
  }
  const base = duesBase(income);
  if (base === null || base < 0)
    return {
      base,
      rate: null,
      byRate: null,
      amount: null,
      least: null,
      most: null,
      isCapped: false,
      source: duesSource,
    };
  const rate = rateOf(bracketsFor(income.category, settings, on), base);
  const step = roundingSteps[settingOn(settings, 'dues.rounding', on).value] ?? 1;
  const byRate = divideRounded(base * rate, 10_000 * step) * step;
  const cap = settingOn(settings, 'dues.monthly-cap', on).value * 100;
  const amount = Math.min(byRate, cap);
  return {
    base,
    rate,
    byRate,
    amount,
    least: amount,
    most: income.isVoluntary ? null : byRate,
    isCapped: byRate > cap,
    source: duesSource,
  };
}

function fixedRange(category: DuesCategory, settings: readonly SettingEntry[], on: IsoDate) {
  if (category === 'minimum') {
    const { value, source } = settingOn(settings, 'dues.minimum', on);
    return { least: value, most: value, source };
  }
  if (category !== 'farmer') return null;
  const { value: least, source } = settingOn(settings, 'dues.farmer-least', on);
  return { least, most: settingOn(settings, 'dues.farmer-most', on).value, source };
}

export interface FixingFinding {
  readonly code: 'base-differs' | 'rate-differs' | 'amount-differs' | 'above-cap' | 'change-unexplained' | 'unsigned';
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * Where a fixing departs from the rules (D3, D4) or lacks what it needs (D6). Judged by the settings of the month it
 * starts in. `isChange`: another fixing of the same member and year stands before it.
 */
export function fixingFindings(
  fixing: Omit<DuesFixing, 'id' | 'revision'>,
  settings: readonly SettingEntry[],
  isChange: boolean,
): FixingFinding[] {
  const on = `${fixing.from}-01`;
  const computed = computeDues(fixing, settings, on);
  const findings: FixingFinding[] = [];
  const differs = (code: FixingFinding['code'], field: string, expected: number | null, actual: number | null) =>
    findings.push({ code, field, expected: String(expected ?? ''), actual: String(actual ?? '') });
  if (computed.base !== fixing.base) differs('base-differs', 'base', computed.base, fixing.base);
  if (computed.rate !== null && computed.rate !== fixing.rate)
    differs('rate-differs', 'rate', computed.rate, fixing.rate);
  const { least, most } = computed;
  const isBelow = least !== null && fixing.monthlyAmount < least;
  const isAbove = most !== null && fixing.monthlyAmount > most;
  if (isBelow || isAbove) differs('amount-differs', 'monthlyAmount', isBelow ? least : most, fixing.monthlyAmount);
  const cap = settingOn(settings, 'dues.monthly-cap', on).value * 100;
  if (fixing.monthlyAmount > cap && !fixing.isVoluntary) differs('above-cap', 'isVoluntary', cap, fixing.monthlyAmount);
  if (isChange && fixing.changeNote.trim() === '') differs('change-unexplained', 'changeNote', null, null);
  if (fixing.signedOn === null) differs('unsigned', 'signedOn', null, null);
  return findings;
}

/** 少交、免交 holds only when the branch studied it and the superior approved it in writing (党费规定 Art 7). */
export function isReductionApproved(
  reduction: Pick<DuesReduction, 'studiedOn' | 'approvedOn' | 'approvalNumber'>,
): boolean {
  return reduction.studiedOn !== null && reduction.approvedOn !== null && reduction.approvalNumber.trim() !== '';
}

/** Months from the month owed to the month of payment; 0 or less is no 补交. */
export function monthsLate(month: string, paidOn: IsoDate): number {
  const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return index(paidOn) - index(month);
}
