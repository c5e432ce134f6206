import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const examResults: TableLedger = {
  kind: 'table',
  id: '46-exam-results',
  number: 46,
  title: '党员教育考试成绩台账',
  subject: 'education',
  period: 'year',
  orientation: 'landscape',
  source: 'exam-results',
  columns: [
    column('heldOn', '考试日期', 'date', 11),
    column('exam', '考试名称', 'long-text', 24),
    column('mode', '方式', 'text', 6),
    column('name', '姓名', 'text', 8),
    column('group', '党小组', 'text', 10),
    column('fullMark', '满分', 'decimal', 6),
    column('passMark', '及格线', 'decimal', 6),
    column('score', '成绩', 'decimal', 6),
    column('result', '结果', 'text', 8),
    column('certificate', '证书编号', 'text', 10),
    column('note', '备注', 'long-text', 16),
  ],
  required: ['heldOn', 'exam', 'name', 'score'],
  signatures: ['填表人', '党支部书记'],
  totals: [
    '共 {exams} 次考试，应考 {expected} 人次，参考 {taken} 人次，参考率 {participation}，及格 {passed} 人次，及格率 {passRate}',
  ],
  unit: '分',
  emptyText: '无',
};
