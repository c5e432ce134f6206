import { type DayRange, daysBetween, monthEnd, yearOf, yearRange } from '../dates.ts';
import { accountOver } from '../dues-account.ts';
import { settingOn } from '../settings.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** Days before the end of a period in which its publication is due soon. */
const noticeDays = 30;

const first = '0001-01-01';

/** Where what was counted, or published as the balance, is not what opening and movements leave. */
function unbalanced({ dues, asOf }: CheckFacts): Finding[] {
  const over = (to: string) => accountOver(dues, first, to);
  const counts = over(asOf)
    .counts.filter(({ difference }) => difference !== null && difference !== 0)
    .map(
      ({ id, on, counted, reckoned }): Finding => ({
        key: id,
        severity: 'overdue',
        dueOn: null,
        record: 'duesAccountEntry',
        recordId: id,
        params: { code: 'count-differs', on, counted, reckoned: reckoned ?? 0 },
        expected: String(reckoned),
        actual: String(counted),
      }),
    );
  const published = dues.publications.flatMap((publication): Finding[] => {
    if (publication.balance === null || publication.publishedOn > asOf) return [];
    // What is published stands at the end of the period, or on the day itself when that comes first.
    const end = monthEnd(`${publication.to}-01`);
    const { balance } = over([end, publication.publishedOn].sort()[0] ?? end);
    if (balance === null || balance === publication.balance) return [];
    return [
      {
        key: publication.id,
        severity: 'overdue',
        dueOn: null,
        record: 'duesPublication',
        recordId: publication.id,
        params: {
          code: 'published-differs',
          on: publication.publishedOn,
          counted: publication.balance,
          reckoned: balance,
        },
        expected: String(balance),
        actual: String(publication.balance),
      },
    ];
  });
  return [...counts, ...published];
}

function halvesOf(year: number): DayRange[] {
  const { from, to } = yearRange(year);
  return [
    { from, to: `${year}-06-30` },
    { from: `${year}-07-01`, to },
  ];
}

/** Periods of the setting that ended, and the one under way, in which dues were collected and nothing was published. */
function unpublished({ dues, asOf, settings }: CheckFacts): Finding[] {
  const { value: period } = settingOn(settings, 'dues.publication-period', asOf);
  if (period === 'none') return [];
  const year = yearOf(asOf);
  const spans = [year - 1, year].flatMap((each) => (period === 'year' ? [yearRange(each)] : halvesOf(each)));
  return spans.flatMap(({ from, to }): Finding[] => {
    if (from > asOf) return [];
    const isOver = to < asOf;
    if (!isOver && daysBetween(asOf, to) > noticeDays) return [];
    const isCollected = dues.payments.some(({ paidOn }) => from <= paidOn && paidOn <= to && paidOn <= asOf);
    const isPublished = dues.publications.some(
      (each) =>
        each.publishedOn <= asOf &&
        ((from <= each.publishedOn && each.publishedOn <= to) ||
          (from.slice(0, 7) <= each.to && each.to <= to.slice(0, 7))),
    );
    if (!isCollected || isPublished) return [];
    return [
      {
        key: from,
        severity: 'due-soon',
        dueOn: to,
        record: 'duesPublication',
        recordId: null,
        params: { code: 'unpublished', from, to },
        expected: '1',
        actual: '0',
      },
    ];
  });
}

export const d8: Check = {
  id: 'D8',
  subject: 'dues',
  source: '党费规定（2008）：党费收支账目应当清楚，每年至少向党员公布一次党费收缴情况',
  codes: ['count-differs', 'published-differs', 'unpublished'],
  evaluate: (facts) => [...unbalanced(facts), ...unpublished(facts)],
};
