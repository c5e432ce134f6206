import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, excelCell, excelText, isCut, longestCell } from './cells.ts';

describe('cellText', () => {
  it.each([
    ['1998-05-12', 'date', '1998.05.12'],
    ['1998-05', 'date', '1998.05'],
    ['1998', 'date', '1998'],
    ['1998-05-12', 'month', '1998.05'],
    ['1998', 'month', '1998'],
    [123_456_789, 'money', '1,234,567.89'],
    [5, 'money', '0.05'],
    [-20, 'money', '-0.20'],
    [0.9375, 'percent', '93.8%'],
    [1, 'percent', '100.0%'],
    [2.5, 'decimal', '2.5'],
    [7, 'integer', '7'],
    [null, 'integer', ''],
    [null, 'money', ''],
    ['139****8842', 'phone', '139****8842'],
  ] as const)('%s as %s is %s', (value, format, text) => {
    expect(cellText(value, format)).toBe(text);
  });

  it('refuses numbers that are none', () => {
    expect(() => cellText(Number.NaN, 'integer')).toThrow(TypeError);
    expect(() => excelCell(Number.POSITIVE_INFINITY, 'money')).toThrow(TypeError);
  });
});

describe('excelCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'])('keeps %j text', (value) => {
    for (const format of ['text', 'long-text', 'id-number', 'phone', 'date'] as const) {
      expect(typeof excelCell(value, format).value).toBe('string');
    }
  });

  it('never gives anything but a primitive or a day', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const cell = excelCell(value, 'text').value;
        expect(cell === null || typeof cell === 'string').toBe(true);
      }),
    );
  });

  it('makes days of days, at midnight without a zone, and leaves a year alone text', () => {
    expect(excelCell('1987-06-05', 'date')).toEqual({
      value: new Date('1987-06-05T00:00:00Z'),
      numberFormat: 'yyyy.mm.dd',
    });
    expect(excelCell('1987-06', 'date')).toEqual({ value: new Date('1987-06-01T00:00:00Z'), numberFormat: 'yyyy.mm' });
    expect(excelCell('1987', 'month').value).toBe('1987');
  });

  it('writes money in yuan and ID numbers as text', () => {
    expect(excelCell(1050, 'money')).toEqual({ value: 10.5, numberFormat: '#,##0.00' });
    expect(excelCell('999901197003150023', 'id-number')).toEqual({ value: '999901197003150023', numberFormat: '@' });
  });
});

describe('excelText', () => {
  it('escapes what Excel would read as an escape', () => {
    expect(excelText('_x0041_')).toBe('_x005F_x0041_');
    expect(excelText('a_x00e9_x0041_')).toBe('a_x005F_x00e9_x005F_x0041_');
    expect(excelText('_x41_')).toBe('_x41_');
  });

  it('drops noncharacters and halves of pairs', () => {
    expect(cellText('a\ufffeb\uffffc\ud800d\u0001e', 'text')).toBe('abcde');
  });

  it('cuts at what a cell can hold, and says so', () => {
    const long = '党'.repeat(longestCell + 1);
    expect(isCut(long)).toBe(true);
    expect(excelText(long)).toHaveLength(longestCell);
    expect(excelText(long).endsWith('…')).toBe(true);
    expect(isCut('党'.repeat(longestCell))).toBe(false);
  });
});
