import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

export const studyHours: TableLedger = {
  kind: 'table',
  id: '28-study-hours',
  number: 28,
  title: '党员教育培训学时台账',
  subject: 'education',
  period: 'year',
  orientation: 'landscape',
  source: 'study-hours',
  columns: [
    column('name', '姓名', 'text', 8),
    column('post', '职务', 'text', 12),
    column('required', '应学学时', 'decimal', 8),
    column('intensive', '集中培训', 'decimal', 8, { total: 'sum' }),
    column('partyLesson', '党课', 'decimal', 7, { total: 'sum' }),
    column('themeDay', '主题党日', 'decimal', 8, { total: 'sum' }),
    column('online', '网络', 'decimal', 7, { total: 'sum' }),
    column('selfStudy', '自学', 'decimal', 7, { total: 'sum' }),
    column('total', '合计', 'decimal', 8, { total: 'sum' }),
    column('met', '达标', 'text', 6),
    column('note', '备注', 'long-text', 20),
  ],
  required: ['name', 'required'],
  signatures: ['填表人', '党支部书记'],
  totals: ['共 {people} 人，应达标 {due} 人，达标 {met} 人，达标率 {rate}'],
  unit: '学时',
  emptyText: '无',
};
