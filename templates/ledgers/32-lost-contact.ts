import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const lostContact: TableLedger = {
  kind: 'table',
  id: '32-lost-contact',
  number: 32,
  title: '失联党员台账',
  subject: 'care',
  period: 'live',
  orientation: 'landscape',
  source: 'lost-contact',
  columns: [
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 4),
    column('joinedOn', '入党时间', 'month', 8),
    column('partyYears', '党龄', 'integer', 4),
    column('lostOn', '失去联系日期', 'date', 11),
    column('circumstance', '失联情形', 'text', 12),
    column('search', '查找经过', 'long-text', 30),
    column('membershipStoppedOn', '停止党籍日期', 'date', 11),
    column('struckOffOn', '除名日期', 'date', 11),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['name', 'lostOn', 'search'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {people} 人'],
  unit: '人',
  emptyText: '无',
};
