import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const developmentPlan: TableLedger = {
  kind: 'table',
  id: '12-development-plan',
  number: 12,
  title: '发展党员年度计划及完成情况表',
  subject: 'development',
  period: 'year',
  orientation: 'landscape',
  source: 'development-plan',
  columns: [
    column('quota', '计划数', 'integer', 8),
    column('activists', '积极分子', 'integer', 9),
    column('candidates', '发展对象', 'integer', 9),
    column('admitted', '已接收', 'integer', 8),
    column('rate', '完成率', 'percent', 9),
    column('frontLine', '一线', 'integer', 8),
    column('young', '35岁以下', 'integer', 9),
    column('women', '女', 'integer', 6),
    column('college', '大专以上', 'integer', 9),
    column('note', '备注', 'long-text', 20),
  ],
  required: ['quota'],
  signatures: ['填表人', '党支部书记'],
  totals: ['计划 {quota}，已接收 {admitted} 人'],
  unit: '人',
  emptyText: '无',
};
