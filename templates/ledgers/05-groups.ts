import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const groups: TableLedger = {
  kind: 'table',
  id: '05-groups',
  number: 5,
  title: '党小组设置及成员名册',
  subject: 'organisation',
  period: 'year',
  orientation: 'portrait',
  source: 'groups',
  columns: [
    column('name', '党小组名称', 'text', 12),
    column('leader', '组长', 'text', 8),
    column('members', '成员姓名', 'long-text', 36),
    column('people', '人数', 'integer', 6),
    column('venue', '活动地点', 'long-text', 12),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['name', 'leader', 'venue'],
  signatures: ['填表人', '党支部书记'],
  totals: ['党小组 {groups} 个，编入党小组的党员 {people} 人{outside}'],
  unit: '个、人',
  emptyText: '无',
};
