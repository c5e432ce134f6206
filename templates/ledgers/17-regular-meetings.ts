import type { TableLedger } from '../../contract/ledger.ts';
import { column } from './column.ts';

const held = { group: '次数', total: 'sum' } as const;

export const regularMeetings: TableLedger = {
  kind: 'table',
  id: '17-regular-meetings',
  number: 17,
  title: '“三会一课”开展情况统计表',
  subject: 'meetings',
  period: 'year',
  orientation: 'landscape',
  source: 'regular-meetings',
  columns: [
    column('month', '月份', 'text', 8),
    column('membersMeeting', '党员大会', 'integer', 8, held),
    column('committeeMeeting', '支委会', 'integer', 8, held),
    column('groupMeeting', '党小组会', 'integer', 8, held),
    column('partyLesson', '党课', 'integer', 8, held),
    column('themeDay', '主题党日', 'integer', 8, held),
    column('quarter', '季度小计', 'integer', 10, { total: 'sum' }),
    column('state', '是否达标', 'long-text', 30),
  ],
  required: [],
  signatures: ['填表人', '党支部书记'],
  totals: [],
  unit: '次',
  emptyText: '无',
};
