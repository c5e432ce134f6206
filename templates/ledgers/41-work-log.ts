import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const workLog: TableLedger = {
  kind: 'table',
  id: '41-work-log',
  number: 41,
  title: '工作日志',
  subject: 'organisation',
  period: 'year',
  orientation: 'portrait',
  source: 'work-log',
  columns: [
    column('happenedOn', '日期', 'date', 11),
    column('kind', '类别', 'text', 10),
    column('title', '事项', 'long-text', 20),
    column('detail', '内容', 'long-text', 36),
    column('handler', '经办人', 'text', 8),
  ],
  required: ['happenedOn', 'title'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {lines} 条'],
  unit: '条',
  emptyText: '无',
};
