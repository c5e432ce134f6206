import { expect, test } from 'vitest';
import { readChosen } from './exam-marking.ts';

test('answers copied from paper: letters, 对 and 错, a dash for none; what is no answer is told', () => {
  const read = (kind: 'single' | 'multiple' | 'true-false' | 'short', typed: string) =>
    readChosen({ kind, options: kind === 'true-false' || kind === 'short' ? [] : ['甲', '乙', '丙'] }, typed);
  expect(['b', 'Ｃ', '-', '', 'ab', 'd'].map((typed) => read('single', typed))).toEqual([
    ...[[1], [2], [], undefined, null, null],
  ]);
  expect(['ca', 'A、B', '1 3', 'aa'].map((typed) => read('multiple', typed))).toEqual([[0, 2], [0, 1], [0, 2], null]);
  expect(['对', '√', 'a', '错', '×', 'b', 'c'].map((typed) => read('true-false', typed))).toEqual([
    ...[[0], [0], [0], [1], [1], [1], null],
  ]);
  expect(read('short', 'A')).toBeNull();
});
