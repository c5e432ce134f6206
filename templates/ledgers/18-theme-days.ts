import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const themeDays: TableLedger = {
  kind: 'table',
  id: '18-theme-days',
  number: 18,
  title: '主题党日活动台账',
  subject: 'meetings',
  period: 'year',
  orientation: 'landscape',
  source: 'theme-days',
  columns: [
    column('heldOn', '日期', 'date', 11),
    column('theme', '主题', 'long-text', 20),
    column('form', '形式', 'long-text', 10),
    column('place', '地点', 'long-text', 12),
    column('expected', '应到', 'integer', 6),
    column('present', '实到', 'integer', 6),
    column('content', '主要内容', 'long-text', 30),
    column('cost', '经费', 'money', 10),
    column('photos', '照片', 'long-text', 8),
  ],
  required: ['heldOn', 'theme', 'form', 'place', 'expected', 'present'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共开展 {meetings} 次'],
  unit: '次、人、元',
  emptyText: '无',
};
