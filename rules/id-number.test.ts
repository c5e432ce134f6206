import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  birthDateDiffers,
  convertOldIdNumber,
  idCheckCharacter,
  isMasked,
  maskIdNumber,
  maskPhone,
  readIdNumber,
} from './id-number.ts';

const first17 = fc
  .record({
    region: fc.integer({ min: 100000, max: 999999 }),
    day: fc.integer({ min: 1, max: 28 }),
    sequence: fc.nat(999),
  })
  .map(
    ({ region, day, sequence }) => `${region}197503${String(day).padStart(2, '0')}${String(sequence).padStart(3, '0')}`,
  );

test('the standard sample is valid and tells birth date and sex', () => {
  expect(readIdNumber('11010519491231002X')).toEqual({
    problem: null,
    bornOn: '1949-12-31',
    sex: '2',
    regionCode: '110105',
  });
  expect(readIdNumber('11010519491231002x').problem).toBeNull();
});

test('length, characters, birth date and checksum are told apart', () => {
  expect(readIdNumber('1101051949123100').problem).toBe('length');
  expect(readIdNumber('11010519491231A02X').problem).toBe('characters');
  expect(readIdNumber('110105194902310021').problem).toBe('birth-date');
  expect(readIdNumber('110105194912310021').problem).toBe('checksum');
});

test('any wrong digit is found by the checksum', () => {
  fc.assert(
    fc.property(first17, fc.nat(5), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
      const check = idCheckCharacter(digits);
      const changed = (Number(digits[place]) + shift) % 10;
      const broken = `${digits.slice(0, place)}${changed}${digits.slice(place + 1)}${check}`;
      return readIdNumber(`${digits}${check}`).problem === null && readIdNumber(broken).problem === 'checksum';
    }),
  );
});

test('a 15-digit number converts to its 18-character form, and only a real one', () => {
  expect(convertOldIdNumber('110105491231002')).toBe('11010519491231002X');
  expect(convertOldIdNumber('110105491331002')).toBeNull();
  expect(convertOldIdNumber('11010549123100X')).toBeNull();
});

test('a birth date known to the month is compared to the month', () => {
  expect(birthDateDiffers('11010519491231002X', '1949-12')).toBe(false);
  expect(birthDateDiffers('11010519491231002X', '1949-11')).toBe(true);
  expect(birthDateDiffers('11010519491231002X', '1949-12-30')).toBe(true);
});

test('masks never show what they hide', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
  expect(maskIdNumber(null)).toBe('');
  expect(maskIdNumber('12345')).toBe('*****');
  expect(maskPhone('13812345678')).toBe('138****5678');
  expect(maskPhone('010-65201234')).toBe('010-65****34');
  expect(maskPhone('110')).toBe('****');
  expect(maskPhone('')).toBe('');
  expect(isMasked(maskPhone('13812345678'))).toBe(true);
});

test.each([
  ['13812345678、13987654321', '138****5678、139****4321'],
  ['13812345678、010-65201234', '138****5678、010-65****34'],
  ['13812345678 13987654321', '138****5678 139****4321'],
  ['138 1234 5678', '138****5678'],
  ['138-1234-5678', '138****5678'],
  ['+86 13812345678', '+86138****5678'],
  ['李四 13812345678', '李四 138****5678'],
  ['010-65201234-801', '010-65****34****'],
  ['0311-1234567', '0311-1****67'],
])('no number of a phone field is left open: %s becomes %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test('of any list of mobile numbers none is readable in full', () => {
  const mobile = fc.nat(999_999_999).map((rest) => `13${String(rest).padStart(9, '0')}`);
  fc.assert(
    fc.property(
      fc.array(mobile, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('、', ',', '；', '/', ' '),
      (all, by) => {
        const masked = maskPhone(all.join(by));
        return all.every((number) => !masked.includes(number)) && !/\d{5}/.test(masked);
      },
    ),
  );
});
