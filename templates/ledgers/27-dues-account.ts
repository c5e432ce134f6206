import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

const spent = { group: '使用（类别）' } as const;

export const duesAccount: TableLedger = {
  kind: 'table',
  id: '27-dues-account',
  number: 27,
  title: '党费上缴及使用台账',
  subject: 'dues',
  period: 'year',
  orientation: 'landscape',
  source: 'dues-account',
  columns: [
    column('on', '日期', 'date', 11),
    column('summary', '摘要', 'long-text', 30),
    column('income', '收入', 'money', 10, { total: 'sum' }),
    column('remitted', '上缴', 'money', 10, { total: 'sum' }),
    column('spent', '金额', 'money', 10, { ...spent, total: 'sum' }),
    column('purpose', '类别', 'text', 14, spent),
    column('balance', '余额', 'money', 10),
    column('voucherNumber', '凭证号', 'text', 12),
    column('handler', '经办人', 'text', 8),
  ],
  required: ['on', 'summary', 'balance'],
  signatures: ['会计', '党支部书记'],
  totals: ['期初结余 {opening} ＋ 收入 {income} － 上缴 {remitted} － 使用 {spent} ＝ 结余 {balance}'],
  unit: '元',
  emptyText: '无',
};
