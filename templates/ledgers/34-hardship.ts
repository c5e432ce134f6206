import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const hardship: TableLedger = {
  kind: 'table',
  id: '34-hardship',
  number: 34,
  title: '困难党员帮扶台账',
  subject: 'care',
  period: 'year',
  orientation: 'landscape',
  source: 'hardship',
  columns: [
    column('name', '姓名', 'text', 8),
    column('age', '年龄', 'integer', 4),
    column('partyYears', '党龄', 'integer', 4),
    column('category', '困难类别', 'text', 8),
    column('situation', '情况', 'long-text', 20),
    column('helper', '帮扶人', 'text', 8),
    column('measures', '帮扶措施', 'long-text', 20),
    column('visitedOn', '慰问日期', 'date', 11),
    column('amount', '金额', 'money', 9, { total: 'sum' }),
    column('goods', '慰问物品', 'text', 10),
    column('fundSource', '资金来源', 'text', 10),
    column('receivedBy', '签收', 'text', 8),
  ],
  required: ['name', 'situation', 'helper', 'measures'],
  signatures: ['填表人', '党支部书记'],
  totals: ['困难党员 {people} 人，慰问 {visits} 次，金额 {amount} 元'],
  unit: '元、人',
  emptyText: '无',
  restricted: { subject: 'hardship', rows: 'all', totals: [] },
};
