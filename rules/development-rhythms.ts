import type { DevelopmentCase } from '../contract/development.ts';
import type { Rhythm, StepTemplate } from '../contract/development-process.ts';
import type { IsoDate } from '../contract/values.ts';
import { addMonths } from './dates.ts';
import { type Achieved, gapsBetween } from './development.ts';

/**
 * What is to be done again and again, by the periods of the steps (考察 every half year, 思想汇报 and talks every
 * quarter): from the day that lets the step begin to the day of the next step that is done, or the day asked about.
 */
export function rhythmsOf(
  record: Pick<DevelopmentCase, 'reviews' | 'closedOn'>,
  steps: readonly StepTemplate[],
  { done }: Achieved,
  asOf: IsoDate,
): Rhythm[] {
  return steps.flatMap((step, index) => {
    const starts = (step.earliest?.after ?? []).flatMap((no) => done.get(no)?.on ?? []).toSorted();
    const from = starts.at(-1);
    if (from === undefined || starts.length !== step.earliest?.after.length) return [];
    const next = steps.slice(index + 1).find(({ no }) => done.has(no));
    const closed = record.closedOn !== null && record.closedOn <= asOf ? record.closedOn : null;
    const until = (next === undefined ? null : done.get(next.no)?.on) ?? closed;
    const end = until ?? asOf;
    return step.periods.map(({ kind, months, isLocal }): Rhythm => {
      const days = record.reviews
        .filter((review) => review.kind === kind && review.on >= from && review.on <= end)
        .map((review) => review.on)
        .toSorted();
      const gaps = gapsBetween([from, ...days, end], months).map((gap) => ({
        ...gap,
        isOpen: until === null && gap.to === end && !days.includes(end),
      }));
      const dueOn = until === null ? addMonths(days.at(-1) ?? from, months) : null;
      return { stepNo: step.no, kind, months, isLocal, from, until, days, gaps, dueOn };
    });
  });
}
