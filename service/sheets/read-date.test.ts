import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateReading, readDateCell, readDateText } from './read-date.ts';
import type { DatePrecision, SheetCell } from './sheet.ts';

const workbook = { isFrom1904: false, isSeparatedText: false };
const separated = { isFrom1904: false, isSeparatedText: true };

function numberCell(raw: string, options: { shown?: string; precision?: DatePrecision } = {}): SheetCell {
  const { shown = raw, precision = null } = options;
  return { row: 0, column: 0, kind: 'number', raw, shown, datePrecision: precision };
}

function outcome(reading: DateReading): string {
  if (reading.kind === 'date') return reading.date;
  return [reading.code, ...reading.candidates].join(' ');
}

describe('dates as clerks write them', () => {
  test.each([
    ['1987.06', '1987-06'],
    ['1987.6', '1987-06'],
    ['1987.10', '1987-10'],
    ['1987.1', '1987-01'],
    ['1987.6.5', '1987-06-05'],
    ['1987.06.05', '1987-06-05'],
    ['1987.06.05.', '1987-06-05'],
    ['1987年6月', '1987-06'],
    ['1987年06月', '1987-06'],
    ['1987年6月份', '1987-06'],
    ['1987年6月5日', '1987-06-05'],
    ['1987 年 6 月 5 日', '1987-06-05'],
    ['1987年6月5号', '1987-06-05'],
    ['1987年', '1987'],
    ['1987', '1987'],
    ['1987/6', '1987-06'],
    ['1987/6/5', '1987-06-05'],
    ['1987-6', '1987-06'],
    ['1988-3-5', '1988-03-05'],
    ['1988－03－05', '1988-03-05'],
    ['1988—03', '1988-03'],
    ['1988、3、5', '1988-03-05'],
    ['1988，3', '1988-03'],
    ['1988。3', '1988-03'],
    ['1988·3', '1988-03'],
    ['1988 3 5', '1988-03-05'],
    ['1988. 3. 5', '1988-03-05'],
    ['１９７２.０７.０９', '1972-07-09'],
    ['１９７２．０７．０９', '1972-07-09'],
    ['１９７２年７月', '1972-07'],
    ['19870601', '1987-06-01'],
    ['198706', '1987-06'],
    ['19870600', '1987-06'],
    ['1987.00', '1987'],
    ["'1987.06", '1987-06'],
    ['\u00a01987.06\u3000', '1987-06'],
    ['1987-06-05 00:00:00', '1987-06-05'],
    ['1987-06-05T00:00:00', '1987-06-05'],
    ['1987/6/5 0:00', '1987-06-05'],
    ['二〇〇五年七月一日', '2005-07-01'],
    ['二○○五年十一月', '2005-11'],
    ['一九八七年六月二十五日', '1987-06-25'],
    ['一九八七年', '1987'],
    ['31048', '1985-01-01'],
    ['25/12/1987', '1987-12-25'],
    ['2000.02.29', '2000-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(outcome(readDateText(text, workbook))).toBe(expected);
  });

  test.each([
    ['八八年三月', 'date-two-digit-year'],
    ['87.6', 'date-two-digit-year'],
    ['87年6月', 'date-two-digit-year'],
    ['87-06-05', 'date-two-digit-year'],
    ['870605', 'date-two-digit-year'],
    ['1987.13', 'date-impossible'],
    ['2017-13-06', 'date-impossible'],
    ['1987.02.30', 'date-impossible'],
    ['1900.02.29', 'date-impossible'],
    ['19871345', 'date-impossible'],
    ['0987.06', 'date-impossible'],
    ['05/06/1987', 'date-ambiguous 1987-05-06 1987-06-05'],
    ['去年', 'date-unreadable'],
    ['1987年6月（补）', 'date-unreadable'],
    ['1998.05-2001.03', 'date-unreadable'],
    ['Jun-87', 'date-unreadable'],
    ['1987.6.5.3', 'date-unreadable'],
    ['198', 'date-unreadable'],
  ])('%s is refused: %s', (text, expected) => {
    expect(outcome(readDateText(text, workbook))).toBe(expected);
  });

  test('separated text may have been written from a number, so 1987.1 is open and 1987.10 is not', () => {
    expect(outcome(readDateText('1987.1', separated))).toBe('date-ambiguous 1987-01 1987-10');
    expect(outcome(readDateText('1987.10', separated))).toBe('1987-10');
    expect(outcome(readDateText('1987.2', separated))).toBe('1987-02');
  });
});

describe('dates that are numbers', () => {
  test.each([
    ['1987.06', undefined, '1987-06'],
    ['1987.11', undefined, '1987-11'],
    ['1987.5', undefined, '1987-05'],
    ['1987.1', '1987.10', '1987-10'],
    ['1987.0999999999999', undefined, 'date-ambiguous 1987-01 1987-10'],
    ['1987.1', undefined, 'date-ambiguous 1987-01 1987-10'],
    ['1987.01', '1987.0', '1987-01'],
    ['1987', undefined, '1987'],
    ['19870601', undefined, '1987-06-01'],
    ['1.9870601E7', undefined, '1987-06-01'],
    ['198706', undefined, '1987-06'],
    ['31048', undefined, '1985-01-01'],
    ['31048.5', undefined, '1985-01-01'],
    ['1987.13', undefined, 'date-impossible'],
    ['870605', undefined, 'date-two-digit-year'],
    ['12', undefined, 'date-unreadable'],
    ['-31048', undefined, 'date-unreadable'],
  ])('%s shown as %s is %s', (raw, shown, expected) => {
    expect(outcome(readDateCell(numberCell(raw, shown === undefined ? {} : { shown }), workbook))).toBe(expected);
  });

  test('a serial day reads in both date systems', () => {
    expect(outcome(readDateCell(numberCell('45476', { precision: 'day' }), workbook))).toBe('2024-07-03');
    expect(outcome(readDateCell(numberCell('44014', { precision: 'day' }), { ...workbook, isFrom1904: true }))).toBe(
      '2024-07-03',
    );
    expect(outcome(readDateCell(numberCell('31932.625', { precision: 'day' }), workbook))).toBe('1987-06-04');
  });

  test('a month format over a first of a month is a month; over another day it hides a known day', () => {
    expect(outcome(readDateCell(numberCell('31929', { precision: 'month' }), workbook))).toBe('1987-06');
    expect(outcome(readDateCell(numberCell('31937', { precision: 'month' }), workbook))).toBe('1987-06-09');
    expect(outcome(readDateCell(numberCell('31778', { precision: 'year' }), workbook))).toBe('1987');
  });

  test('a time of day, and a number no date format can mean, are refused', () => {
    expect(outcome(readDateCell(numberCell('0.5', { precision: 'time' }), workbook))).toBe('date-unreadable');
    expect(outcome(readDateCell(numberCell('19870601', { precision: 'day' }), workbook))).toBe('date-unreadable');
    expect(outcome(readDateCell(numberCell('60', { precision: 'day' }), workbook))).toBe('date-unreadable');
  });
});

const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('properties', () => {
  test('every day is read back from each way of writing it in full', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const plain = [Number(month), Number(dayOfMonth)] as const;
        for (const written of [
          date,
          `${year}.${month}.${dayOfMonth}`,
          `${year}/${plain[0]}/${plain[1]}`,
          `${year}年${plain[0]}月${plain[1]}日`,
          `${year}${month}${dayOfMonth}`,
          `${year}. ${plain[0]}. ${plain[1]}`,
        ]) {
          expect([written, outcome(readDateText(written, workbook))]).toEqual([written, date]);
        }
      }),
    );
  });

  test('every serial day is the day a spreadsheet shows', () => {
    fc.assert(
      fc.property(day, (date) => {
        const serial = Math.round((Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000);
        expect(outcome(readDateCell(numberCell(String(serial), { precision: 'day' }), workbook))).toBe(date);
        const since1904 = String(serial - 1462);
        if (serial > 1462)
          expect(
            outcome(readDateCell(numberCell(since1904, { precision: 'day' }), { ...workbook, isFrom1904: true })),
          ).toBe(date);
      }),
    );
  });

  test('whatever is written, the answer is a date that exists or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.年月日/ -]{1,12}$/)), (text) => {
        const reading = readDateText(text, workbook);
        if (reading.kind === 'date') expect(reading.date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
        else expect(reading.code).toMatch(/^date-/);
      }),
    );
  });
});
