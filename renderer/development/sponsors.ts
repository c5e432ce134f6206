import type { DevelopmentCaseView, Sponsor } from '../../contract/development.ts';
import { newId } from '../data/new-id.ts';

/** Who holds the task that a step appoints people to: 培养联系人 (5) or 入党介绍人 (9). */
export function sponsorsNow(record: DevelopmentCaseView, no: number): string[] {
  const list = no === 5 ? record.contacts : no === 9 ? record.introducers : [];
  return list.filter((each) => each.to === null).map((each) => each.memberId);
}

/** The list with these people in it from the day; who is no longer among them ends that day. */
export function withSponsors(
  record: DevelopmentCaseView,
  no: number,
  chosen: readonly string[],
  on: string,
): { contacts?: Sponsor[]; introducers?: Sponsor[] } {
  if (no !== 5 && no !== 9) return {};
  const list = no === 5 ? record.contacts : record.introducers;
  const kept = list
    // Who was put down for this very day was put down by mistake.
    .filter((each) => each.to !== null || chosen.includes(each.memberId) || each.from < on)
    .map((each) => (each.to === null && !chosen.includes(each.memberId) ? { ...each, to: on } : each));
  const known = new Set(kept.filter((each) => each.to === null).map((each) => each.memberId));
  const added = chosen
    .filter((memberId) => !known.has(memberId))
    .map((memberId) => ({ id: newId(), memberId, from: on, to: null }));
  return { [no === 5 ? 'contacts' : 'introducers']: [...kept, ...added] };
}
