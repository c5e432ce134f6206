import type { IsoDate } from '../contract/values.ts';
import { parseBrackets } from './dues-brackets.ts';
import { type SettingDefinition, type SettingValue, settingDefinitions } from './setting-table.ts';

/**
 * Every threshold of the rules, dated, with where it comes from. What a higher committee may set differently is
 * `isLocal`; the archive's own dated entries stand before these. Source marks: a regulation and article, or
 * "practice" where domain.md calls it LOCAL or general knowledge.
 */

export interface ShippedSetting extends SettingDefinition {
  readonly key: SettingKey;
}

/** A dated entry of the archive; a `Setting` record is one. `validTo` is the last day it holds. */
export interface SettingEntry {
  readonly key: string;
  readonly value: SettingValue;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly source: string;
}

export type SettingKey = keyof typeof settingDefinitions;

type Widened<Value> = Value extends number ? number : Value extends boolean ? boolean : string;
type ValueOf<Key> = Key extends SettingKey ? Widened<(typeof settingDefinitions)[Key]['value']> : SettingValue;

/** The shipped table, in the order of the settings page. */
export const shippedSettings: readonly ShippedSetting[] = Object.entries(settingDefinitions).map(
  ([key, definition]) => ({
    key: key as SettingKey,
    ...definition,
  }),
);

function isInForce(entry: SettingEntry, day: IsoDate): boolean {
  return entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo);
}

/**
 * What holds on a day: the archive's entry that began last and is in force, else the shipped value (also before
 * its own beginning: older records are judged by the oldest rule known). Of entries of the same day the later
 * in the list wins. An entry whose value has another type than the shipped one is not used.
 */
export function settingOn<Key extends SettingKey>(
  entries: readonly SettingEntry[],
  key: Key,
  day: IsoDate,
): { value: ValueOf<Key>; source: string } {
  const shipped: SettingDefinition = settingDefinitions[key];
  let held: { value: SettingValue; source: string; validFrom: IsoDate | '' } = { ...shipped, validFrom: '' };
  for (const entry of entries) {
    if (entry.key !== key || typeof entry.value !== typeof shipped.value || !isInForce(entry, day)) continue;
    if (entry.validFrom >= held.validFrom) held = entry;
  }
  return { value: held.value as ValueOf<Key>, source: held.source };
}

/** Why a value may not be saved under a key, or `null`. Numbers are whole and not negative. */
export function settingProblem(key: string, value: SettingValue): 'unknown-key' | 'wrong-type' | 'out-of-range' | null {
  const shipped: SettingDefinition | undefined = Object.hasOwn(settingDefinitions, key)
    ? settingDefinitions[key as SettingKey]
    : undefined;
  if (shipped === undefined) return 'unknown-key';
  if (typeof value !== typeof shipped.value) return 'wrong-type';
  if (shipped.choices !== undefined && !shipped.choices.includes(String(value))) return 'out-of-range';
  if (typeof value === 'number' && (!Number.isInteger(value) || value < 0 || value > 10_000)) return 'out-of-range';
  if (shipped.unit === 'fraction' && parseFraction(value) === null) return 'out-of-range';
  if (shipped.unit === 'brackets' && parseBrackets(String(value)) === null) return 'out-of-range';
  if (shipped.unit === 'megabytes' && (Number(value) < 1 || Number(value) > 200)) return 'out-of-range';
  // A smaller photo shows nobody any more; 0 turns it off.
  if (shipped.unit === 'dots' && value !== 0 && Number(value) < 800) return 'out-of-range';
  if (shipped.unit === 'day-of-month' && (Number(value) < 1 || Number(value) > 31)) return 'out-of-range';
  return null;
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Reads `1/3`, `30%`, `0.3` exactly, as whole numbers; `null` unless it lies above 0 and at most 1. */
export function parseFraction(value: SettingValue): Fraction | null {
  const text = String(value).trim();
  const ratio = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(text);
  const decimal = /^(\d{1,3})(?:\.(\d{1,4}))?(%?)$/.exec(text);
  let fraction: Fraction | null = null;
  if (ratio) fraction = { numerator: Number(ratio[1]), denominator: Number(ratio[2]) };
  else if (decimal) {
    const digits = decimal[2] ?? '';
    fraction = {
      numerator: Number(`${decimal[1]}${digits}`),
      denominator: 10 ** digits.length * (decimal[3] === '%' ? 100 : 1),
    };
  }
  if (fraction === null || fraction.numerator === 0 || fraction.denominator === 0) return null;
  return fraction.numerator <= fraction.denominator ? fraction : null;
}
