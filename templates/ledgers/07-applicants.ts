import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const applicants: TableLedger = {
  kind: 'table',
  id: '07-applicants',
  number: 7,
  title: '入党申请人名册',
  subject: 'development',
  period: 'year',
  orientation: 'landscape',
  source: 'applicants',
  columns: [
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 5),
    column('ethnicity', '民族', 'text', 7),
    column('bornOn', '出生年月', 'month', 9),
    column('education', '学历', 'text', 9),
    column('employer', '工作单位/职务', 'long-text', 18),
    column('appliedOn', '申请时间', 'date', 11),
    column('talkedOn', '谈话时间', 'date', 11),
    column('talker', '谈话人', 'text', 8),
    column('state', '目前状态', 'text', 10),
    column('note', '备注', 'long-text', 14),
  ],
  required: ['name', 'sex', 'bornOn', 'appliedOn', 'talkedOn', 'talker'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {people} 人'],
  unit: '人',
  emptyText: '无',
};
