import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const probationaryMembers: TableLedger = {
  kind: 'table',
  id: '10-probationary-members',
  number: 10,
  title: '预备党员名册（培养考察台账）',
  subject: 'development',
  period: 'year',
  orientation: 'landscape',
  source: 'probationary-members',
  columns: [
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 5),
    column('bornOn', '出生年月', 'month', 9),
    column('education', '学历', 'text', 9),
    column('employer', '职务', 'long-text', 12),
    column('joinedOn', '入党时间', 'date', 11),
    column('approvedOn', '批准时间', 'date', 11),
    column('group', '编入小组', 'text', 9),
    column('oathOn', '宣誓时间', 'date', 11),
    column('probationEndsOn', '预备期满时间', 'date', 11),
    column('reviews', '考察次数', 'integer', 6),
    column('confirmationAppliedOn', '转正申请时间', 'date', 11),
    column('confirmationVotedOn', '转正大会时间', 'date', 11),
    column('confirmationApprovedOn', '批准时间', 'date', 11),
    column('result', '结果', 'text', 9),
    column('note', '备注', 'long-text', 10),
  ],
  required: ['name', 'sex', 'bornOn', 'joinedOn', 'approvedOn', 'group', 'oathOn', 'probationEndsOn'],
  signatures: ['填表人', '党支部书记'],
  totals: [
    '共 {people} 人，其中按期转正 {confirmed} 人、延长预备期 {extended} 人、取消资格 {cancelled} 人',
    '本年预备期满 {due} 人，按期转正的 {onTime} 人，转正率 {rate}',
  ],
  unit: '人',
  emptyText: '无',
};
