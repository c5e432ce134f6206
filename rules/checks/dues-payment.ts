import type { IsoDate } from '../../contract/values.ts';
import { addMonths, monthEnd, yearOf } from '../dates.ts';
import { isReductionApproved, monthsLate } from '../dues.ts';
import { byMember, type DuesOfMember, duesBegin, earlierGaps, monthOfDues, unpaidRun } from '../dues-months.ts';
import { categoryOn, isInHeadcount } from '../member.ts';
import { settingOn } from '../settings.ts';
import type { Check, CheckedMember, CheckFacts, Finding } from './check.ts';

type DuesOfChecked = DuesOfMember & { readonly person: CheckedMember };

interface Collected {
  readonly from: readonly unknown[];
  readonly dues: readonly DuesOfChecked[];
}

/** Collected already, by the people and by all it is made of: five checks look at the same, one call after another. */
const collected = new WeakMap<CheckFacts['members'], Collected>();

/** Everybody in the headcount of the day with what is known of his or her dues. */
export function duesOfMembers(facts: CheckFacts): readonly DuesOfChecked[] {
  const { members, branch, asOf } = facts;
  const { fixings, reductions, payments } = facts.dues;
  const from = [branch.id, asOf, fixings, reductions, payments];
  const before = collected.get(members);
  if (before?.from.every((each, place) => each === from[place])) return before.dues;
  const dues = [...collectDues(facts)];
  collected.set(members, { from, dues });
  return dues;
}

function* collectDues({ dues, members, branch, asOf }: CheckFacts): Generator<DuesOfChecked> {
  const fixings = byMember(dues.fixings);
  const reductions = byMember(dues.reductions);
  const payments = byMember(dues.payments);
  for (const person of members) {
    if (!isInHeadcount(person, asOf, branch.id)) continue;
    yield {
      person,
      branchId: branch.id,
      fixings: fixings.get(person.id) ?? [],
      reductions: reductions.get(person.id) ?? [],
      payments: payments.get(person.id) ?? [],
    };
  }
}

const monthOf = (asOf: string) => asOf.slice(0, 7);

/** Who has not paid the month that is under way, once the reminder day is past: one item for all. */
function currentMonth(facts: CheckFacts): Finding[] {
  const { asOf } = facts;
  const month = monthOf(asOf);
  if (Number(asOf.slice(8, 10)) <= settingOn(facts.settings, 'dues.reminder-day', asOf).value) return [];
  if (asOf === monthEnd(asOf)) return [];
  const owing = duesOfMembers(facts).filter((dues) => monthOfDues(dues, month, asOf).state === 'unpaid');
  if (owing.length === 0) return [];
  return [
    {
      key: month,
      severity: 'todo',
      dueOn: monthEnd(asOf),
      record: 'duesPayment',
      recordId: null,
      params: { code: 'current-month', month, people: owing.length },
      expected: '0',
      actual: String(owing.length),
    },
  ];
}

/** January of the year before: what lies further back is closed. */
export function firstMonthLookedAt(asOf: IsoDate): string {
  return `${yearOf(asOf) - 1}-01`;
}

function gapFindings(facts: CheckFacts, begin: string, limit: number): Finding[] {
  const { asOf } = facts;
  return duesOfMembers(facts).flatMap((dues) =>
    earlierGaps(dues, begin, firstMonthLookedAt(asOf), asOf).map((gap): Finding => {
      const isOver = gap.length >= limit;
      const [from = ''] = gap;
      const { id, name } = dues.person;
      return {
        key: `${id}.${from}`,
        severity: isOver ? 'overdue' : 'due-soon',
        dueOn: null,
        record: 'member',
        recordId: id,
        params: {
          code: isOver ? 'limit-passed' : 'gap',
          person: name,
          months: gap.length,
          from,
          to: gap.at(-1) ?? '',
        },
        expected: isOver ? `< ${limit}` : '0',
        actual: String(gap.length),
      };
    }),
  );
}

function unpaidFindings(facts: CheckFacts): Finding[] {
  const { asOf, settings } = facts;
  const begin = duesBegin(facts.dues);
  if (begin === null) return [];
  const warning = settingOn(settings, 'dues.warning-months', asOf).value;
  const limit = settingOn(settings, 'dues.limit-months', asOf).value;
  const late = duesOfMembers(facts).flatMap((dues): Finding[] => {
    const run = unpaidRun(dues, begin, asOf);
    if (run.length === 0) return [];
    const code = run.length >= limit ? 'limit-reached' : run.length >= warning ? 'warning' : 'unpaid';
    return [
      {
        key: dues.person.id,
        severity: code === 'limit-reached' ? 'overdue' : 'due-soon',
        dueOn: null,
        record: 'member',
        recordId: dues.person.id,
        params: {
          code,
          person: dues.person.name,
          months: run.length,
          from: run[0] ?? '',
          to: run.at(-1) ?? '',
        },
        expected: code === 'limit-reached' ? `< ${limit}` : code === 'warning' ? `< ${warning}` : '0',
        actual: String(run.length),
      },
    ];
  });
  return [...late, ...gapFindings(facts, begin, limit), ...currentMonth(facts)];
}

export const d1: Check = {
  id: 'D1',
  subject: 'dues',
  source: '党费规定（2008）第13条：没有正当理由连续6个月不交纳党费，按自行脱党处理',
  codes: ['current-month', 'unpaid', 'warning', 'limit-reached', 'gap', 'limit-passed'],
  evaluate: unpaidFindings,
};

/** D2: a 补交 further back than the limit stands in the register. */
export const d2: Check = {
  id: 'D2',
  subject: 'dues',
  source: '党费规定（2008）第12条：补交党费的时间一般不得超过6个月',
  codes: ['beyond-limit'],
  evaluate: ({ dues, members, settings }) => {
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return dues.payments.flatMap((payment): Finding[] => {
      const limit = settingOn(settings, 'dues.back-payment-months', payment.paidOn).value;
      const latest = Math.max(0, ...payment.lines.map(({ month }) => monthsLate(month, payment.paidOn)));
      if (latest <= limit) return [];
      const person = names.get(payment.memberId) ?? '';
      return [
        {
          key: payment.id,
          severity: 'overdue',
          dueOn: null,
          record: 'duesPayment',
          recordId: payment.id,
          params: { code: 'beyond-limit', person, months: latest, paidOn: payment.paidOn },
          expected: `≤ ${limit}`,
          actual: String(latest),
        },
      ];
    });
  },
};

/** D5: a reduction without the branch's study or the superior's written approval, which does not hold. */
export const d5: Check = {
  id: 'D5',
  subject: 'dues',
  source: '党费规定（2008）第7条：少交或免交党费，由支部委员会研究，报上一级党委批准',
  codes: ['unapproved'],
  evaluate: ({ dues, members, asOf }) => {
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return dues.reductions
      .filter((reduction) => reduction.from <= monthOf(asOf) && !isReductionApproved(reduction))
      .map((reduction): Finding => {
        const { studiedOn, approvedOn, approvalNumber } = reduction;
        const known = [studiedOn, approvedOn, approvalNumber.trim()].filter((part) => part !== null && part !== '');
        return {
          key: reduction.id,
          severity: 'overdue',
          dueOn: null,
          record: 'duesReduction',
          recordId: reduction.id,
          params: { code: 'unapproved', person: names.get(reduction.memberId) ?? '', kind: reduction.kind },
          expected: '3',
          actual: String(known.length),
        };
      });
  },
};

/** D7: a probationary member whose dues do not begin with the month of the admission vote. */
export const d7: Check = {
  id: 'D7',
  subject: 'dues',
  source: '党费规定（2008）第8条：预备党员从支部大会通过其为预备党员之日起交纳党费',
  codes: ['no-first-month'],
  evaluate: (facts) => {
    const { asOf } = facts;
    const begin = duesBegin(facts.dues);
    if (begin === null) return [];
    return duesOfMembers(facts).flatMap((dues): Finding[] => {
      const joined = dues.person.joinedOn;
      if (joined === null || joined.length < 7 || categoryOn(dues.person, asOf) !== 'probationary') return [];
      const month = joined.slice(0, 7);
      if (month < begin || month >= monthOf(asOf)) return [];
      if (monthOfDues(dues, month, asOf).state !== 'unpaid') return [];
      return [
        {
          key: dues.person.id,
          severity: 'due-soon',
          dueOn: null,
          record: 'member',
          recordId: dues.person.id,
          params: { code: 'no-first-month', person: dues.person.name, month, latest: addMonths(month, 6) },
          expected: month,
          actual: '',
        },
      ];
    });
  },
};
