import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idCheckCharacter } from '../../rules/id-number.ts';
import { readIdCell, readName } from './read-identity.ts';
import type { CellKind, SheetCell } from './sheet.ts';

function cell(shown: string, kind: CellKind = 'text', raw = shown): SheetCell {
  return { row: 0, column: 0, kind, raw, shown, datePrecision: null };
}

function id(shown: string, kind: CellKind = 'text', options: { raw?: string; isSeparatedText?: boolean } = {}): string {
  const reading = readIdCell(cell(shown, kind, options.raw ?? shown), options.isSeparatedText ?? false);
  return reading.kind === 'value' ? reading.value : reading.code;
}

describe('ID numbers', () => {
  test.each([
    ['99990119690307014X', '99990119690307014X'],
    ['99990119690307014x', '99990119690307014X'],
    [' 999901 19500821 0412', '999901195008210412'],
    ['９９９９０１１９６７１１２７０６５７', '999901196711270657'],
    ['９９９９０１１９６９０３０７０１４Ｘ', '99990119690307014X'],
    ["'999901195008210412", '999901195008210412'],
    ['999901195008210412\u200b', '999901195008210412'],
    ['\u00a0999901195008210412\u3000', '999901195008210412'],
    ['999901-19500821-0412', '999901195008210412'],
  ])('%s is read', (written, expected) => {
    expect(id(written)).toBe(expected);
  });

  test.each([
    ['999901195008210413', 'id-checksum'],
    ['99990119500821041', 'id-length'],
    ['9999011950082104123', 'id-length'],
    ['999901195013210412', 'id-birth-date'],
    ['999901197902310412', 'id-birth-date'],
    ['99990119500821O412', 'id-characters'],
    ['999901500821041', 'id-old'],
    ['999901********0412', 'id-masked'],
    ['9.99901195008210E+17', 'id-digits-lost'],
    ['9.999E17', 'id-digits-lost'],
    ['999901195008210000.00', 'id-digits-lost'],
    ['见附件', 'id-length'],
  ])('%s is refused: %s', (written, expected) => {
    expect(id(written)).toBe(expected);
  });

  test('a number has lost digits, even one whose zeros happen to pass the check', () => {
    expect(id('9.999011950082104E+17', 'number', { raw: '9.999011950082104E+17' })).toBe('id-digits-lost');
    expect(id('999901195008210412', 'number')).toBe('id-digits-lost');
    expect(id('999901500821041', 'number')).toBe('id-old');
    expect(id('12345', 'number')).toBe('id-length');
  });

  test('in separated text the zeros of a lost number are seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (sequence) => {
        const first15 = `99990119500821${String(sequence).padStart(3, '0').slice(0, 1)}`;
        expect(id(`${first15}000`, 'text', { isSeparatedText: true })).toBe('id-digits-lost');
      }),
    );
  });

  test('one wrong digit is always found', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 14, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (sequence, at, step) => {
          const first17 = `99990119500821${String(sequence).padStart(3, '0')}`;
          const whole = `${first17}${idCheckCharacter(first17)}`;
          expect(id(whole)).toBe(whole);
          const digit = String((Number(whole[at]) + step) % 10);
          expect(id(`${whole.slice(0, at)}${digit}${whole.slice(at + 1)}`)).toBe('id-checksum');
        },
      ),
    );
  });
});

function name(written: string): string {
  const reading = readName(written);
  return reading.kind === 'value' ? reading.value.name : reading.code;
}

describe('names', () => {
  test.each([
    ['胡　洋', '胡洋'],
    ['胡  洋', '胡洋'],
    [' 欧阳 静 ', '欧阳静'],
    ['胡\u00a0洋\u200b', '胡洋'],
    ['欧阳䶮', '欧阳䶮'],
    ['李𬍛', '李𬍛'],
    ['刘𤰉', '刘𤰉'],
    ['陈㛃', '陈㛃'],
    ['热依汗·买买提', '热依汗·买买提'],
    ['热依汗•买买提', '热依汗·买买提'],
    ['热依汗．买买提', '热依汗·买买提'],
    ['热依汗 · 买买提', '热依汗·买买提'],
    ['热依汗・买买提', '热依汗·买买提'],
    ['Anna Maria', 'Anna Maria'],
    ['⼀⼆', '一二'],
    ['李〇', '李〇'],
    ['张三（女）', '张三'],
  ])('%s is %s', (written, expected) => {
    expect(name(written)).toBe(expected);
  });

  test.each([
    ['', 'name-missing'],
    ['\u3000', 'name-missing'],
    ['李\ue863', 'name-private-character'],
    ['张三（已退休）', 'name-unclear'],
    ['张三2', 'name-unclear'],
    ['张三/李四', 'name-unclear'],
    ['…', 'name-unclear'],
  ])('%j is refused: %s', (written, expected) => {
    expect(name(written)).toBe(expected);
  });

  test('a bracketed sex is told apart', () => {
    expect(readName('张三(女)')).toEqual({ kind: 'value', value: { name: '张三', sex: '2' } });
  });
});
