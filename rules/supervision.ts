import type { Discipline, LostContact, OrganizationalMeasure } from '../contract/supervision.ts';
import type { IsoDate, PartialDate } from '../contract/values.ts';
import { addMonths, earliestDay, latestDay } from './dates.ts';
import { type SettingEntry, settingOn } from './settings.ts';

/**
 * Periods that follow from discipline and lost contact.
 * Sources: 党章 Art 41; 处分条例 2023 (domain.md §8.2); 教管条例 Art 24 (§8.4).
 */

/** Months after the decision in which a kind of discipline still counts (影响期); 留党察看 counts on after rights return. */
const impactMonths: Record<Discipline['kind'], number> = {
  warning: 12,
  'serious-warning': 18,
  'removal-from-party-posts': 24,
  'probation-within-party': 24,
  expulsion: 60,
};

type Punished = Pick<Discipline, 'kind' | 'decidedOn' | 'effectiveOn' | 'months' | 'rightsRestoredOn'>;

/** Day the punishment takes effect: the registered one, or that of the decision. */
export function effectiveDay(record: Punished): IsoDate {
  return record.effectiveOn ?? record.decidedOn;
}

/** End of a 留党察看 period: its months from the effective day; `null` for other kinds and where the months are unknown. */
export function probationWithinPartyEnds(record: Punished): IsoDate | null {
  if (record.kind !== 'probation-within-party' || record.months === null) return null;
  return addMonths(effectiveDay(record), record.months);
}

/**
 * 影响期至: last day a punishment counts. 留党察看: two years after rights were restored; `null` while they are not.
 */
export function impactEnds(record: Punished): IsoDate | null {
  if (record.kind === 'probation-within-party')
    return record.rightsRestoredOn === null ? null : addMonths(record.rightsRestoredOn, impactMonths[record.kind]);
  return addMonths(effectiveDay(record), impactMonths[record.kind]);
}

/** Last day of the five years in which somebody after 劝退 or 除名 is not admitted again (处置办法); none for 限期改正. */
export function readmissionBarEnds(measure: Pick<OrganizationalMeasure, 'kind' | 'decidedOn'>): IsoDate | null {
  return measure.kind === 'correction-within-time' ? null : addMonths(measure.decidedOn, impactMonths.expulsion);
}

/**
 * Six months without contact, after a search: 停止党籍 may be decided from this day. A month or a year alone counts from
 * its last day, so that nobody loses the membership before the time is surely up.
 */
export function mayStopMembershipFrom(lostOn: PartialDate, settings: readonly SettingEntry[]): IsoDate {
  const months = settingOn(settings, 'contact.lost-months', latestDay(lostOn)).value;
  return addMonths(latestDay(lostOn), months);
}

/** The earliest day on which 停止党籍 can have been decided in time: a month or a year alone counts from its first day. */
export function mayHaveStoppedFrom(lostOn: PartialDate, settings: readonly SettingEntry[]): IsoDate {
  const months = settingOn(settings, 'contact.lost-months', earliestDay(lostOn)).value;
  return addMonths(earliestDay(lostOn), months);
}

/** Two years of 停止党籍 and still unreachable: 除名 (自行脱党); `null` while membership is not stopped or the person was found. */
export function strikeOffDue(
  record: Pick<LostContact, 'membershipStoppedOn' | 'foundOn'>,
  settings: readonly SettingEntry[],
): IsoDate | null {
  if (record.membershipStoppedOn === null || record.foundOn !== null) return null;
  const years = settingOn(settings, 'contact.strike-off-years', record.membershipStoppedOn).value;
  return addMonths(record.membershipStoppedOn, years * 12);
}
