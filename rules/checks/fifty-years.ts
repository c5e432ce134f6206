import type { IsoDate } from '../../contract/values.ts';
import { fullYears, latestDay, yearOf } from '../dates.ts';
import { confirmedDate, isInHeadcount, partyYears } from '../member.ts';
import { settingOn } from '../settings.ts';
import type { Check, CheckedMember } from './check.ts';

/** 光荣在党50年: full party years on 1 July of the year (domain.md §8.7); the medal is registered as an honour. */

/** Told from April on, until the end of July. */
const firstMonth = '04';
const lastMonth = '07';

/** How the medal is written in 荣誉名称. */
const medal = '光荣在党';

/** 党龄, or where a year alone is registered, what it is at least. */
function leastYears(member: CheckedMember, day: IsoDate): number {
  const confirmed = confirmedDate(member);
  if (confirmed === null) return 0;
  return partyYears(member, day) ?? (fullYears(latestDay(confirmed), day) ?? 0) + member.partyYearsCorrection;
}

export const fiftyYears: Check = {
  id: 'fifty-years',
  subject: 'care',
  source: '“光荣在党50年”纪念章：7月1日党龄满50年、一贯表现良好的党员',
  codes: ['reached'],
  evaluate: ({ asOf, branch, members, points, settings }) => {
    const month = asOf.slice(5, 7);
    if (month < firstMonth || month > lastMonth) return [];
    const day = `${yearOf(asOf)}-07-01`;
    const needed = settingOn(settings, 'honour.party-years', asOf).value;
    const given = new Set(points.honours.filter(({ title }) => title.includes(medal)).map(({ memberId }) => memberId));
    const people = members.filter((member) => {
      if (!isInHeadcount(member, asOf, branch.id) || given.has(member.id)) return false;
      return leastYears(member, day) >= needed;
    });
    if (people.length === 0) return [];
    const names = people.slice(0, 3).map(({ name }) => name);
    return [
      {
        key: String(yearOf(asOf)),
        severity: 'todo',
        dueOn: day,
        record: 'honour',
        recordId: null,
        params: { code: 'reached', people: people.length, names: names.join('、'), years: needed },
        expected: '0',
        actual: String(people.length),
      },
    ];
  },
};
