import type { Branch, Group } from '../contract/branch.ts';
import type { Meeting, MeetingType } from '../contract/meeting.ts';
import type { IsoDate } from '../contract/values.ts';
import { type CommitteeState, hadCommitteeThroughout } from './committee.ts';
import {
  addDays,
  addMonths,
  type DayRange,
  earliestDay,
  isWithin,
  monthEnd,
  monthStart,
  quarterOf,
  quartersOf,
  yearOf,
  yearRange,
} from './dates.ts';
import { type SettingEntry, type SettingKey, settingOn } from './settings.ts';

/**
 * How often each kind of 组织生活 is due and whether it was held. Frequencies are settings with their sources;
 * defaults: 支部条例 Arts 11–13, 16–17 and 教管条例 Arts 16–18 (domain.md §5.1).
 */

export type CountedMeeting = Pick<Meeting, 'types' | 'heldOn' | 'groupId' | 'assessmentYear'>;

export interface FrequencyFacts {
  readonly branch: CommitteeState & Pick<Branch, 'establishedOn' | 'closedOn'>;
  readonly groups: readonly Pick<Group, 'id' | 'from' | 'to'>[];
  /** Meetings that stand: without the voided ones. */
  readonly meetings: readonly CountedMeeting[];
  /** Years for which a 民主评议 record exists, which counts as the meeting does. */
  readonly appraisalYears: readonly number[];
}

export type CellState = 'met' | 'missing' | 'open' | 'future' | 'not-required';

export interface BoardCell extends DayRange {
  held: number;
  required: number;
  state: CellState;
  /** Last day it may still be held; later than `to` only for yearly duties with a deadline of the superior. */
  deadline: IsoDate;
}

export interface BoardRow {
  type: MeetingType;
  cells: BoardCell[];
}

const frequencyKeys = {
  'members-meeting': 'frequency.members-meeting',
  'committee-meeting': 'frequency.committee-meeting',
  'group-meeting': 'frequency.group-meeting',
  'party-lesson': 'frequency.party-lesson',
  'theme-day': 'frequency.theme-day',
  'organizational-life': 'frequency.organizational-life',
  'democratic-appraisal': 'frequency.democratic-appraisal',
} as const satisfies Record<MeetingType, SettingKey>;

/** Types in the order of the board. */
export const boardTypes = Object.keys(frequencyKeys) as MeetingType[];

/** How often a type is due by the setting of a day, and the source that says so. */
export function frequencyOf(
  type: MeetingType,
  day: IsoDate,
  settings: readonly SettingEntry[],
): { value: string; source: string } {
  return settingOn(settings, frequencyKeys[type], day);
}

type Frequency = 'month' | 'quarter' | 'year' | 'none';

/** A period of the board and how often the type was due in it. */
export interface DuePeriod extends DayRange {
  readonly frequency: Frequency;
}

/**
 * The periods of a year in which a type is due once each, each by the setting of its first day. A type not due at all is
 * counted by month, and so is what is left of a quarter or year that had begun when the setting changed: nothing is due
 * once in part of a period.
 */
export function periodsOf(type: MeetingType, year: number, settings: readonly SettingEntry[]): DuePeriod[] {
  const periods: DuePeriod[] = [];
  const { from, to } = yearRange(year);
  for (let day = from; day <= to; day = addDays(periods.at(-1)?.to ?? to, 1)) {
    const frequency = frequencyOf(type, day, settings).value as Frequency;
    const range = rangeAround(frequency, day);
    periods.push(range.from === day ? { ...range, frequency } : { from: day, to: monthEnd(day), frequency: 'none' });
  }
  return periods;
}

function rangeAround(frequency: Frequency, day: IsoDate): DayRange {
  if (frequency === 'year') return yearRange(yearOf(day));
  const month = { from: monthStart(day), to: monthEnd(day) };
  return frequency === 'quarter' ? (quartersOf(yearOf(day))[quarterOf(day) - 1] ?? month) : month;
}

/** Whether the branch existed through the whole range; a branch without a founding date has always existed. */
export function existedThroughout(branch: FrequencyFacts['branch'], range: DayRange): boolean {
  const hasBegun = branch.establishedOn === null || earliestDay(branch.establishedOn) <= range.from;
  return hasBegun && (branch.closedOn === null || branch.closedOn > range.to);
}

/** Groups that existed through the whole range; `to` is a group's last day. */
export function groupsThroughout<Each extends FrequencyFacts['groups'][number]>(
  groups: readonly Each[],
  range: DayRange,
): Each[] {
  return groups.filter((group) => group.from <= range.from && (group.to === null || group.to >= range.to));
}

/** Meetings of a type in a range; a combined meeting counts once for each of its types. */
export function meetingsOf<Each extends CountedMeeting>(
  meetings: readonly Each[],
  type: MeetingType,
  range: DayRange,
): Each[] {
  return meetings.filter((meeting) => meeting.types.includes(type) && isWithin(meeting.heldOn, range));
}

/** Groups of the range that held no 党小组会 in it by `asOf`. */
export function groupsWithoutMeeting<Each extends FrequencyFacts['groups'][number]>(
  groups: readonly Each[],
  meetings: readonly CountedMeeting[],
  range: DayRange,
): Each[] {
  const held = new Set(meetingsOf(meetings, 'group-meeting', range).map((meeting) => meeting.groupId));
  return groupsThroughout(groups, range).filter((group) => !held.has(group.id));
}

function isYearly(type: MeetingType): boolean {
  return type === 'organizational-life' || type === 'democratic-appraisal';
}

function heldForYear(facts: FrequencyFacts, type: MeetingType, year: number, asOf: IsoDate): number {
  const meetings = facts.meetings.filter(
    (meeting) =>
      meeting.types.includes(type) &&
      meeting.heldOn <= asOf &&
      (meeting.assessmentYear ?? yearOf(meeting.heldOn)) === year,
  ).length;
  const records = type === 'democratic-appraisal' ? facts.appraisalYears.filter((each) => each === year).length : 0;
  return Math.max(meetings, records);
}

/** One type of the board of a year, as it stands on `asOf`; meetings after that day are not counted. */
export function boardRow(
  facts: FrequencyFacts,
  type: MeetingType,
  year: number,
  asOf: IsoDate,
  settings: readonly SettingEntry[],
): BoardRow {
  const meetings = facts.meetings.filter((meeting) => meeting.heldOn <= asOf);
  const graceMonths = isYearly(type) ? settingOn(settings, 'assessment.grace-months', yearRange(year).to).value : 0;
  const cells = periodsOf(type, year, settings).map(({ frequency, ...range }): BoardCell => {
    const isOfYear = isYearly(type) && frequency === 'year';
    const held = isOfYear ? heldForYear(facts, type, year, asOf) : meetingsOf(meetings, type, range).length;
    const groups = type === 'group-meeting' ? groupsThroughout(facts.groups, range).length : 1;
    const isDue =
      frequency !== 'none' &&
      existedThroughout(facts.branch, range) &&
      groups > 0 &&
      (type !== 'committee-meeting' || hadCommitteeThroughout(facts.branch, range));
    const deadline = addMonths(range.to, graceMonths);
    const isMet =
      type === 'group-meeting' ? groupsWithoutMeeting(facts.groups, meetings, range).length === 0 : held > 0;
    const state = !isDue
      ? 'not-required'
      : isMet
        ? 'met'
        : range.from > asOf
          ? 'future'
          : deadline < asOf
            ? 'missing'
            : 'open';
    return { ...range, held, required: isDue ? groups : 0, state, deadline };
  });
  return { type, cells };
}

/** 三会一课 board of a year. */
export function meetingBoard(
  facts: FrequencyFacts,
  year: number,
  asOf: IsoDate,
  settings: readonly SettingEntry[],
): BoardRow[] {
  return boardTypes.map((type) => boardRow(facts, type, year, asOf, settings));
}
