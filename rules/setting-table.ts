// Over 300 lines: one table, a few lines a setting.
import type { IsoDate } from '../contract/values.ts';
import { accessSettingDefinitions } from './access-setting-table.ts';
import { attachmentSettingDefinitions } from './attachment-setting-table.ts';
import { contactSettingDefinitions } from './contact-setting-table.ts';
import { duesSettingDefinitions } from './dues-setting-table.ts';
import { educationSettingDefinitions } from './education-setting-table.ts';

export type SettingValue = number | string | boolean;

export interface SettingDefinition {
  readonly value: SettingValue;
  /** Unit of the value: months, days, years, members, fen, yuan, percent, fraction, brackets, operator, or empty. */
  readonly unit: string;
  readonly validFrom: IsoDate;
  readonly source: string;
  readonly isLocal: boolean;
  /** Allowed texts, for a value that is a choice. */
  readonly choices?: readonly string[];
}

/** Where the day a regulation took effect is not established, the first day of its year or month of issue stands. */
export const settingDefinitions = {
  'vote.election-quorum': {
    value: '>=',
    unit: 'operator',
    validFrom: '2020-07-13',
    source: '选举条例（2020）：有选举权的到会人数不少于应到会人数的五分之四；1990年条例作“超过五分之四”',
    isLocal: true,
    choices: ['>=', '>'],
  },
  'vote.committee-base': {
    value: 'expected',
    unit: '',
    validFrom: '2018-01-01',
    source: '支部条例第12条未写明赞成票基数，惯例以应到委员半数计',
    isLocal: true,
    choices: ['expected', 'present'],
  },
  'vote.candidate-margin': {
    value: 20,
    unit: 'percent',
    validFrom: '2020-07-13',
    source: '选举条例第13条：候选人差额不少于应选人数的百分之二十',
    isLocal: false,
  },
  'appraisal.excellent-ratio': {
    value: '1/3',
    unit: 'fraction',
    validFrom: '2018-01-01',
    source: '中组部答疑：优秀一般不超过党员总数的三分之一，总数为正式党员数',
    isLocal: true,
  },
  'frequency.members-meeting': {
    value: 'quarter',
    unit: '',
    validFrom: '2018-01-01',
    source: '支部条例第11条：党员大会一般每季度召开1次',
    isLocal: false,
    choices: ['month', 'quarter', 'year', 'none'],
  },
  'frequency.committee-meeting': {
    value: 'month',
    unit: '',
    validFrom: '2018-01-01',
    source: '支部条例第12条：支委会会议一般每月召开1次',
    isLocal: false,
    choices: ['month', 'quarter', 'year', 'none'],
  },
  'frequency.group-meeting': {
    value: 'month',
    unit: '',
    validFrom: '2018-01-01',
    source: '支部条例第13条：党小组会一般每月召开1次',
    isLocal: false,
    choices: ['month', 'quarter', 'year', 'none'],
  },
  'frequency.party-lesson': {
    value: 'quarter',
    unit: '',
    validFrom: '2018-01-01',
    source: '惯例每季度1次；中央规定只写“按期”',
    isLocal: true,
    choices: ['month', 'quarter', 'year', 'none'],
  },
  'frequency.theme-day': {
    value: 'month',
    unit: '',
    validFrom: '2018-01-01',
    source: '教管条例第16条、支部条例第16条：每月相对固定1天开展主题党日',
    isLocal: false,
    choices: ['month', 'quarter', 'year', 'none'],
  },
  'frequency.organizational-life': {
    value: 'year',
    unit: '',
    validFrom: '2018-01-01',
    source: '支部条例第17条、教管条例第17条：组织生活会每年至少召开1次',
    isLocal: false,
    choices: ['year', 'none'],
  },
  'frequency.democratic-appraisal': {
    value: 'year',
    unit: '',
    validFrom: '2018-01-01',
    source: '教管条例第18条：民主评议党员一般每年开展1次',
    isLocal: false,
    choices: ['year', 'none'],
  },
  'assessment.grace-months': {
    value: 0,
    unit: 'months',
    validFrom: '2018-01-01',
    source: '上级规定的期限；常在次年第一季度开展上年度组织生活会和民主评议',
    isLocal: true,
  },
  'meeting.due-soon-days': {
    value: 30,
    unit: 'days',
    validFrom: '2018-01-01',
    source: '提醒期：季度结束前30天仍未召开',
    isLocal: true,
  },
  'meeting.month-due-soon-days': {
    value: 10,
    unit: 'days',
    validFrom: '2018-01-01',
    source: '提醒期：当月结束前10天仍未召开（惯例）',
    isLocal: true,
  },
  'meeting.late-entry-days': {
    value: 7,
    unit: 'days',
    validFrom: '2018-01-01',
    source: '惯例：会后7天内录入，逾期为补记',
    isLocal: true,
  },
  'absence.warning-months': {
    value: 3,
    unit: 'months',
    validFrom: '2019-01-01',
    source: '惯例：连续3个月未参加组织生活即提醒',
    isLocal: true,
  },
  'absence.limit-months': {
    value: 6,
    unit: 'months',
    validFrom: '2019-01-01',
    source: '教管条例第31条第6项：没有正当理由连续6个月不参加组织生活，按自行脱党处理',
    isLocal: false,
  },
  'probation.first-reminder-days': {
    value: 60,
    unit: 'days',
    validFrom: '2014-06-01',
    source: '惯例：预备期满前60天提醒',
    isLocal: true,
  },
  'probation.second-reminder-days': {
    value: 30,
    unit: 'days',
    validFrom: '2014-06-01',
    source: '惯例：预备期满前30天提醒',
    isLocal: true,
  },
  'term.years': {
    value: 3,
    unit: 'years',
    validFrom: '2018-01-01',
    source: '任期意见（2018）、支部条例第21条：支部委员会每届任期一般为3年',
    isLocal: false,
  },
  'term.village-years': {
    value: 5,
    unit: 'years',
    validFrom: '2018-01-01',
    source: '任期意见（2018）、支部条例第21条：村和社区支部委员会每届任期5年',
    isLocal: false,
  },
  'term.reminder-months': {
    value: 6,
    unit: 'months',
    validFrom: '2018-01-01',
    source: '支部条例：任期届满前6个月提醒做好换届准备',
    isLocal: false,
  },
  'term.early-days': {
    value: 31,
    unit: 'days',
    validFrom: '2020-07-13',
    source: '选举条例第3条：提前换届须经上级批准；届满前多少天以内不算提前由上级规定（本地）',
    isLocal: true,
  },
  'term.extension-limit-months': {
    value: 12,
    unit: 'months',
    validFrom: '2020-07-13',
    source: '选举条例第3条：延期或者提前换届一般不超过1年',
    isLocal: false,
  },
  'committee.members-needing': {
    value: 7,
    unit: 'members',
    validFrom: '2018-01-01',
    source: '支部条例第六章：正式党员7人以上应当设立支部委员会',
    isLocal: false,
  },
  'committee.least-size': {
    value: 3,
    unit: 'members',
    validFrom: '2018-01-01',
    source: '支部条例第六章：支部委员会由3至5人组成',
    isLocal: false,
  },
  'committee.greatest-size': {
    value: 7,
    unit: 'members',
    validFrom: '2018-01-01',
    source: '支部条例第六章：一般不超过7人',
    isLocal: false,
  },
  'branch.least-full-members': {
    value: 3,
    unit: 'members',
    validFrom: '2018-01-01',
    source: '支部条例第二章：正式党员3人以上成立党支部',
    isLocal: false,
  },
  'branch.greatest-members': {
    value: 50,
    unit: 'members',
    validFrom: '2018-01-01',
    source: '支部条例第二章：党支部党员人数一般不超过50人',
    isLocal: false,
  },
  'post.vacancy-months': {
    value: 3,
    unit: 'months',
    validFrom: '2018-01-01',
    source: '支部条例第21条要求及时补选；3个月为惯例',
    isLocal: true,
  },
  'post.secretary-party-years': {
    value: 1,
    unit: 'years',
    validFrom: '2018-01-01',
    source: '支部条例：党支部书记一般应当具有1年以上党龄；行业另有更高要求',
    isLocal: true,
  },
  'member.least-age': {
    value: 18,
    unit: 'years',
    validFrom: '2014-06-01',
    source: '党章第1条、发展细则：年满十八岁',
    isLocal: false,
  },
  ...duesSettingDefinitions,
  ...educationSettingDefinitions,
  'due.home-days': {
    value: 30,
    unit: 'days',
    validFrom: '2018-01-01',
    source: '首页显示今后30天到期的事项',
    isLocal: true,
  },
  'development.training-days': {
    value: 3,
    unit: 'days',
    validFrom: '2014-06-01',
    source: '发展细则第17条：集中培训一般不少于3天',
    isLocal: false,
  },
  'development.training-hours': {
    value: 24,
    unit: 'hours',
    validFrom: '2014-06-01',
    source: '发展细则第17条：或者不少于24个学时',
    isLocal: false,
  },
  'development.extension-least-months': {
    value: 6,
    unit: 'months',
    validFrom: '2014-06-01',
    source: '发展细则第32条：延长预备期不少于半年',
    isLocal: false,
  },
  'development.extension-greatest-months': {
    value: 12,
    unit: 'months',
    validFrom: '2022-10-22',
    source: '党章第7条：延长预备期不超过1年',
    isLocal: false,
  },
  'development.approval-reminder-months': {
    value: 2,
    unit: 'months',
    validFrom: '2014-06-01',
    source: '提醒期：支部大会通过后2个月仍未审批（惯例）',
    isLocal: true,
  },
  'development.approval-special-months': {
    value: 6,
    unit: 'months',
    validFrom: '2014-06-01',
    source: '发展细则第27条：特殊情况可以适当延长，不超过6个月',
    isLocal: false,
  },
  'development.leaving-months': {
    value: 3,
    unit: 'months',
    validFrom: '2014-06-01',
    source: '发展细则第19条：3个月内将离开工作、学习单位的一般不接收',
    isLocal: false,
  },
  'development.late-entry-days': {
    value: 30,
    unit: 'days',
    validFrom: '2014-06-01',
    source: '惯例：步骤完成后30天内录入，逾期为补记',
    isLocal: true,
  },
  'development.reminder-days': {
    value: 30,
    unit: 'days',
    validFrom: '2014-06-01',
    source: '惯例：步骤最迟日期前30天提醒',
    isLocal: true,
  },
  ...contactSettingDefinitions,
  ...attachmentSettingDefinitions,
  ...accessSettingDefinitions,
} as const satisfies Record<string, SettingDefinition>;
