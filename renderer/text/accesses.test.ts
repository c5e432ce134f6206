import { expect, test } from 'vitest';
import { accessText } from './accesses.ts';

test('what was exported or printed is told without a code', () => {
  expect(accessText('ledger', '党员花名册 党课台账 pdf xlsx masked')).toBe(
    '导出：党员花名册、党课台账（PDF、Excel、号码遮盖）',
  );
  expect(accessText('list', '党员名单 300')).toBe('打印：党员名单，300 行');
  expect(accessText('snapshot', '3 0123456789abcdef')).toBe('导出：第 3 份快照，文件指纹 01234567');
  expect(accessText('member', 'idNumber')).toBeUndefined();
});
