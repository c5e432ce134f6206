import type { PostTitle } from '../../contract/branch.ts';
import type { DueItem } from '../../contract/due.ts';
import type { MeetingType } from '../../contract/meeting.ts';
import { meetingTypeNames, meetingTypeShortNames } from '../../rules/codes/meeting.ts';
import { postTitleNames } from '../../rules/codes/organisation.ts';
import { addDays } from '../../rules/dates.ts';
import { developmentDueSentences } from './development-due.ts';
import { duesDueSentences } from './dues-due.ts';
import { educationDueSentences } from './education-due.ts';
import { fieldText } from './history.ts';
import { meetingText } from './meetings.ts';
import { pointsDueSentences } from './points-due.ts';
import { registersDueSentences } from './registers-due.ts';

/** A value that a check gave for its sentence, as text. */
type Value = (name: string) => string;
type Sentence = (value: Value, item: DueItem) => string;

const numerals = ['一', '二', '三', '四'];

/** The day on which the list was made. */
function lookedAt({ dueOn, daysLeft }: DueItem): string {
  return dueOn === null ? '' : addDays(dueOn, -(daysLeft ?? 0));
}

/** `10 月`, `四季度`, `2026 年`; with the year where it is another than the one looked at. */
function period(value: Value, item: DueItem): string {
  const from = value('from');
  const to = value('to');
  const month = Number(from.slice(5, 7));
  const isOtherYear = !lookedAt(item).startsWith(from.slice(0, 4));
  const year = isOtherYear ? `${from.slice(0, 4)} 年` : '';
  if (from.slice(0, 7) === to.slice(0, 7)) return `${year}${year === '' ? '' : ' '}${month} 月`;
  if (month === 1 && to.endsWith('-12-31')) return `${from.slice(0, 4)} 年`;
  return `${year}${numerals[Math.floor((month - 1) / 3)] ?? ''}季度`;
}

/** Chinese and figures stand apart. */
function spaced(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words;
}

const missingMeeting: Sentence = (value, item) => {
  const type = value('type') as MeetingType;
  const group = value('group');
  return group === ''
    ? `补录${spaced(period(value, item))}${meetingTypeNames[type]}`
    : `补录${group}${spaced(period(value, item))}${meetingTypeShortNames[type]}`;
};
const openMeeting: Sentence = (value, item) => {
  const type = value('type') as MeetingType;
  const group = value('group');
  if (group !== '') return `登记${group}${spaced(period(value, item))}${meetingTypeShortNames[type]}`;
  return `召开${spaced(period(value, item))}${meetingTypeNames[type]}，已开 ${item.actual} 次`;
};
const frequency = { missing: missingMeeting, open: openMeeting };

/** `2026年11月5日“支部党员大会”`: what is not right may be years old. */
function which(value: Value): string {
  const heldOn = value('heldOn');
  return `${heldOn.slice(0, 4)}年${shortDay(heldOn)}“${value('title')}”`;
}

const about =
  (what: string): Sentence =>
  (value) =>
    `${which(value)}${what}`;

const voteSentences = Object.fromEntries(
  Object.entries(meetingText.finding).map(([code, sentence]): [string, Sentence] => [
    code,
    (value) => `${which(value)}“${value('vote')}”：${sentence}`,
  ]),
);

const post = (value: Value) => postTitleNames[value('title') as PostTitle] ?? '';
const person =
  (what: (value: Value, item: DueItem) => string): Sentence =>
  (value, item) =>
    `${value('person')}${what(value, item)}`;
const people: (what: string) => Sentence = (what) => (value) => `${value('year')} 年民主评议：${value('names')}${what}`;

/** The sentences of every check, by rule and code; `due.test.ts` holds them against the registry of the rules. */
export const dueSentences: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  ...developmentDueSentences,
  ...duesDueSentences,
  ...educationDueSentences,
  ...pointsDueSentences,
  ...registersDueSentences,
  M1: frequency,
  M2: frequency,
  M3: frequency,
  M4: frequency,
  M5: frequency,
  M6: frequency,
  M7: frequency,
  M9: {
    'chair-missing': about('没有写主持人'),
    'recorder-missing': about('没有写记录人'),
    'agenda-missing': about('没有写议题'),
    'group-missing': about('没有写是哪个党小组'),
    'attendance-missing': about('没有登记到会情况'),
    'attendance-sum': (value) => `${which(value)}还有 ${value('people')} 人没有登记到会情况`,
    'attendance-unexpected': (value) => `${which(value)}登记了 ${value('people')} 名不在应到名单的人`,
  },
  M10: voteSentences,
  M11: {
    'opinion-without-rights': (value) => `${which(value)}${value('person')}没有表决权，书面意见不计票`,
    'candidate-without-rights': (value) => `${which(value)}候选人${value('person')}没有被选举权`,
  },
  M12: {
    'exclusion-unapproved': (value) => `${which(value)}${value('person')}不计入应到会的手续不全`,
  },
  M13: {
    warning: person((value) => `连续 ${value('months')} 个月无故未参加组织生活`),
    'limit-reached': person((value) => `连续 ${value('months')} 个月无故未参加组织生活，应当研究处理`),
  },
  V8c: {
    coming: (value) => `准备讨论${value('person')}的预备党员转正`,
    soon: (value) => `讨论${value('person')}的预备党员转正`,
    over: (value) => `${value('person')}预备期已满，没有讨论转正的记录`,
    'confirmation-unregistered': (value) => `登记${value('person')}的转正日期，支部大会已经通过`,
  },
  O1: {
    'no-term': () => '登记本届支部委员会的选举日期',
    ending: (value) => `支部委员会 ${value('expiresOn')} 任期届满，准备换届`,
    overdue: (value) => `支部委员会 ${value('expiresOn')} 任期届满，还没有换届`,
    'long-overdue': (value) => `支部委员会 ${value('expiresOn')} 任期届满，超过一年没有换届`,
    'extended-too-long': (value) => `支部委员会延期到 ${value('expiresOn')}，超过一年`,
    'extension-unapproved': () => '支部委员会延期没有写批准文号',
  },
  O2: {
    'committee-missing': (value) => `正式党员 ${value('full')} 人，应当设支部委员会`,
    'committee-not-due': (value, item) => `正式党员 ${value('full')} 人，设支部委员会的要求是 ${item.expected} 人`,
    'committee-unregistered': () => '登记支部委员',
    'committee-size': (value, item) => `支部委员 ${value('size')} 人，要求 ${item.expected} 人`,
  },
  O3: {
    'too-few-full-members': (value, item) => `正式党员 ${value('full')} 人，成立支部的要求是 ${item.expected} 人`,
    'too-many-members': (value, item) => `党员 ${value('total')} 人，一般要求 ${item.expected} 人`,
  },
  O4: {
    'secretary-unregistered': () => '登记支部书记',
    vacant: (value) => `${post(value)}自 ${value('since')} 起空缺，应当补选`,
    'holder-left': person((value) => `已不在本支部，${post(value)}的任职还没有结束`),
  },
  'secretary-party-years': {
    'secretary-party-years': person((value, item) => `任书记时党龄 ${value('years')} 年，一般要求 ${item.expected} 年`),
  },
  R1: {
    'quota-exceeded': (value, item) => `${value('year')} 年民主评议优秀 ${item.actual} 人，要求 ${item.expected} 人`,
    'probationary-graded': people('是预备党员，不评定等次'),
    'not-a-member': people('当时不是本支部党员'),
    'grade-missing': people('没有评定等次'),
    'member-missing': people('没有列入'),
    'poll-exceeds-valid': people('的测评票数多于有效票'),
    'ballots-returned-exceed-issued': (value) => `${value('year')} 年民主评议收回票多于发出票`,
    'ballots-valid-exceed-returned': (value) => `${value('year')} 年民主评议有效票多于收回票`,
  },
  S1c: {
    'id-number-length': person(() => '的公民身份号码不是 18 位'),
    'id-number-characters': person(() => '的公民身份号码里有不该有的字'),
    'id-number-birth-date': person(() => '的公民身份号码里的出生日期不存在'),
    'id-number-checksum': person(() => '的公民身份号码最后一位对不上'),
    'id-number-duplicate': person((value) => `的公民身份号码与${value('others')}相同`),
    'birth-date-differs': person((_, item) => `的出生日期 ${item.actual} 与身份号码的 ${item.expected} 不同`),
    'sex-differs': person(() => '的性别与身份号码不同'),
    'joined-too-young': person((_, item) => `入党 ${item.actual} 时不满 18 周岁`),
    'confirmed-before-joined': person((_, item) => `转正日期 ${item.actual} 早于入党日期`),
    'probation-too-short': person((_, item) => `转正日期 ${item.actual}，预备期不足一年`),
    'extension-out-of-range': person((_, item) => `延长预备期 ${item.actual} 个月，应为 6 至 12 个月`),
  },
  'member-incomplete': {
    'fields-missing': person(
      (value) =>
        `缺${value('fields')
          .split(',')
          .map((field) => fieldText(field))
          .join('、')}`,
    ),
  },
  S3c: {
    'sign-in-missing': (value) =>
      `${value('year')} 年有 ${value('meetings')} 次会议没有附签到表，最早是${which(value)}`,
    unsigned: (value) => `${value('year')} 年有 ${value('meetings')} 次会议记录没有签字，最早是${which(value)}`,
  },
  'resolution-due': {
    'due-soon': (value) => `落实“${value('title')}”的决议${responsible(value)}`,
    overdue: (value) => `“${value('title')}”的决议还没有登记落实${responsible(value)}`,
  },
};

function responsible(value: Value): string {
  return value('person') === '' ? '' : `，责任人${value('person')}`;
}

/** What is to be done, in one sentence; a rule that this window does not know yet is told by its source. */
export function dueSentence(item: DueItem): string {
  const value: Value = (name) => String(item.params[name] ?? '');
  return dueSentences[item.rule]?.[value('code')]?.(value, item) ?? item.source;
}

/** `2026-11-28` as work is spoken of: `11月28日`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** The window's words around the list. */
export const dueText = {
  today: '今天要办',
  onDay: (day: string) => `${shortDay(day)}要办`,
  count: (items: number) => `共 ${items} 项`,
  group: (items: number) => `${items} 项`,
  /** Due soon by its rule, and its day is over. */
  isOver: '应已办',
  groups: {
    week: '本周',
    month: '本月',
    quarter: '本季度',
    later: '以后',
    undated: '随时可补',
  },
  weekNote: (from: string, to: string, overdue: number) =>
    `${shortDay(from)}至${shortDay(to)}${overdue > 0 ? `，含已逾期 ${overdue} 项` : ''}`,
  until: (day: string) => `${shortDay(day)}前`,
  undatedNote: '没有期限，查出来就可以补',
  past: (days: number) => `已过 ${days} 天`,
  left: (days: number) => (days === 0 ? '今天到期' : `剩 ${days} 天`),
  same: (others: number) => `同类还有 ${others} 项`,
  fold: '收起',
  go: {
    add: '去补录',
    register: '去登记',
    check: '去核对',
    complete: '去补充',
  },
  empty: '这一天没有要办的事。',
  emptyNote: (rules: number) => `${rules} 条要求都符合。`,
} as const;
