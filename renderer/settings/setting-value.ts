import { text } from '../text/zh-CN.ts';

/** A value of a setting with its unit, as it is spoken of. */
export function settingValue(value: number | string | boolean, unit: string): string {
  const { rules } = text.settings;
  if (typeof value === 'boolean') return value ? rules.yes : rules.no;
  const word = rules.units[unit] ?? unit;
  const shown = typeof value === 'string' ? (rules.choices[value] ?? value) : String(value);
  return word === '' || word === '%' ? `${shown}${word}` : `${shown} ${word}`;
}
