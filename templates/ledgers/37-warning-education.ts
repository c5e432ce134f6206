import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const warningEducation: TableLedger = {
  kind: 'table',
  id: '37-warning-education',
  number: 37,
  title: '廉政/警示教育及提醒谈话台账',
  subject: 'supervision',
  period: 'year',
  orientation: 'landscape',
  source: 'warning-education',
  columns: [
    column('on', '日期', 'date', 11),
    column('kind', '类型', 'text', 8),
    column('topic', '主题/对象', 'long-text', 20),
    column('host', '主持（谈话人）', 'text', 10),
    column('participants', '参加人数', 'integer', 6),
    column('content', '内容', 'long-text', 34),
    column('signature', '签字', 'blank', 10),
  ],
  required: ['on', 'topic', 'host', 'content'],
  signatures: ['填表人', '纪检委员'],
  totals: ['教育 {lessons} 次，谈话 {talks} 次'],
  unit: '次',
  emptyText: '无',
  restricted: { subject: 'talk', rows: 'some', totals: ['教育 {lessons} 次'] },
};
