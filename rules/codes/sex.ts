import type { CodeTable } from './code-table.ts';

/**
 * GB/T 2261.1-2003 性别. A bare `0` is ambiguous: the standard says unknown, another system of the trade stores
 * women so (domain.md §2.4); it is asked about, never mapped.
 */
export const sexes: CodeTable = {
  source: 'GB/T 2261.1-2003',
  names: { '0': '未知的性别', '1': '男', '2': '女', '9': '未说明的性别' },
  aliases: { 男性: '1', 女性: '2', M: '1', F: '2', m: '1', f: '2', 未知: '0', 未说明: '9' },
  ambiguous: { '0': ['0', '2'] },
};
