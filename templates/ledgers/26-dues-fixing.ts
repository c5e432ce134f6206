import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

/** Also the sheet that members sign. */
export const duesFixing: TableLedger = {
  kind: 'table',
  id: '26-dues-fixing',
  number: 26,
  title: '党费核定表',
  subject: 'dues',
  period: 'year',
  orientation: 'landscape',
  source: 'dues-fixing',
  columns: [
    column('name', '姓名', 'text', 8),
    column('category', '类别', 'text', 12),
    column('payItems', '工资项目', 'long-text', 28),
    column('excludedItems', '扣除', 'long-text', 28),
    column('base', '计算基数', 'money', 10),
    column('rate', '比例', 'percent', 6),
    column('monthlyAmount', '月应交', 'money', 9, { total: 'sum' }),
    column('signature', '本人签字', 'blank', 12),
  ],
  required: ['name', 'category', 'base', 'monthlyAmount'],
  signatures: ['填表人', '党支部书记'],
  totals: ['核定 {fixed} 人，未核定 {unfixed} 人'],
  unit: '元',
  emptyText: '无',
};
