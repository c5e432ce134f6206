import type { DuesCategory, DuesMethod, DuesPurpose, ExcludedKind } from '../../contract/dues.ts';
import type { DuesState } from '../../contract/dues-operations.ts';

/** 交纳党费的类别, domain.md §4.1. */
export const duesCategoryNames: Readonly<Record<DuesCategory, string>> = {
  wage: '按月领取工资',
  'annual-salary': '年薪制',
  'irregular-income': '不按月取得收入',
  pensioner: '离退休',
  farmer: '农民',
  minimum: '学生、下岗失业、抚恤救济、低保',
};

/** The same for narrow columns. */
export const duesCategoryShortNames: Readonly<Record<DuesCategory, string>> = {
  wage: '月薪',
  'annual-salary': '年薪',
  'irregular-income': '非月收入',
  pensioner: '离退休',
  farmer: '农民',
  minimum: '学生低保等',
};

/** 不列入计算基数的项目, domain.md §4.2. */
export const excludedKindNames: Readonly<Record<ExcludedKind, string>> = {
  'income-tax': '个人所得税',
  'pension-insurance': '养老保险',
  'medical-insurance': '医疗保险',
  'unemployment-insurance': '失业保险',
  'injury-insurance': '工伤保险',
  'maternity-insurance': '生育保险',
  'housing-fund': '住房公积金',
  annuity: '职业（企业）年金',
  'housing-subsidy': '住房补贴',
  'transport-subsidy': '交通补贴',
  'official-car-subsidy': '公车补贴',
  'communication-subsidy': '通讯补贴',
  'overtime-subsidy': '加班补贴',
  'meal-subsidy': '误餐补贴',
  'heating-subsidy': '取暖费',
  'heat-subsidy': '防暑降温费',
  'property-subsidy': '物业费',
  'special-allowance': '特定地区、单位、岗位、人员津贴',
  'incentive-performance': '奖励性绩效工资',
  'irregular-bonus': '不固定、非普遍发放的奖金',
};

/** 交纳方式, domain.md §4.3. */
export const duesMethodNames: Readonly<Record<DuesMethod, string>> = {
  cash: '现金',
  transfer: '转账',
  wechat: '微信',
  'bank-debit': '代扣',
  elsewhere: '流入地交纳',
};

/** 党费使用的用途, domain.md §4.2. */
export const duesPurposeNames: Readonly<Record<DuesPurpose, string>> = {
  training: '培训党员',
  subscription: '订阅报刊、资料、设备',
  commendation: '表彰先进',
  'hardship-aid': '补助生活困难党员',
  'disaster-relief': '补助受灾党员和修缮设施',
};

/** How a month stands, domain.md §4.3. */
export const duesStateNames: Readonly<Record<DuesState, string>> = {
  none: '不在本支部交纳',
  future: '未到',
  unpaid: '未交',
  paid: '已交',
  exempt: '免交',
  reduced: '少交',
  'back-paid': '补交',
  short: '未交足',
};
