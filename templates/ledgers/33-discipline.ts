import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const discipline: TableLedger = {
  kind: 'table',
  id: '33-discipline',
  number: 33,
  title: '党员处分/组织处置台账',
  subject: 'supervision',
  period: 'live',
  orientation: 'landscape',
  source: 'discipline',
  columns: [
    column('name', '姓名', 'text', 8),
    column('cause', '事由', 'long-text', 20),
    column('kind', '种类', 'text', 12),
    column('authority', '决定机关', 'text', 14),
    column('documentNumber', '文号', 'text', 14),
    column('decidedOn', '决定日期', 'date', 11),
    column('period', '期限起止', 'text', 20),
    column('impactEnds', '影响期至', 'date', 11),
    column('rightsRestoredOn', '恢复权利日期', 'date', 11),
    column('note', '备注', 'long-text', 8),
  ],
  required: ['name', 'cause', 'authority', 'documentNumber', 'decidedOn'],
  signatures: ['填表人', '党支部书记'],
  totals: ['党纪处分 {punished} 人次，组织处置 {measures} 人次'],
  unit: '人',
  emptyText: '无',
  restricted: { subject: 'discipline', rows: 'all', totals: [] },
};
