import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const rectification: TableLedger = {
  kind: 'table',
  id: '23-rectification',
  number: 23,
  title: '组织生活会整改台账',
  subject: 'supervision',
  period: 'year',
  orientation: 'landscape',
  source: 'rectification',
  columns: [
    column('problem', '问题', 'long-text', 26),
    column('source', '来源', 'text', 10),
    column('measure', '整改措施', 'long-text', 26),
    column('responsible', '责任人', 'text', 8),
    column('dueOn', '完成时限', 'date', 11),
    column('progress', '完成情况', 'long-text', 20),
    column('doneOn', '完成日期', 'date', 11),
  ],
  required: ['problem', 'measure', 'responsible', 'dueOn'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {problems} 项，已完成 {done} 项，完成率 {rate}'],
  unit: '项',
  emptyText: '无',
};
