/** Words of rosters besides the headings of their columns. */

/** Headings of columns that carry nothing of a person: counting them would be noise. */
export const serialHeadings: readonly string[] = ['序号', '编号', '序', '号', '顺序号', '序列', 'no', '行号', '序列号'];

/** Group headings whose columns are about somebody else, whatever stands below them. */
export const foreignGroups = /家庭|成员|配偶|子女|父母|亲属|介绍人|联系人|培养|紧急/;

/** Headings of parts of a date, under a heading that names the date. */
export const datePartHeadings: Readonly<Record<string, 'year' | 'month' | 'day'>> = {
  年: 'year',
  年份: 'year',
  月: 'month',
  月份: 'month',
  日: 'day',
};

/** First cells of rows that hold no person. */
export const rowMarks = {
  total: /^(合计|总计|小计|共计|累计|总人数|党员总数|党员合计|合计人数|人数合计|本页小计|本页合计)/,
  footer:
    /^(填表人|制表人|填报人|填表单位|填报单位|填报日期|填表日期|制表日期|制表单位|审核人|审核|复核人|经办人|负责人|单位负责人|党支部书记|支部书记|党组织书记|书记签字|联系人|联系电话|日期|盖章|党支部盖章|签字|签名|报送单位|报送日期|打印日期|统计日期|截至|截止|信息采集员)/,
  note: /^(注|备注|说明|填表说明|填写说明|填报说明|要求|提示|注意)/,
  hint: /^(例|示例|样例|范例|举例|必填|选填|填写示例|参考|格式)/,
} as const;

/** Ways to write that there is nothing to write. */
export const emptyWords: readonly string[] = [
  '无',
  '没有',
  '不详',
  '不清楚',
  '未知',
  '暂无',
  '待查',
  '待定',
  '空',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '//',
  '\\',
  '、',
  '.',
  '…',
  '……',
  '*',
  '×',
  'x',
  'n/a',
  'na',
  'null',
  'none',
  '#n/a',
];

/** Ways to write that a state is as usual. */
export const usualStates: readonly string[] = ['正常', '否', '不是', '非', '未失联', '未流动', '在册', '正常在册'];

/** Ways to write that probation is not over yet. */
export const notConfirmedWords: readonly string[] = [
  '未转正',
  '预备期',
  '预备',
  '预备党员',
  '未到期',
  '尚未转正',
  '未',
];
