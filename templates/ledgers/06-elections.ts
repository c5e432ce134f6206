import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const elections: TableLedger = {
  kind: 'table',
  id: '06-elections',
  number: 6,
  title: '换届选举工作台账',
  subject: 'organisation',
  period: 'term',
  orientation: 'landscape',
  source: 'elections',
  columns: [
    column('term', '届次', 'text', 8),
    column('electedOn', '选举日期', 'date', 11),
    column('expected', '应到', 'integer', 5),
    column('excluded', '不计入', 'integer', 6),
    column('present', '实到', 'integer', 5),
    column('issued', '发出票', 'integer', 6),
    column('returned', '收回票', 'integer', 6),
    column('valid', '有效票', 'integer', 6),
    column('candidate', '候选人', 'text', 9),
    column('votes', '得票', 'integer', 5),
    column('elected', '当选', 'text', 6),
    column('approval', '批复文号/日期', 'long-text', 20),
    column('expiresOn', '届满日期', 'date', 11),
    column('note', '备注', 'long-text', 10),
  ],
  required: ['electedOn', 'issued', 'returned', 'valid', 'candidate', 'votes'],
  signatures: ['监票人', '党支部书记'],
  totals: [],
  unit: '人、票',
  emptyText: '无',
};
