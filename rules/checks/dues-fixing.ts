import { addMonths, monthStart, yearOf } from '../dates.ts';
import { type FixingFinding, fixingFindings } from '../dues.ts';
import { byMember, fixingFor, isOwed, type MonthOfDues, monthOfDues } from '../dues-months.ts';
import type { Check, CheckFacts, Finding } from './check.ts';
import { duesOfMembers, firstMonthLookedAt } from './dues-payment.ts';

/** What the fixings of this year and the year before depart in; earlier years are closed. */
function findingsOf(facts: CheckFacts, codes: readonly FixingFinding['code'][]): Finding[] {
  const { dues, members, settings, asOf } = facts;
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const ofMember = byMember(dues.fixings);
  return dues.fixings
    .filter(({ year, from }) => year >= yearOf(asOf) - 1 && from <= asOf.slice(0, 7))
    .flatMap((fixing) => {
      const others = ofMember.get(fixing.memberId) ?? [];
      const isChange = others.some((other) => other.year === fixing.year && other.from < fixing.from);
      return fixingFindings(fixing, settings, isChange)
        .filter(({ code }) => codes.includes(code))
        .map(({ code, expected, actual }): Finding => {
          const person = names.get(fixing.memberId) ?? '';
          return {
            key: `${fixing.id}.${code}`,
            severity: 'due-soon',
            dueOn: null,
            record: 'duesFixing',
            recordId: fixing.id,
            params: { code, person, year: fixing.year, from: fixing.from, expected, actual },
            expected,
            actual,
          };
        });
    });
}

/** Who paid less than is due, with no 少交 approved: one item for each, over this year and the last. */
function paidShort(facts: CheckFacts): Finding[] {
  const { asOf } = facts;
  return duesOfMembers(facts).flatMap((dues): Finding[] => {
    const short: MonthOfDues[] = [];
    for (let month = firstMonthLookedAt(asOf); month <= asOf.slice(0, 7); month = addMonths(month, 1)) {
      const found = monthOfDues(dues, month, asOf);
      if (found.state === 'short') short.push(found);
    }
    if (short.length === 0) return [];
    const sum = (of: (each: MonthOfDues) => number) => String(short.reduce((total, each) => total + of(each), 0));
    const [expected, actual] = [sum(({ due }) => due ?? 0), sum(({ paid }) => paid)];
    const { id, name } = dues.person;
    const [from, to] = [short[0]?.month ?? '', short.at(-1)?.month ?? ''];
    return [
      {
        key: `${id}.paid-short`,
        severity: 'due-soon',
        dueOn: null,
        record: 'member',
        recordId: id,
        params: { code: 'paid-short', person: name, months: short.length, from, to, expected, actual },
        expected,
        actual,
      },
    ];
  });
}

export const d3: Check = {
  id: 'D3',
  subject: 'dues',
  source: '党费规定（2008）第1至6条：按类别、基数和比例计算每月党费',
  codes: ['base-differs', 'rate-differs', 'amount-differs', 'paid-short'],
  evaluate: (facts) => [...findingsOf(facts, ['base-differs', 'rate-differs', 'amount-differs']), ...paidShort(facts)],
};

export const d4: Check = {
  id: 'D4',
  subject: 'dues',
  source: '党费通知（2017）第1条：每名党员月交纳党费数额一般不超过1000元，自愿多交不限',
  codes: ['above-cap'],
  evaluate: (facts) => findingsOf(facts, ['above-cap']),
};

/** D6: who owes dues this month and was not fixed this year (one item), and unexplained changes during the year. */
export const d6: Check = {
  id: 'D6',
  subject: 'dues',
  source: '党费通知（2017）第1条：每年年初核定党员月交纳党费数额，年内一般不变动',
  codes: ['unfixed', 'change-unexplained'],
  evaluate: (facts) => {
    const changes = findingsOf(facts, ['change-unexplained']);
    const { asOf, dues, members, branch } = facts;
    const month = asOf.slice(0, 7);
    // January is for fixing.
    if (month.endsWith('-01')) return changes;
    const ofMember = byMember(dues.fixings);
    const unfixed = members.filter((person) => {
      const fixings = ofMember.get(person.id) ?? [];
      const of = { person, branchId: branch.id, fixings, reductions: [], payments: [] };
      return isOwed(of, month) && fixingFor(fixings, month) === null;
    });
    if (unfixed.length === 0) return changes;
    const shown = unfixed.slice(0, 3).map(({ name }) => name);
    const params = { code: 'unfixed', year: yearOf(asOf), people: unfixed.length, names: shown.join('、') };
    return [
      ...changes,
      {
        key: String(yearOf(asOf)),
        severity: 'due-soon',
        dueOn: `${monthStart(asOf).slice(0, 4)}-01-31`,
        record: 'duesFixing',
        recordId: null,
        params,
        expected: '0',
        actual: String(unfixed.length),
      },
    ];
  },
};
