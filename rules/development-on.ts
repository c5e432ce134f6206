import type { DevelopmentCase } from '../contract/development.ts';
import type { IsoDate } from '../contract/values.ts';
import { achievedBy, admittedOn } from './development.ts';
import { documentStateOn } from './development-facts.ts';

/** A person's file as it stood on a day: what came later is not in it, what ended later still holds. */
export function caseOn(record: DevelopmentCase, day: IsoDate): DevelopmentCase {
  const upTo = <Entry extends { on: IsoDate }>(list: readonly Entry[]) => list.filter((each) => each.on <= day);
  const begun = <Entry extends { from: IsoDate }>(list: readonly Entry[]) => list.filter((each) => each.from <= day);
  const holding = (list: DevelopmentCase['contacts']) =>
    begun(list).map((each) => ({ ...each, to: each.to !== null && each.to > day ? null : each.to }));
  const isClosed = record.closedOn !== null && record.closedOn <= day;
  const steps = upTo(record.steps);
  return {
    ...record,
    memberId: admittedOn(achievedBy(steps, day)) === null ? null : record.memberId,
    closedOn: isClosed ? record.closedOn : null,
    closedReason: isClosed ? record.closedReason : '',
    steps,
    documents: record.documents.flatMap((paper) => {
      const state = documentStateOn(paper, day);
      if (state === 'missing' && paper.state !== 'missing') return [];
      if (state === paper.state) return [paper];
      return [{ ...paper, state, reviewer: '', reviewedOn: null, returnReason: '', hasBeenSeen: false }];
    }),
    contacts: holding(record.contacts),
    introducers: holding(record.introducers),
    reviews: upTo(record.reviews),
    trainings: begun(record.trainings),
    publicities: begun(record.publicities),
    activities: upTo(record.activities),
    moves: upTo(record.moves),
  };
}
