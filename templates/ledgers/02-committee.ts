import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const committee: TableLedger = {
  kind: 'table',
  id: '02-committee',
  number: 2,
  title: '党支部委员会成员及分工台账',
  subject: 'organisation',
  period: 'term',
  orientation: 'landscape',
  source: 'committee',
  columns: [
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 4),
    column('ethnicity', '民族', 'text', 6),
    column('bornOn', '出生年月', 'month', 8),
    column('education', '学历', 'text', 10),
    column('joinedOn', '入党时间', 'month', 8),
    column('post', '党内职务', 'text', 10),
    column('duties', '分工职责', 'long-text', 20),
    column('heldFrom', '任职时间', 'date', 11),
    column('employer', '行政职务', 'long-text', 16),
    column('phone', '联系电话', 'phone', 12),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['name', 'sex', 'ethnicity', 'bornOn', 'education', 'joinedOn', 'duties', 'phone'],
  signatures: ['填表人', '党支部书记'],
  totals: ['支部委员会成员 {people} 人'],
  unit: '人',
  emptyText: '无',
};
