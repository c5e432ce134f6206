import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

const poll = { group: '测评票数' } as const;

export const appraisalSummary: TableLedger = {
  kind: 'table',
  id: '24-appraisal-summary',
  number: 24,
  title: '民主评议党员结果汇总表',
  subject: 'assessments',
  period: 'year',
  orientation: 'landscape',
  source: 'appraisal-summary',
  columns: [
    column('name', '姓名', 'text', 8),
    column('sex', '性别', 'text', 4),
    column('age', '年龄', 'integer', 5),
    column('joinedOn', '入党时间', 'month', 8),
    column('selfGrade', '自评', 'text', 8),
    column('mutualGrade', '互评', 'text', 8),
    column('pollExcellent', '优秀', 'integer', 6, poll),
    column('pollQualified', '合格', 'integer', 6, poll),
    column('pollBasicallyQualified', '基本合格', 'integer', 6, poll),
    column('pollUnqualified', '不合格', 'integer', 6, poll),
    column('decidedGrade', '评定等次', 'text', 10),
    column('note', '备注', 'long-text', 16),
  ],
  required: ['name', 'joinedOn', 'selfGrade', 'mutualGrade', 'decidedGrade'],
  signatures: ['支部委员', '党支部书记'],
  totals: [
    '优秀 {excellent} 人（{excellentRate}），合格 {qualified} 人（{qualifiedRate}），基本合格 {basicallyQualified} 人（{basicallyQualifiedRate}），不合格 {unqualified} 人（{unqualifiedRate}），未定等次 {ungraded} 人',
    '应参评 {expected} 人，参评 {taken} 人，参评率 {takenRate}',
    '优秀名额：正式党员 {full} 人，最多 {allowed} 人。测评发票 {issued} 张，收回 {returned} 张，有效 {valid} 张',
  ],
  unit: '人、票',
  emptyText: '无',
};
