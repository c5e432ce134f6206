import type { AttendanceState, Exclusion, MeetingType, VoteRule } from '../../contract/meeting.ts';

/** 会议类型 with the names printed, domain.md §5.1. */
export const meetingTypeNames: Readonly<Record<MeetingType, string>> = {
  'members-meeting': '支部党员大会',
  'committee-meeting': '支部委员会会议',
  'group-meeting': '党小组会',
  'party-lesson': '党课',
  'theme-day': '主题党日',
  'organizational-life': '组织生活会',
  'democratic-appraisal': '民主评议党员',
};

/** Short names for narrow columns and the 三会一课 board. */
export const meetingTypeShortNames: Readonly<Record<MeetingType, string>> = {
  'members-meeting': '党员大会',
  'committee-meeting': '支委会',
  'group-meeting': '党小组会',
  'party-lesson': '党课',
  'theme-day': '主题党日',
  'organizational-life': '组织生活会',
  'democratic-appraisal': '民主评议',
};

/** 出勤状态, domain.md §5.3. */
export const attendanceStateNames: Readonly<Record<AttendanceState, string>> = {
  present: '出席',
  leave: '请假',
  absent: '缺席',
  'written-opinion': '书面意见',
  exempt: '免予要求',
  excluded: '不计入',
};

/** 不计入应到会的情形, domain.md §1.5. */
export const exclusionReasonNames: Readonly<Record<Exclusion['reason'], string>> = {
  'illness-no-will': '患有精神疾病或其他疾病，不能表达本人意志',
  'abroad-six-months': '自费出国半年以上',
  'serving-sentence': '未受留党察看以上处分，正在服刑',
  bedridden: '年老体弱卧床不起、长期生病生活不能自理',
  'away-not-transferred': '工作调动、下派、外出学习工作半年以上，应转未转组织关系',
  'returned-to-native-place': '离退休后回原籍长期居住，组织关系未转，确实不能参加',
};

/** 表决规则, domain.md §3.2. */
export const voteRuleNames: Readonly<Record<VoteRule, string>> = {
  V1: '接收、转正、延长、取消预备党员资格',
  V2: '党员大会其他决议',
  V3: '选举',
  V4: '支委会决议',
};
