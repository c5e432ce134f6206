import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const honours: TableLedger = {
  kind: 'table',
  id: '35-honours',
  number: 35,
  title: '荣誉表彰台账',
  subject: 'care',
  period: 'live',
  orientation: 'landscape',
  source: 'honours',
  columns: [
    column('grantedOn', '时间', 'date', 11),
    column('subject', '对象（个人/组织）', 'text', 14),
    column('title', '荣誉名称', 'long-text', 26),
    column('level', '级别', 'text', 10),
    column('authority', '授予单位', 'long-text', 20),
    column('documentNumber', '文号', 'text', 14),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['grantedOn', 'subject', 'title', 'authority'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {honours} 项：{byLevel}'],
  unit: '项',
  emptyText: '无',
};
