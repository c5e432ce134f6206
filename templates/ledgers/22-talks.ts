import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const talks: TableLedger = {
  kind: 'table',
  id: '22-talks',
  number: 22,
  title: '谈心谈话记录台账',
  subject: 'supervision',
  period: 'year',
  orientation: 'landscape',
  source: 'talks',
  columns: [
    column('heldOn', '日期', 'date', 11),
    column('talkers', '谈话人', 'text', 10),
    column('subject', '谈话对象', 'text', 8),
    column('kind', '类别', 'text', 8),
    column('content', '主要内容', 'long-text', 30),
    column('problems', '问题/建议', 'long-text', 20),
    column('followUp', '落实情况', 'long-text', 16),
  ],
  required: ['heldOn', 'talkers', 'subject', 'content'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {talks} 次，谈话对象覆盖率 {coverage}'],
  unit: '次',
  emptyText: '无',
  restricted: { subject: 'talk', rows: 'all', totals: [] },
};
