import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const examCertificates: TableLedger = {
  kind: 'table',
  id: '47-exam-certificates',
  number: 47,
  title: '合格证书发放登记表',
  subject: 'education',
  period: 'year',
  orientation: 'landscape',
  source: 'exam-certificates',
  columns: [
    column('number', '证书编号', 'text', 10),
    column('name', '姓名', 'text', 8),
    column('exam', '考试名称', 'long-text', 28),
    column('heldOn', '考试日期', 'date', 11),
    column('score', '成绩', 'decimal', 6),
    column('issuedOn', '发证日期', 'date', 11),
    column('received', '领取人签字', 'blank', 12),
    column('note', '备注', 'long-text', 18),
  ],
  required: ['number', 'name', 'exam', 'score', 'issuedOn'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共发 {issued} 张，其中作废 {voided} 张'],
  unit: '张',
  emptyText: '无',
};
