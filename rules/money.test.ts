import { expect, test } from 'vitest';
import { amountInWords } from './money.ts';

test('an amount is written the way receipts write it', () => {
  const written: [number, string][] = [
    [0, '零元整'],
    [20, '贰角整'],
    [5, '伍分'],
    [100, '壹元整'],
    [10_05, '壹拾元零伍分'],
    [50_50, '伍拾元伍角整'],
    [1001_20, '壹仟零壹元贰角整'],
    [10_010_00, '壹万零壹拾元整'],
    [100_000_00, '壹拾万元整'],
    [1_000_100_00, '壹佰万零壹佰元整'],
    [123_456_78, '壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
    [100_000_000_00, '壹亿元整'],
  ];
  for (const [fen, words] of written) expect(amountInWords(fen)).toBe(words);
});
