import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const committeeMeetings: TableLedger = {
  kind: 'table',
  id: '14-committee-meetings',
  number: 14,
  title: '支委会会议台账',
  subject: 'meetings',
  period: 'year',
  orientation: 'landscape',
  source: 'committee-meetings',
  columns: [
    column('heldOn', '日期', 'date', 11),
    column('topic', '议题', 'long-text', 24),
    column('expected', '应到委员', 'integer', 6),
    column('present', '实到', 'integer', 6),
    column('chair', '主持人', 'text', 8),
    column('recorder', '记录人', 'text', 8),
    column('resolutions', '决定事项', 'long-text', 24),
    column('outcome', '落实情况', 'long-text', 18),
  ],
  required: ['heldOn', 'topic', 'expected', 'present', 'chair', 'recorder'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共召开 {meetings} 次'],
  unit: '次、人',
  emptyText: '无',
};
