import { expect, test } from 'vitest';
import { readPhoneCell } from './read-phone.ts';
import type { CellKind } from './sheet.ts';

function phone(shown: string, kind: CellKind = 'text'): string {
  const reading = readPhoneCell({ row: 0, column: 0, kind, raw: shown, shown, datePrecision: null });
  return reading.kind === 'problem' ? reading.code : [...reading.mobiles, ...reading.landlines].join(' ');
}

test.each([
  ['13953782417', '13953782417'],
  ['139-8869-6869', '13988696869'],
  ['139 8869 6869', '13988696869'],
  ['１３９８８６９６８６９', '13988696869'],
  ['+86 13988696869', '13988696869'],
  ['8613988696869', '13988696869'],
  ['13988696869、13912345678', '13988696869 13912345678'],
  ['13988696869\n0311-8765432', '13988696869 0311-8765432'],
  ['13988696869 13912345678', '13988696869 13912345678'],
  ['（0311）87654321', '0311-87654321'],
  ['01087654321', '010-87654321'],
  ['87654321', '87654321'],
  ['0311-87654321转8012', '0311-87654321-8012'],
  ['手机：13988696869', '13988696869'],
])('%j is %s', (written, expected) => {
  expect(phone(written)).toBe(expected);
});

test.each([
  ['1.39537E+10', 'phone-digits-lost'],
  ['139****6083', 'phone-masked'],
  ['1398869686', 'phone-unreadable'],
  ['139886968691', 'phone-unreadable'],
  ['23988696869', 'phone-unreadable'],
  ['找他儿子', 'phone-unreadable'],
  ['13988696869（妻子）', 'phone-unreadable'],
])('%j is refused: %s', (written, expected) => {
  expect(phone(written)).toBe(expected);
});

test('a number cell is its digits', () => {
  expect(phone('13953782417', 'number')).toBe('13953782417');
  expect(phone('1.3953782417E10', 'number')).toBe('13953782417');
});
