import type { PostTitle } from '../../contract/branch.ts';
import type { LedgerOptions } from '../../contract/ledger.ts';
import { nameOf } from '../../rules/codes/code-table.ts';
import { degrees } from '../../rules/codes/degree.ts';
import { educations } from '../../rules/codes/education.ts';
import { ethnicities } from '../../rules/codes/ethnicity.ts';
import { postTitleNames } from '../../rules/codes/organisation.ts';
import { sexes } from '../../rules/codes/sex.ts';
import { maskIdNumber, maskPhone } from '../../rules/id-number.ts';
import { peopleWords } from '../../templates/ledgers/words.ts';

/** Codes as the words that are printed; not registered stays `null`. */

/** 男, 女; unknown prints nothing. */
export function sexWord(code: string): string | null {
  return code === '1' || code === '2' ? nameOf(sexes, code) : null;
}

export function ethnicityWord(code: string | null): string | null {
  return nameOf(ethnicities, code);
}

/** 大学本科 for 大学本科毕业: what is printed is the highest obtained, only 结业 and 肄业 are said. */
export function educationWord(code: string | null): string | null {
  return nameOf(educations, code)?.replace(/毕业$/, '') ?? null;
}

export function degreeWord(code: string | null): string | null {
  return nameOf(degrees, code);
}

/** 支部书记, 组织委员 */
export function postWord(title: PostTitle): string {
  if (title === 'secretary') return peopleWords.secretary;
  return title === 'deputy-secretary' ? peopleWords.deputySecretary : postTitleNames[title];
}

/** ID number, masked unless asked for in full. */
export function idNumberShown(idNumber: string | null, { unmask }: LedgerOptions): string | null {
  return (unmask ? idNumber : maskIdNumber(idNumber)) || null;
}

/** Phone, masked unless asked for in full. */
export function phoneShown(phone: string, { unmask }: LedgerOptions): string | null {
  return (unmask ? phone : maskPhone(phone)) || null;
}

/** A text that is registered, or `null`. */
export function registered(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
