import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

/** Wide enough for the sum of a large branch: 24,000.00. */
const monthColumns = Array.from({ length: 12 }, (_, index) =>
  column(`month${index + 1}`, `${index + 1}月`, 'money', 9, { group: '各月实交', total: 'sum' }),
);

export const duesCollection: TableLedger = {
  kind: 'table',
  id: '25-dues-collection',
  number: 25,
  title: '党费收缴台账',
  subject: 'dues',
  period: 'year',
  orientation: 'landscape',
  source: 'dues-collection',
  columns: [
    column('name', '姓名', 'text', 8),
    column('category', '党员类别', 'text', 8),
    column('base', '计算基数', 'money', 9),
    column('rate', '比例', 'percent', 6),
    column('monthlyAmount', '月应交', 'money', 7),
    ...monthColumns,
    column('due', '全年应交', 'money', 10, { total: 'sum' }),
    column('paid', '全年实交', 'money', 10, { total: 'sum' }),
    column('difference', '差额', 'money', 8, { total: 'sum' }),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['name', 'category', 'monthlyAmount'],
  signatures: ['收款人', '复核人', '党支部书记'],
  totals: ['应交 {due} 元，实交 {paid} 元，差额 {difference} 元；应交 {owed} 人月，已交 {settled} 人月，缴费率 {rate}'],
  unit: '元',
  emptyText: '无',
};
