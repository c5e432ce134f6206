import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const mobileMembers: TableLedger = {
  kind: 'table',
  id: '31-mobile-members',
  number: 31,
  title: '流动党员台账（流出/流入）',
  subject: 'care',
  period: 'live',
  orientation: 'landscape',
  source: 'mobile-members',
  columns: [
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 4),
    column('bornOn', '出生年月', 'month', 8),
    column('joinedOn', '入党时间', 'month', 8),
    column('leftOn', '外出时间', 'date', 11),
    column('place', '外出地点', 'long-text', 14),
    column('cause', '事由', 'text', 8),
    column('cardNumber', '活动证号', 'text', 10),
    column('otherOrganisation', '流入地党组织', 'long-text', 18),
    column('contact', '联系人/电话', 'text', 14),
    column('lastContactOn', '最近联系日期', 'date', 11),
    column('participation', '参加组织生活情况', 'long-text', 18),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['name', 'leftOn', 'place', 'contact', 'lastContactOn'],
  signatures: ['填表人', '党支部书记'],
  totals: ['流出 {out} 人，流入 {in} 人'],
  unit: '人',
  emptyText: '无',
};
