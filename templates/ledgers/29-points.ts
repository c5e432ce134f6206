import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';
import { months } from './points-words.ts';

export const points: TableLedger = {
  kind: 'table',
  id: '29-points',
  number: 29,
  title: '党员积分管理台账',
  subject: 'assessments',
  period: 'year',
  orientation: 'landscape',
  source: 'points',
  columns: [
    column('name', '姓名', 'text', 8),
    column('base', '基础分', 'decimal', 7),
    ...months.map(({ key, title }) => column(key, title, 'text', 6, { group: '每月加分、扣分' })),
    column('plus', '加分合计', 'decimal', 7, { total: 'sum' }),
    column('minus', '扣分合计', 'decimal', 7, { total: 'sum' }),
    column('total', '年度积分', 'decimal', 8, { total: 'sum' }),
    column('rank', '排名', 'integer', 5),
    column('band', '等次', 'text', 6),
  ],
  required: ['total'],
  signatures: ['填表人', '党支部书记'],
  totals: ['{scheme}', '共 {people} 人，参加积分 {rated} 人，平均 {average} 分', '{waiting}'],
  unit: '分',
  emptyText: '无',
};
