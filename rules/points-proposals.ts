import type { Honour, Service } from '../contract/care.ts';
import type { Training } from '../contract/education.ts';
import type { Attendance, Meeting } from '../contract/meeting.ts';
import type { PointsEntry, PointsItem, PointsOrigin, PointsScheme, PointsSource } from '../contract/points.ts';
import type { IsoDate } from '../contract/values.ts';
import type { FinishedCourse } from './courses.ts';
import { daysBetween, yearOf } from './dates.ts';
import { isHereOn } from './education.ts';
import { exemptionOn, type PointsPerson } from './points.ts';

/**
 * What the items of a scheme give for the records there are: attendance, study, service, honours (domain.md §7.4).
 * A record gives a person points once, by the first item of the scheme that fits, and is proposed once: what was
 * accepted or refused does not come back.
 */

export interface PointsRecords {
  readonly meetings: readonly (Pick<Meeting, 'id' | 'types' | 'title' | 'heldOn' | 'voidedOn'> & {
    readonly attendance: readonly Pick<Attendance, 'memberId' | 'state'>[];
  })[];
  readonly trainings: readonly Training[];
  readonly services: readonly Service[];
  readonly honours: readonly Honour[];
  readonly courses: readonly FinishedCourse[];
}

/** What happened to one person, with what an item may ask of it. */
interface Happening {
  readonly memberId: string;
  readonly on: IsoDate;
  readonly record: PointsOrigin;
  readonly recordId: string;
  readonly title: string;
  readonly sources: readonly PointsSource[];
  readonly hours: number | null;
  readonly days: number | null;
}

export interface Proposed {
  /** Member and record: what is never proposed twice. */
  readonly key: string;
  readonly memberId: string;
  readonly item: PointsItem;
  readonly tenths: number;
  readonly on: IsoDate;
  readonly record: PointsOrigin;
  readonly recordId: string;
  readonly title: string;
}

export function proposalKey(memberId: string, record: PointsOrigin, recordId: string): string {
  return `${memberId}.${record}.${recordId}`;
}

interface ProposalsOf {
  readonly scheme: PointsScheme;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly branchId: string;
  readonly people: ReadonlyMap<string, PointsPerson>;
  /** Keys of what has an entry already, refused ones too. */
  readonly settled: ReadonlySet<string>;
}

/** What the scheme would give in a year for what had happened by the day, in order of the days. */
export function proposals(records: PointsRecords, of: ProposalsOf): Proposed[] {
  const inOrder = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);
  return [...proposed(records, of)].sort(
    (one, other) => inOrder(one.on, other.on) || inOrder(one.recordId, other.recordId) || inOrder(one.key, other.key),
  );
}

/** The same in no order, one after another. */
export function* proposed(records: PointsRecords, of: ProposalsOf): Generator<Proposed> {
  const { scheme, year, asOf, branchId, people, settled } = of;
  const from = `${year}-01-01`;
  // Of one record many people have something, and of one person many things happen on the days of the branch: what
  // they share is looked up by the very sources and the day, without a text made for each of thousands.
  const takesPart = new Map<IsoDate, Map<string, boolean>>();
  const itemOf = new Map<readonly PointsSource[], Map<number | null, PointsItem | undefined>>();
  for (const happening of happenings(recordsWithin(records, from, asOf))) {
    const { memberId, on, record, recordId, title, sources, days } = happening;
    if (yearOf(on) !== year) continue;
    const byDays = itemOf.get(sources) ?? new Map<number | null, PointsItem | undefined>();
    itemOf.set(sources, byDays);
    if (!byDays.has(days))
      byDays.set(
        days,
        scheme.items.find((each) => fits(each, happening)),
      );
    const item = byDays.get(days);
    const tenths = item === undefined ? null : tenthsOf(item, happening);
    if (item === undefined || tenths === null) continue;
    const person = people.get(memberId);
    if (person === undefined) continue;
    const ofDay = takesPart.get(on) ?? new Map<string, boolean>();
    takesPart.set(on, ofDay);
    const isRated = ofDay.get(memberId) ?? (isHereOn(person, on, branchId) && exemptionOn(person, scheme, on) === null);
    ofDay.set(memberId, isRated);
    if (!isRated) continue;
    const key = proposalKey(memberId, record, recordId);
    if (!settled.has(key)) yield { key, memberId, item, tenths, on, record, recordId, title };
  }
}

function recordsWithin(records: PointsRecords, from: IsoDate, to: IsoDate): PointsRecords {
  const isWithin = (day: IsoDate) => from <= day && day <= to;
  return {
    meetings: records.meetings.filter(({ heldOn }) => isWithin(heldOn)),
    trainings: records.trainings.filter(({ endedOn }) => isWithin(endedOn)),
    services: records.services.filter(({ on }) => isWithin(on)),
    honours: records.honours.filter(({ grantedOn }) => isWithin(grantedOn)),
    courses: records.courses.filter(({ on }) => isWithin(on)),
  };
}

/** Entries whose record is gone, voided, or says something else now: somebody present then is absent now. */
export function unsupportedEntries<
  Entry extends Pick<PointsEntry, 'memberId' | 'itemId' | 'originRecord' | 'originId'>,
>(records: PointsRecords, entries: readonly Entry[], scheme: PointsScheme): Entry[] {
  const origins = new Set(entries.map(({ originId }) => originId));
  const isOrigin = ({ id }: { id: string }) => origins.has(id);
  const known = new Map<string, Happening>();
  for (const happening of happenings({
    meetings: records.meetings.filter(isOrigin),
    trainings: records.trainings.filter(isOrigin),
    services: records.services.filter(isOrigin),
    honours: records.honours.filter(isOrigin),
    courses: records.courses.filter(isOrigin),
  }))
    known.set(proposalKey(happening.memberId, happening.record, happening.recordId), happening);
  return entries.filter(({ memberId, itemId, originRecord, originId }) => {
    if (originRecord === null || originId === null) return false;
    const happening = known.get(proposalKey(memberId, originRecord, originId));
    const item = scheme.items.find(({ id }) => id === itemId);
    return happening === undefined || item === undefined || !isGround(item, happening);
  });
}

/** An entry may have been given another item than the first that fits, but not one for being there to who was not. */
function isGround({ kind, sources }: PointsItem, happening: Happening): boolean {
  const isForAbsence = sources.length > 0 && sources.every((source) => source === 'absence');
  return happening.sources.includes('absence') ? isForAbsence || kind !== 'plus' : !isForAbsence;
}

function fits({ sources, leastDays, mostDays }: PointsItem, { sources: found, days }: Happening): boolean {
  if (!found.some((source) => sources.includes(source))) return false;
  if (leastDays === null && mostDays === null) return true;
  return days !== null && days >= (leastDays ?? 1) && days <= (mostDays ?? days);
}

/** By the hour: the hours of the record, rounded half up to a tenth of a point; unknown hours give no proposal. */
function tenthsOf(item: PointsItem, { hours }: Happening): number | null {
  if (item.per !== 'hour') return item.tenths;
  return hours === null ? null : Math.round((Math.round(hours * 100) * item.tenths) / 100);
}

const formSources: Record<Training['form'], readonly PointsSource[]> = {
  intensive: [],
  'party-lesson': ['party-lesson'],
  'theme-day': ['theme-day'],
  online: ['online'],
  'self-study': ['self-study'],
  practice: ['practice'],
};

const ofAbsence: readonly PointsSource[] = ['absence'];

function* happenings(records: PointsRecords): Generator<Happening> {
  for (const meeting of records.meetings) {
    if (meeting.voidedOn !== null) continue;
    for (const { memberId, state } of meeting.attendance) {
      if (state !== 'present' && state !== 'absent') continue;
      const sources: readonly PointsSource[] = state === 'absent' ? ofAbsence : meeting.types;
      const { id, title, heldOn } = meeting;
      yield { memberId, on: heldOn, record: 'meeting', recordId: id, title, sources, hours: null, days: null };
    }
  }
  for (const training of records.trainings) {
    const { id, title, form, level, startedOn, endedOn } = training;
    const byLevel: PointsSource = level === 'branch' ? 'branch-training' : 'superior-training';
    const sources = form === 'intensive' ? [byLevel] : formSources[form];
    const days = daysBetween(startedOn, endedOn) + 1;
    for (const { memberId, hours, passed } of training.participants) {
      if (passed === false) continue;
      const own = hours ?? training.hours;
      yield { memberId, on: endedOn, record: 'training', recordId: id, title, sources, hours: own, days };
    }
  }
  for (const { id, memberId, on, kind, content, hours } of records.services)
    yield { memberId, on, record: 'service', recordId: id, title: content, sources: [kind], hours, days: null };
  for (const { id, memberId, grantedOn, title } of records.honours)
    if (memberId !== null)
      yield {
        memberId,
        on: grantedOn,
        record: 'honour',
        recordId: id,
        title,
        sources: ['honour'],
        hours: null,
        days: null,
      };
  for (const { id, memberId, on, title, hours } of records.courses)
    yield { memberId, on, record: 'course', recordId: id, title, sources: ['course'], hours, days: null };
}
