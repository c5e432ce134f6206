import type { RosterProblemCode } from '../../contract/roster-import.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { plainDigits } from './number-format.ts';
import { isMaskedText } from './read-identity.ts';
import type { SheetCell } from './sheet.ts';

export type PhoneReading =
  | { readonly kind: 'value'; readonly mobiles: readonly string[]; readonly landlines: readonly string[] }
  | { readonly kind: 'problem'; readonly code: RosterProblemCode };

/**
 * Reads a phone cell: one number or several, with or without spaces, dashes and +86. Mobile numbers come out as
 * eleven digits, landlines as `0311-1234567`.
 */
export function readPhoneCell(cell: SheetCell): PhoneReading {
  const text = cell.kind === 'number' ? plainDigits(cell.raw) : cleanText(cell.shown).normalize('NFKC');
  if (/^\d(\.\d+)?E\+?\d+$/i.test(cleanLine(text))) return { kind: 'problem', code: 'phone-digits-lost' };
  if (isMaskedText(text)) return { kind: 'problem', code: 'phone-masked' };
  const mobiles: string[] = [];
  const landlines: string[] = [];
  for (const part of splitNumbers(text)) {
    const number = readNumber(part);
    if (number === null) return { kind: 'problem', code: 'phone-unreadable' };
    const list = number.kind === 'mobile' ? mobiles : landlines;
    if (!list.includes(number.text)) list.push(number.text);
  }
  if (mobiles.length + landlines.length === 0) return { kind: 'problem', code: 'phone-unreadable' };
  return { kind: 'value', mobiles, landlines };
}

/** A space may be inside a number (139 1234 5678) or between two; it splits only whole numbers. */
function splitNumbers(text: string): string[] {
  return text
    .split(/[\n、,;/|；，或]+/)
    .flatMap((part) => {
      const pieces = part.trim().split(/\s+/);
      return pieces.length > 1 && pieces.every((piece) => readNumber(piece) !== null) ? pieces : [part];
    })
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readNumber(text: string): { kind: 'mobile' | 'landline'; text: string } | null {
  const written = text
    .replace(/^[（(]?(手机|电话|座机|办|宅)[）)]?[:：]?/, '')
    .replace(/\.0$/, '')
    .replace(/[（(](0\d{2,3})[）)]/, '$1-')
    .replace(/[\s.·]/g, '')
    .replace(/[—–－]/g, '-');
  const digits = written.replace(/^(\+|00)?86-?(?=1\d{2})/, '').replaceAll('-', '');
  if (/^1[3-9]\d{9}$/.test(digits)) return { kind: 'mobile', text: digits };
  const landline =
    /^(?:(?:\+|00)86-?)?(?:(0(?:10|2\d|[3-9]\d{2}))-?)?([2-9]\d{6,7})(?:(?:-|转|分机|ext)(\d{1,6}))?$/.exec(written);
  if (landline === null) return null;
  const [, area, number, extension] = landline;
  return {
    kind: 'landline',
    text: `${area === undefined ? '' : `${area}-`}${number}${extension === undefined ? '' : `-${extension}`}`,
  };
}
