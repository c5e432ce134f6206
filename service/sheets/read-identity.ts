import type { RosterProblemCode } from '../../contract/roster-import.ts';
import { readIdNumber } from '../../rules/id-number.ts';
import { cleanLine } from './clean-text.ts';
import type { SheetCell } from './sheet.ts';

export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'problem'; readonly code: RosterProblemCode };

function problem(code: RosterProblemCode): { kind: 'problem'; code: RosterProblemCode } {
  return { kind: 'problem', code };
}

const idProblems = {
  length: 'id-length',
  characters: 'id-characters',
  'birth-date': 'id-birth-date',
  checksum: 'id-checksum',
} as const;

/**
 * Reads an ID number. A number cell has kept 15 of 18 digits at best, so it is reported and never mended; so is
 * scientific notation, and in separated text a number that ends in the zeros a spreadsheet puts for lost digits.
 */
export function readIdCell(cell: SheetCell, isSeparatedText: boolean): Reading<string> {
  const text = cleanLine(cell.shown)
    .normalize('NFKC')
    .replace(/[\s\-–—_]/g, '')
    .toUpperCase();
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return problem('id-digits-lost');
  if (cell.kind === 'number') {
    const digits = cell.raw.replace(/\.0+$/, '');
    return problem(/^\d{1,14}$/.test(digits) ? 'id-length' : /^\d{15}$/.test(digits) ? 'id-old' : 'id-digits-lost');
  }
  if (/^\d{16,19}\.0*$/.test(text) || (isSeparatedText && /^\d{15}000$/.test(text))) return problem('id-digits-lost');
  if (isMaskedText(text)) return problem('id-masked');
  if (/^\d{15}$/.test(text)) return problem('id-old');
  const fault = readIdNumber(text).problem;
  return fault === null ? { kind: 'value', value: text } : problem(idProblems[fault]);
}

/** Whether digits were replaced for privacy. */
export function isMaskedText(text: string): boolean {
  return /[*＊×●█]{2,}/.test(text) && /\d/.test(text);
}

const nameDots = /[•‧・･∙⋅●．.]/g;

export interface NameRead {
  readonly name: string;
  /** From 张三（女）. */
  readonly sex: '1' | '2' | null;
}

/**
 * Reads a name: spaces between Han characters were put in to make names equally wide; those between Latin words are
 * part of it; the dot of minority names is always · (U+00B7). Rare characters stay what they are.
 */
export function readName(text: string): Reading<NameRead> {
  let name = cleanLine(text);
  if (name === '') return problem('name-missing');
  if (/[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/u.test(name)) return problem('name-private-character');
  const bracketed = /^(.+?)\s*[（(]\s*([男女])\s*[）)]$/.exec(name);
  const sex = bracketed === null ? null : bracketed[2] === '男' ? '1' : '2';
  name = (bracketed?.[1] ?? name)
    .replace(nameDots, (dot, at: number, whole: string) => (isBetweenHan(whole, at) ? '·' : dot))
    .replace(/(?<=[\p{Script=Han}〇○·])\s+(?=[\p{Script=Han}〇○·])/gu, '')
    .trim();
  if (!/^[\p{Script=Han}\p{Script=Latin}\p{Mark}〇○· .'’-]+$/u.test(name)) return problem('name-unclear');
  if (!/[\p{Script=Han}\p{Script=Latin}]/u.test(name) || [...name].length > 60) return problem('name-unclear');
  return { kind: 'value', value: { name, sex } };
}

function isBetweenHan(text: string, at: number): boolean {
  return /\p{Script=Han}\s*$/u.test(text.slice(0, at)) && /^\s*\p{Script=Han}/u.test(text.slice(at + 1));
}

/** What a name is compared by: no spaces, no dots. */
export function nameKey(name: string): string {
  return name.replace(/[\s·.'’-]/g, '').toLowerCase();
}
