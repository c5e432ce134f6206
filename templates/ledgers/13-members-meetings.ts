import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const membersMeetings: TableLedger = {
  kind: 'table',
  id: '13-members-meetings',
  number: 13,
  title: '支部党员大会记录台账',
  subject: 'meetings',
  period: 'year',
  orientation: 'landscape',
  source: 'members-meetings',
  columns: [
    column('heldOn', '日期', 'date', 11),
    column('topic', '主题/议题', 'long-text', 24),
    column('chair', '主持人', 'text', 8),
    column('recorder', '记录人', 'text', 8),
    column('expected', '应到', 'integer', 6),
    column('present', '实到', 'integer', 6),
    column('absentees', '缺席及原因', 'long-text', 18),
    column('resolutions', '决议', 'long-text', 24),
    column('materials', '材料', 'long-text', 10),
  ],
  required: ['heldOn', 'topic', 'chair', 'recorder', 'expected', 'present'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共召开 {meetings} 次，平均到会率 {rate}'],
  unit: '次、人',
  emptyText: '无',
};
