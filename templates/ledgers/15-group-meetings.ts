import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const groupMeetings: TableLedger = {
  kind: 'table',
  id: '15-group-meetings',
  number: 15,
  title: '党小组会台账',
  subject: 'meetings',
  period: 'year',
  orientation: 'landscape',
  source: 'group-meetings',
  columns: [
    column('heldOn', '日期', 'date', 11),
    column('group', '党小组', 'text', 10),
    column('topic', '主题', 'long-text', 24),
    column('expected', '应到', 'integer', 6),
    column('present', '实到', 'integer', 6),
    column('content', '主要内容', 'long-text', 40),
  ],
  required: ['heldOn', 'group', 'topic', 'expected', 'present'],
  signatures: ['党小组组长', '党支部书记'],
  totals: ['共召开 {meetings} 次'],
  unit: '次、人',
  emptyText: '无',
};
