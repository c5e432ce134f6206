import type { Output } from '../../contract/operations.ts';
import type { SettingKey } from '../../rules/settings.ts';
import { settingNames } from '../text/settings.ts';
import { text } from '../text/zh-CN.ts';

export type SettingRow = Output<'setting.list'>[number];

/** What a setting is about. */
export function nameOf({ key }: { key: string }): string {
  return settingNames[key as SettingKey] ?? key;
}

/** A value of a setting with its unit, as it is spoken of. */
export function settingValue(value: number | string | boolean, unit: string): string {
  const { rules } = text.settings;
  if (typeof value === 'boolean') return value ? rules.yes : rules.no;
  const word = rules.units[unit] ?? unit;
  const shown = typeof value === 'string' ? (rules.choices[value] ?? value) : String(value);
  return word === '' || word === '%' ? `${shown}${word}` : `${shown} ${word}`;
}
