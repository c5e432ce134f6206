import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const partyLessons: TableLedger = {
  kind: 'table',
  id: '16-party-lessons',
  number: 16,
  title: '党课台账',
  subject: 'meetings',
  period: 'year',
  orientation: 'landscape',
  source: 'party-lessons',
  columns: [
    column('heldOn', '日期', 'date', 11),
    column('topic', '课题', 'long-text', 28),
    column('lecturer', '授课人（职务）', 'long-text', 16),
    column('place', '地点', 'long-text', 14),
    column('expected', '应到', 'integer', 6),
    column('present', '实到', 'integer', 6),
    column('studyHours', '学时', 'decimal', 6),
    column('materials', '课件/照片', 'long-text', 12),
  ],
  required: ['heldOn', 'topic', 'lecturer', 'expected', 'present', 'studyHours'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {meetings} 次，{hours} 学时'],
  unit: '次、人、学时',
  emptyText: '无',
};
