import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const service: TableLedger = {
  kind: 'table',
  id: '36-service',
  number: 36,
  title: '党员承诺践诺/志愿服务台账',
  subject: 'care',
  period: 'year',
  orientation: 'landscape',
  source: 'service',
  columns: [
    column('name', '姓名', 'text', 8),
    column('content', '承诺内容/项目', 'long-text', 28),
    column('on', '时间', 'date', 11),
    column('place', '地点', 'text', 14),
    column('hours', '时长', 'decimal', 6, { total: 'sum' }),
    column('effect', '效果', 'long-text', 20),
    column('evaluation', '评价', 'text', 10),
  ],
  required: ['name', 'content', 'on'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {entries} 项，时长合计 {hours} 小时'],
  unit: '小时',
  emptyText: '无',
};
