import type { PointsItem, PointsScheme, PointsSource } from '../../contract/points.ts';

/** Records that an item of a scheme is proposed from. */
export const pointsSourceNames: Readonly<Record<PointsSource, string>> = {
  'members-meeting': '参加支部党员大会',
  'committee-meeting': '参加支委会',
  'group-meeting': '参加党小组会',
  'party-lesson': '参加党课',
  'theme-day': '参加主题党日',
  'organizational-life': '参加组织生活会',
  'democratic-appraisal': '参加民主评议',
  absence: '无故缺席会议',
  'superior-training': '参加上级集中培训',
  'branch-training': '参加本支部集中培训',
  online: '网络学习',
  'self-study': '自学',
  practice: '实践',
  course: '学完一门课程',
  volunteer: '志愿服务',
  pledge: '承诺践诺',
  'post-of-duty': '设岗定责',
  honour: '受到表彰',
};

export const pointsKindNames: Readonly<Record<PointsItem['kind'], string>> = {
  plus: '加分',
  minus: '扣分',
  veto: '一票否决',
};

export const pointsPerNames: Readonly<Record<PointsItem['per'], string>> = {
  time: '每次',
  hour: '每小时',
  month: '每月一次',
  quarter: '每季一次',
  year: '每年一次',
};

export const pointsPeriodNames: Readonly<Record<PointsItem['capPeriod'], string>> = {
  month: '每月',
  quarter: '每季',
  year: '每年',
};

export const pointsCycleNames: Readonly<Record<PointsScheme['cycle'], string>> = {
  month: '按月',
  quarter: '按季',
  year: '按年',
};

export const pointsVetoNames: Readonly<Record<PointsScheme['veto'], string>> = {
  none: '不设',
  cycle: '当期积分为 0',
  year: '全年积分为 0',
};

export const pointsApprovalNames: Readonly<Record<PointsScheme['approval'], string>> = {
  committee: '支委会评定',
  'members-meeting': '支委会初评，党员大会评定',
};

export const pointsJoinerNames: Readonly<Record<PointsScheme['joiners'], string>> = {
  base: '给足基础分',
  'pro-rata': '基础分按剩余月份折算',
  'branch-average': '按支部平均分',
};
