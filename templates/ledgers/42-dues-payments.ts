import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

/** 交纳登记 of domain.md §4.3, as it was received day by day. */
export const duesPayments: TableLedger = {
  kind: 'table',
  id: '42-dues-payments',
  number: 42,
  title: '党费交纳登记表',
  subject: 'dues',
  period: 'year',
  orientation: 'portrait',
  source: 'dues-payments',
  columns: [
    column('paidOn', '日期', 'date', 11),
    column('name', '姓名', 'text', 8),
    column('months', '所属月份', 'long-text', 12),
    column('amount', '金额', 'money', 9, { total: 'sum' }),
    column('method', '方式', 'text', 8),
    column('collector', '收款人', 'text', 8),
    column('isBackPayment', '是否补交', 'text', 6),
    column('note', '备注', 'long-text', 12),
  ],
  required: ['paidOn', 'name', 'amount'],
  signatures: ['收款人', '复核人', '党支部书记'],
  totals: ['共 {payments} 笔'],
  unit: '元',
  emptyText: '无',
};
