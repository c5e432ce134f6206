import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const transfers: TableLedger = {
  kind: 'table',
  id: '30-transfers',
  number: 30,
  title: '党组织关系转接台账',
  subject: 'people',
  period: 'year',
  orientation: 'landscape',
  source: 'transfers',
  columns: [
    column('startedOn', '日期', 'date', 11),
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 4),
    column('direction', '转入/转出', 'text', 6),
    column('other', '原/拟去党组织', 'long-text', 24),
    column('letterNumber', '介绍信号', 'text', 12),
    column('issuedOn', '开具日期', 'date', 11),
    column('validUntil', '有效期至', 'date', 11),
    column('duesPaidThrough', '党费交至', 'month', 8),
    column('receiptOn', '回执日期', 'date', 11),
    column('handler', '经办人', 'text', 8),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['startedOn', 'name', 'other', 'letterNumber', 'issuedOn'],
  signatures: ['填表人', '党支部书记'],
  totals: ['转入 {in} 人，转出 {out} 人'],
  unit: '人',
  emptyText: '无',
};
