import type { MeetingType } from '../../contract/meeting.ts';
import { dottedDay, writtenDay } from './words.ts';

/** What meeting ledgers, minutes and sign-in sheets print. */

/** Title of the minutes, by the first type of the meeting. */
export const minutesTitles: Readonly<Record<MeetingType, string>> = {
  'members-meeting': '支部党员大会会议记录',
  'committee-meeting': '支部委员会会议记录',
  'group-meeting': '党小组会会议记录',
  'party-lesson': '党课记录',
  'theme-day': '主题党日活动记录',
  'organizational-life': '组织生活会会议记录',
  'democratic-appraisal': '民主评议党员会议记录',
};

export const meetingWords = {
  late: (day: string) => `（补记，${dottedDay(day)} 录入）`,
  state: (state: string, reason: string) => (reason === '' ? state : `${state}：${reason}`),
  absentee: (name: string, state: string) => `${name}（${state}）`,
  decision: (subject: string, inFavour: number, result: string) => `${subject}：赞成 ${inFavour} 票，${result}`,
  election: (subject: string, elected: readonly string[]) => `${subject}：${elected.join('、')}当选`,
  undecided: (subject: string, result: string) => `${subject}：${result}`,
  nobody: '无人当选',
  responsible: (name: string) => `${name}负责`,
  due: (day: string) => `时限 ${dottedDay(day)}`,
  done: (day: string) => `已完成（${dottedDay(day)}）`,
  open: '未完成',
  lecturer: (name: string, post: string) => (post === '' ? name : `${name}（${post}）`),
} as const;

export const minutesWords = {
  types: '会议类型',
  ordinal: '届次',
  ordinalOf: (year: number, number: number) => `${year} 年第 ${number} 次`,
  time: '时间',
  place: '地点',
  chair: '主持人',
  recorder: '记录人',
  group: '党小组',
  expected: '应到',
  present: '实到',
  counted: (people: number, voters: number) => `${people} 人（有表决权 ${voters} 人）`,
  unregistered: '未登记',
  leave: '请假',
  absent: '缺席',
  writtenOpinions: '书面意见',
  exempt: '免予要求',
  excluded: '不计入应到会',
  exclusion: (name: string, reason: string, approval: string, adopted: string) =>
    `${name}（${reason}；上级批准：${approval}；党员大会通过：${adopted}）`,
  observers: '列席',
  observer: (name: string, identity: string) => (identity === '' ? name : `${name}（${identity}）`),
  lesson: '课题',
  lecturer: '授课人',
  hours: '学时',
  theme: '主题',
  form: '形式',
  cost: '经费（元）',
  late: '补记',
  lateEntry: (day: string, reason: string) => `${writtenDay(day)}录入${reason === '' ? '' : `，原因：${reason}`}`,
  none: '无',
  sections: {
    agenda: '议题',
    study: '学习内容',
    discussion: '讨论和发言',
    dissent: '不同意见',
    votes: '表决',
    resolutions: '决议',
    tasks: '责任和时限',
    materials: '附件',
    amendments: '签字后的更正',
  },
  /** 一、二、… */
  section: (index: number, title: string) =>
    `${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][index] ?? index + 1}、${title}`,
  speech: (name: string, text: string) => `${name}：${text}`,
  vote: {
    subject: '事项',
    method: '方式',
    rightsExpected: '应到有表决权',
    rightsPresent: '实到有表决权',
    inFavour: '赞成',
    against: '反对',
    abstain: '弃权',
    written: '书面赞成',
    result: '结果',
  },
  methods: { 'show-of-hands': '举手', 'secret-ballot': '无记名投票' },
  results: { passed: '通过', rejected: '未通过', 'no-quorum': '到会不足，无效', 'not-voted': '未表决' },
  ballot: (issued: number | null, returned: number | null, invalid: number | null) =>
    `发出票 ${issued ?? '—'} 张，收回票 ${returned ?? '—'} 张，无效票 ${invalid ?? '—'} 张。`,
  tellers: (scrutineers: string, tellers: string) =>
    [scrutineers && `监票人：${scrutineers}`, tellers && `计票人：${tellers}`].filter(Boolean).join('；'),
  quorum: (subject: string, present: number, expected: number, met: boolean, arithmetic: string) =>
    `${subject}：实到有表决权 ${present} 人，应到 ${expected} 人（${arithmetic}），${met ? '会议有效' : '到会不足，表决无效'}。`,
  majority: (inFavour: number, written: number, base: number, arithmetic: string, passed: boolean) =>
    `赞成 ${inFavour} 票${written > 0 ? `（含会前书面意见 ${written} 票）` : ''}，基数 ${base}（${arithmetic}），${passed ? '通过' : '未通过'}。`,
  source: (source: string) => `依据：${source}。`,
  election: {
    name: '候选人',
    inFavour: '赞成',
    against: '不赞成',
    abstain: '弃权',
    others: '另选他人',
    elected: '是否当选',
  },
  electionTitle: (subject: string, seats: number | null) => `${subject}${seats === null ? '' : `（应选 ${seats} 名）`}`,
  electedYes: '当选',
  electedNo: '未当选',
  task: { text: '事项', responsible: '责任人', due: '完成时限', done: '完成日期', outcome: '落实情况' },
  amendment: (day: string, actor: string, field: string, text: string, reason: string) =>
    `${dottedDay(day)}　${field}：${text}（原因：${reason}；${actor}）`,
  signatures: (chair: string, recorder: string) => [`主持人${chair}（签字）`, `记录人${recorder}（签字）`],
} as const;

export const signInWords = {
  title: (meeting: string) => `${meeting}签到表`,
  meeting: '会议名称',
  time: '时间',
  place: '地点',
  name: '姓名',
  group: '党小组',
  signature: '签名',
  note: '备注',
  observer: '列席',
  counts: (expected: number, present: number | null, leave: number, absent: number) =>
    present === null
      ? `应到 ${expected} 人，实到＿＿＿人，请假＿＿＿人，缺席＿＿＿人。`
      : `应到 ${expected} 人，实到 ${present} 人，请假 ${leave} 人，缺席 ${absent} 人。`,
  nobody: '没有应到会的党员',
  signatures: ['记录人（签字）'],
} as const;

export const boardWords = {
  month: (month: number) => `${month}月`,
  met: '达标',
  open: '进行中',
  notDue: '—',
  missing: (types: readonly string[]) => `未达标：缺${types.join('、')}`,
} as const;

export const attendanceWords = {
  left: (name: string, on: string) => `${name}（${dottedDay(on)}离开）`,
} as const;
