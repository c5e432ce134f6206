import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const candidates: TableLedger = {
  kind: 'table',
  id: '09-candidates',
  number: 9,
  title: '发展对象名册',
  subject: 'development',
  period: 'year',
  orientation: 'landscape',
  source: 'candidates',
  columns: [
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 5),
    column('bornOn', '出生年月', 'month', 9),
    column('education', '学历', 'text', 9),
    column('employer', '职务', 'long-text', 14),
    column('appliedOn', '申请时间', 'date', 11),
    column('activistOn', '确定积极分子时间', 'date', 11),
    column('candidateOn', '确定发展对象时间', 'date', 11),
    column('filedOn', '备案时间', 'date', 11),
    column('introducers', '入党介绍人', 'text', 10),
    column('politicalReviewOn', '政审时间', 'date', 11),
    column('training', '培训（日期/学时）', 'long-text', 14),
    column('preliminaryOn', '预审时间', 'date', 11),
    column('note', '备注', 'long-text', 12),
  ],
  required: ['name', 'sex', 'bornOn', 'appliedOn', 'activistOn', 'candidateOn', 'filedOn'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {people} 人'],
  unit: '人',
  emptyText: '无',
};
