import type { HoursEntry, Training, TrainingForm } from '../contract/education.ts';
import type { Attendance, Meeting } from '../contract/meeting.ts';
import type { Membership } from '../contract/member.ts';
import type { IsoDate } from '../contract/values.ts';
import type { FinishedCourse } from './courses.ts';
import { daysBetween, earliestDay, monthsOf, yearRange } from './dates.ts';
import { hasStatusOn, isInHeadcount, type MemberDates, standingOn } from './member.ts';
import { type HeldPost, isPostHeld } from './roster.ts';
import { type SettingEntry, type SettingKey, settingOn } from './settings.ts';

/**
 * Study hours of a year: what is required of a member, what counts, what is missing.
 * Sources: 教管条例 Arts 20, 23; 2019–2023 全国党员教育培训工作规划; domain.md §6, §14 (trap 23). How an activity turns
 * into hours is local: dated settings.
 */

export const trainingForms = [
  'intensive',
  'party-lesson',
  'theme-day',
  'online',
  'self-study',
  'practice',
] as const satisfies readonly TrainingForm[];

export type EducationPerson = MemberDates & {
  readonly id: string;
  readonly memberships: readonly (MemberDates['memberships'][number] & Pick<Membership, 'entryKind'>)[];
};

/** A year of a branch, looked at on a day. */
export interface EducationYear {
  readonly branchId: string;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly posts: readonly HeldPost[];
  readonly settings: readonly SettingEntry[];
}

export interface RequiredHours {
  /** Whole hours, a part of an hour counting as one. */
  readonly hours: number;
  /** The part of it that belongs to the months already over. */
  readonly byNow: number;
  /** Months of the year that count: in the branch, a member, not exempt. */
  readonly months: number;
  /** 集中培训 required of who is in the committee on the day. */
  readonly intensives: number;
}

/** The day of a year on which its roster is read: its last, or `asOf` while the year lasts. */
export function educationDay({ year, asOf }: Pick<EducationYear, 'year' | 'asOf'>): IsoDate {
  const { to } = yearRange(year);
  return asOf < to ? asOf : to;
}

/** Whether the person holds a post of the branch on the day: 书记 and 班子成员. */
export function isLeaderOn(personId: string, { branchId, posts }: EducationYear, day: IsoDate): boolean {
  return posts.some((post) => post.memberId === personId && post.branchId === branchId && isPostHeld(post, day));
}

/**
 * 应学学时, a twelfth for each month. A month belongs to the branch, the requirement (general or of the committee)
 * and the exemption that hold on its last day, so that two branches share a year without a month counted twice;
 * months to come are taken to be like the day looked at. Who was registered during the year as already a member
 * here was here before.
 */
export function requiredHours(person: EducationPerson, of: EducationYear): RequiredHours {
  const lastDay = educationDay(of);
  let months = 0;
  let twelfths = 0;
  let twelfthsOver = 0;
  for (const { to } of monthsOf(of.year)) {
    const isOver = to <= lastDay;
    const day = isOver ? to : lastDay;
    if (!isHereOn(person, day, of.branchId) || isExemptOn(person, day)) continue;
    const key = isLeaderOn(person.id, of, day) ? 'education.leader-hours' : 'education.hours';
    const { value } = settingOn(of.settings, key, day);
    months += 1;
    twelfths += value;
    if (isOver) twelfthsOver += value;
  }
  const isLeader = months > 0 && isLeaderOn(person.id, of, lastDay) && !isExemptOn(person, lastDay);
  const intensives = isLeader ? settingOn(of.settings, 'education.leader-trainings', lastDay).value : 0;
  return { hours: Math.ceil(twelfths / 12), byNow: twelfthsOver / 12, months, intensives };
}

function isExemptOn(person: EducationPerson, day: IsoDate): boolean {
  return hasStatusOn(person, 'attendance-exempt', day);
}

/** In the headcount of the branch on the day; who was registered as already a member here was here before. */
export function isHereOn(person: EducationPerson, day: IsoDate, branchId: string): boolean {
  if (isInHeadcount(person, day, branchId)) return true;
  const [first] = [...person.memberships].sort((a, b) => (earliestDay(a.from) < earliestDay(b.from) ? -1 : 1));
  return (
    first !== undefined &&
    first.entryKind === 'registered' &&
    first.branchId === branchId &&
    day < earliestDay(first.from) &&
    standingOn(person, day) !== 'applicant' &&
    !hasStatusOn(person, 'membership-stopped', day)
  );
}

/** Hours of a training for who took part in all of it; `null` where they are neither entered nor follow by rule. */
export function trainingHours(
  training: Pick<Training, 'form' | 'hours' | 'startedOn' | 'endedOn'>,
  settings: readonly SettingEntry[],
): number | null {
  if (training.hours !== null) return training.hours;
  if (training.form !== 'intensive') return null;
  const days = daysBetween(training.startedOn, training.endedOn) + 1;
  return days * settingOn(settings, 'education.intensive-day-hours', training.startedOn).value;
}

export type StudyMeeting = Pick<Meeting, 'id' | 'types' | 'title' | 'heldOn' | 'studyHours' | 'voidedOn'> & {
  readonly attendance: readonly Pick<Attendance, 'memberId' | 'state'>[];
};

/** Hours of a meeting, once: a 党课 (as entered, else by rule) or a 主题党日 (by rule); `null` for other meetings. */
export function meetingHours(
  meeting: Pick<Meeting, 'types' | 'heldOn' | 'studyHours'>,
  settings: readonly SettingEntry[],
): { form: TrainingForm; hours: number } | null {
  if (meeting.types.includes('party-lesson')) {
    const hours = meeting.studyHours ?? settingOn(settings, 'education.lesson-hours', meeting.heldOn).value;
    return { form: 'party-lesson', hours };
  }
  if (!meeting.types.includes('theme-day')) return null;
  return { form: 'theme-day', hours: settingOn(settings, 'education.theme-day-hours', meeting.heldOn).value };
}

/** What each person studied in a year by the day looked at: trainings that ended, meetings at which they were present, courses
 * they finished. */
export function hoursEntries(
  {
    trainings,
    meetings,
    courses,
  }: {
    trainings: readonly Training[];
    meetings: readonly StudyMeeting[];
    courses: readonly FinishedCourse[];
  },
  { branchId, year, asOf, settings }: EducationYear,
): Map<string, HoursEntry[]> {
  const entries = new Map<string, HoursEntry[]>();
  const add = (memberId: string, entry: HoursEntry) => {
    const known = entries.get(memberId);
    if (known === undefined) entries.set(memberId, [entry]);
    else known.push(entry);
  };
  for (const training of trainings) {
    if (training.year !== year || training.endedOn > asOf || training.branchId !== branchId) continue;
    const whole = trainingHours(training, settings);
    for (const participant of training.participants) {
      const hours = participant.hours ?? whole;
      if (hours === null) continue;
      const { id, title, form, endedOn } = training;
      add(participant.memberId, { on: endedOn, form, title, hours, record: 'training', recordId: id });
    }
  }
  for (const meeting of meetings) {
    if (meeting.voidedOn !== null || meeting.heldOn > asOf || !meeting.heldOn.startsWith(`${year}-`)) continue;
    const found = meetingHours(meeting, settings);
    if (found === null) continue;
    const { id, title, heldOn } = meeting;
    for (const { memberId, state } of meeting.attendance)
      if (state === 'present') add(memberId, { on: heldOn, title, ...found, record: 'meeting', recordId: id });
  }
  for (const { id, title, form, memberId, on, hours } of courses)
    if (on <= asOf && on.startsWith(`${year}-`))
      add(memberId, { on, form, title, hours, record: 'course', recordId: id });
  return entries;
}

const caps: Partial<Record<TrainingForm, SettingKey>> = {
  'party-lesson': 'education.cap-lesson',
  'theme-day': 'education.cap-theme-day',
  online: 'education.cap-online',
  'self-study': 'education.cap-self-study',
  practice: 'education.cap-practice',
};

/** Hours that count, each form up to its cap of the year; sums are exact to the hundredth of an hour. */
export function countedHours(
  entries: readonly Pick<HoursEntry, 'form' | 'hours'>[],
  settings: readonly SettingEntry[],
  day: IsoDate,
): { byForm: Record<TrainingForm, number>; total: number; overCap: number } {
  const byForm: Record<TrainingForm, number> = {
    intensive: 0,
    'party-lesson': 0,
    'theme-day': 0,
    online: 0,
    'self-study': 0,
    practice: 0,
  };
  for (const { form, hours } of entries) byForm[form] = rounded(byForm[form] + hours);
  let overCap = 0;
  for (const form of trainingForms) {
    const key = caps[form];
    const cap = key === undefined ? 0 : Number(settingOn(settings, key, day).value);
    if (cap === 0 || byForm[form] <= cap) continue;
    overCap = rounded(overCap + byForm[form] - cap);
    byForm[form] = cap;
  }
  return { byForm, total: rounded(Object.values(byForm).reduce((sum, hours) => sum + hours, 0)), overCap };
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}

export interface HoursJudged {
  readonly required: RequiredHours;
  readonly counted: ReturnType<typeof countedHours>;
  readonly intensives: number;
  readonly missing: number;
  readonly state: 'met' | 'missing' | 'exempt';
}

/** 应学, 实学, 缺口 and 达标 of one person. Who is in the committee also needs the 集中培训. */
export function judgeHours(
  person: EducationPerson,
  entries: readonly Pick<HoursEntry, 'form' | 'hours'>[],
  of: EducationYear,
): HoursJudged {
  const required = requiredHours(person, of);
  const counted = countedHours(entries, of.settings, educationDay(of));
  const intensives = entries.filter(({ form }) => form === 'intensive').length;
  const missing = rounded(Math.max(0, required.hours - counted.total));
  const isMet = missing === 0 && intensives >= required.intensives;
  return {
    required,
    counted,
    intensives,
    missing,
    state: required.months === 0 ? 'exempt' : isMet ? 'met' : 'missing',
  };
}
