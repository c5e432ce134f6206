import type { IsoDate, PartialDate } from '../contract/values.ts';
import { isDay } from './dates.ts';

/**
 * Citizen ID number 公民身份号码, GB 11643-1999: 6 digits region, 8 birth date, 3 sequence, 1 check character
 * (ISO 7064 MOD 11-2). Source: domain.md §2.5. The region may be an abolished code, so it is never looked up.
 */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Check character of the first 17 digits; `null` when they are not 17 digits. */
export function idCheckCharacter(first17: string): string | null {
  if (!/^\d{17}$/.test(first17)) return null;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checkCharacters[sum % 11] ?? null;
}

export type IdNumberProblem = 'length' | 'characters' | 'birth-date' | 'checksum';

export interface IdNumberFacts {
  readonly problem: IdNumberProblem | null;
  /** Derivable only when length, characters and birth date are sound. */
  readonly bornOn: IsoDate | null;
  /** GB/T 2261.1: `1` male (odd 17th digit), `2` female. */
  readonly sex: '1' | '2' | null;
  /** First six digits: where the number was issued first, neither residence nor native place. */
  readonly regionCode: string | null;
}

/** Judges an 18-character ID number and reads from it what can be read. Lower-case `x` is accepted. */
export function readIdNumber(text: string): IdNumberFacts {
  const none = { bornOn: null, sex: null, regionCode: null };
  const value = text.toUpperCase();
  if (value.length !== 18) return { problem: 'length', ...none };
  if (!/^\d{17}[\dX]$/.test(value)) return { problem: 'characters', ...none };
  const bornOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isDay(bornOn) || bornOn < '1800') return { problem: 'birth-date', ...none };
  return {
    problem: idCheckCharacter(value.slice(0, 17)) === value[17] ? null : 'checksum',
    bornOn,
    sex: Number(value[16]) % 2 === 1 ? '1' : '2',
    regionCode: value.slice(0, 6),
  };
}

/**
 * A 15-digit number from an old paper roster: RRRRRR YYMMDD SSS. Gives the 18-character form (19YY, with check
 * character) to be used only after the user confirms it; `null` when it is no such number.
 */
export function convertOldIdNumber(text: string): string | null {
  if (!/^\d{15}$/.test(text)) return null;
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  if (!isDay(`${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`)) return null;
  return `${first17}${idCheckCharacter(first17)}`;
}

/** Whether the birth date on file contradicts the ID number; a month or a year alone is compared as far as it goes. */
export function birthDateDiffers(idNumber: string, bornOn: PartialDate): boolean {
  const derived = readIdNumber(idNumber).bornOn;
  return derived !== null && !derived.startsWith(bornOn);
}

/** First 6, `********`, last 4; empty stays empty, anything too short to be masked that way is hidden whole. */
export function maskIdNumber(idNumber: string | null): string {
  if (!idNumber) return '';
  if (idNumber.length < 15) return '*'.repeat(idNumber.length);
  return `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`;
}

/**
 * Every number of a phone field masked, as a field may hold several (`、`) or a name before one. Mobile number: first 3,
 * `****`, last 4. Other numbers: the four digits before the last two are hidden, and an extension.
 */
export function maskPhone(phone: string | null): string {
  if (!phone) return '';
  return phone.replace(/[^、，,;；/\n]+/g, maskPhonePart);
}

/** Spaces stand inside one number, or between whole ones and words. */
function maskPhonePart(part: string): string {
  const words = part.split(/\s+/).filter((word) => word !== '');
  const areWhole = words.every((word) => !/\d/.test(word) || word.replace(/\D/g, '').length >= 7);
  if (words.length < 2 || !areWhole) return maskPhoneNumber(part.trim());
  return words.map((word) => (/\d/.test(word) ? maskPhoneNumber(word) : word)).join(' ');
}

function maskPhoneNumber(text: string): string {
  const mobile = /^(\+?86)?(\d{11})$/.exec(text.replace(/[\s-]/g, ''));
  if (mobile !== null && !/^0\d{2,3}-/.test(text)) {
    const [, prefix = '', digits = ''] = mobile;
    return `${prefix}${digits.slice(0, 3)}****${digits.slice(-4)}`;
  }
  if (text.length <= 6) return '*'.repeat(Math.max(text.length, 4));
  const extended = /^(.*\d{7,8})((?:-|转|分机|ext)\d{1,6})$/.exec(text);
  if (extended?.[1] !== undefined) return `${maskPhoneNumber(extended[1])}****`;
  return `${text.slice(0, -6)}****${text.slice(-2)}`;
}

/** Whether a text carries a mask and so must never be stored as the value. */
export function isMasked(text: string): boolean {
  return text.includes('*');
}
