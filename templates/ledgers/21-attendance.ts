import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

const monthColumns = Array.from({ length: 12 }, (_, index) =>
  column(`month${index + 1}`, `${index + 1}月`, 'text', 6, { group: '各月出席次数/应到次数' }),
);

export const attendance: TableLedger = {
  kind: 'table',
  id: '21-attendance',
  number: 21,
  title: '党员组织生活出勤台账',
  subject: 'meetings',
  period: 'year',
  orientation: 'landscape',
  source: 'attendance',
  columns: [
    column('name', '姓名', 'text', 8),
    ...monthColumns,
    column('expected', '全年应到', 'integer', 8),
    column('present', '实到', 'integer', 6),
    column('leave', '请假', 'integer', 6),
    column('absent', '缺席', 'integer', 6),
    column('rate', '出勤率', 'percent', 8, { total: 'average' }),
  ],
  required: [],
  signatures: ['填表人', '党支部书记'],
  totals: ['应到 {expected} 人次，实到 {present} 人次，总出勤率 {rate}（免予要求的不计入）'],
  unit: '人、次',
  emptyText: '无',
};
