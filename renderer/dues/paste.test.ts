import { expect, test } from 'vitest';
import { readYuan, yuan } from '../text/money.ts';
import { readPasted } from './paste.ts';

test('a column from a spreadsheet falls row by row; gaps change nothing, words are told', () => {
  expect(readPasted('82.5\r\n\r\n1,003\r\n免交\r\n')).toEqual([
    { row: 0, column: 0, amount: 82_50 },
    { row: 2, column: 0, amount: 1003_00 },
    { row: 3, column: 0, amount: null },
  ]);
});

test('a block falls over rows and months', () => {
  expect(readPasted('1\t2\n\t3')).toEqual([
    { row: 0, column: 0, amount: 1_00 },
    { row: 0, column: 1, amount: 2_00 },
    { row: 1, column: 1, amount: 3_00 },
  ]);
});

test('amounts are read to the fen, in full-width figures too; what is no amount is none', () => {
  expect(['0.2', '１２．５', '¥ 30', '15.', '3元'].map(readYuan)).toEqual([20, 12_50, 30_00, 15_00, 3_00]);
  expect(['', '-3', '1.234', '1e3', '1.2.3', '十'].map(readYuan)).toEqual([null, null, null, null, null, null]);
  expect([0, 20, 100000, 123456789, -5].map(yuan)).toEqual(['0.00', '0.20', '1,000.00', '1,234,567.89', '-0.05']);
});
