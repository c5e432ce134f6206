import { addDays, addMonths, daysBetween, earliestDay } from '../dates.ts';
import { isInHeadcount } from '../member.ts';
import { isPostHeld } from '../roster.ts';
import { settingOn } from '../settings.ts';
import { mayStopMembershipFrom, strikeOffDue } from '../supervision.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** M8, T1, T4, L1, L2, R2 and what is to be put right: 支部条例 Art 19; 教管条例 Arts 24, 25, 34; 处置办法 (domain.md §11). */

function finding(
  code: string,
  severity: Finding['severity'],
  about: { record: string; recordId: string | null },
  rest: Omit<Finding, 'severity' | 'key' | 'record' | 'recordId' | 'params'> & { params?: Finding['params'] },
): Finding {
  const { params = {}, ...found } = rest;
  return { key: `${code}.${about.recordId ?? ''}`, severity, ...about, ...found, params: { code, ...params } };
}

function personName(facts: CheckFacts, id: string | null): string {
  return facts.members.find((member) => member.id === id)?.name ?? '';
}

/** Days before a day within which it is told as due soon. */
const soonDays = 30;

/** Members nobody of the committee talked with this year; told from the last quarter on. */
export const m8: Check = {
  id: 'M8',
  subject: 'care',
  source: '支部条例第19条：支部委员之间、委员和党员之间、党员和党员之间谈心谈话一般每年不少于1次',
  codes: ['members-missing'],
  evaluate(facts) {
    const { asOf } = facts;
    const year = asOf.slice(0, 4);
    if (asOf < `${year}-10-01`) return [];
    const committee = new Set(
      facts.posts
        .filter((post) => post.branchId === facts.branch.id && isPostHeld(post, asOf))
        .map((post) => post.memberId),
    );
    if (committee.size === 0) return [];
    const talks = facts.registers.talks.filter((talk) => talk.heldOn.startsWith(year) && talk.heldOn <= asOf);
    const reached = new Set(talks.flatMap((talk) => [talk.subjectId, ...talk.talkerIds]));
    const missing = facts.members.filter(
      (member) => isInHeadcount(member, asOf, facts.branch.id) && !reached.has(member.id),
    );
    if (missing.length === 0) return [];
    const names = missing
      .slice(0, 3)
      .map((member) => member.name)
      .join('、');
    return [
      finding(
        'members-missing',
        'due-soon',
        { record: 'talk', recordId: null },
        {
          dueOn: `${year}-12-31`,
          params: { people: missing.length, names, year: Number(year) },
          expected: '0',
          actual: String(missing.length),
        },
      ),
    ];
  },
};

/** A letter of introduction ran out and nobody accepted it (口袋党员). */
export const t1: Check = {
  id: 'T1',
  subject: 'members',
  source: '教管条例第25条：组织关系介绍信在有效期内转接；对方接收前原党组织负责',
  codes: ['expired', 'expiring'],
  evaluate: ({ asOf, registers, ...facts }) =>
    registers.transfers.flatMap((transfer) => {
      if (transfer.state !== 'issued' || transfer.validUntil === null) return [];
      const isExpired = asOf > transfer.validUntil;
      if (!isExpired && asOf < addDays(transfer.validUntil, -soonDays)) return [];
      return [
        finding(
          isExpired ? 'expired' : 'expiring',
          isExpired ? 'overdue' : 'due-soon',
          {
            record: 'transfer',
            recordId: transfer.id,
          },
          {
            dueOn: transfer.validUntil,
            params: { person: personName({ asOf, registers, ...facts }, transfer.memberId) },
            expected: transfer.validUntil,
            actual: asOf,
          },
        ),
      ];
    }),
};

/** A mobile member nobody was in contact with for the months of the setting; abroad never longer than half a year. */
export const t4: Check = {
  id: 'T4',
  subject: 'members',
  source: '教管条例第34条：党支部应当经常联系外出流动党员',
  codes: ['no-contact'],
  evaluate(facts) {
    const { asOf, settings } = facts;
    const months = settingOn(settings, 'contact.mobile-months', asOf).value;
    return facts.registers.mobiles.flatMap((mobile) => {
      if (mobile.direction !== 'out' || (mobile.returnedOn !== null && mobile.returnedOn <= asOf)) return [];
      const last =
        mobile.contacts
          .map((contact) => contact.on)
          .filter((on) => on <= asOf)
          .toSorted()
          .at(-1) ?? earliestDay(mobile.leftOn);
      const dueOn = addMonths(last, mobile.isAbroad ? Math.min(months, 6) : months);
      if (asOf < dueOn) return [];
      return [
        finding(
          'no-contact',
          'due-soon',
          { record: 'mobileMember', recordId: mobile.id },
          {
            dueOn,
            params: { person: mobile.name, last },
            expected: dueOn,
            actual: last,
          },
        ),
      ];
    });
  },
};

/** The two clocks of lost contact: 停止党籍 may be decided, and after it 除名. */
export const l2: Check = {
  id: 'L2',
  subject: 'members',
  source: '教管条例第24条：失联6个月以上停止党籍，停止党籍2年仍失联的除名',
  codes: ['may-stop', 'strike-off-due', 'restore-undecided', 'restore-unnumbered'],
  evaluate(facts) {
    const { asOf, settings } = facts;
    return facts.registers.lost.flatMap((lost) => {
      if (lost.struckOffOn !== null) return [];
      const person = personName(facts, lost.memberId);
      const about = { record: 'lostContact', recordId: lost.id };
      if (lost.foundOn !== null && lost.foundOn <= asOf) {
        if (lost.membershipStoppedOn === null || (lost.restoredOn !== null && lost.restorationNumber !== '')) return [];
        const code = lost.restoredOn === null ? 'restore-undecided' : 'restore-unnumbered';
        const params = { person, on: lost.restoredOn ?? lost.foundOn };
        return [finding(code, 'incomplete', about, { dueOn: null, params, expected: '1', actual: '0' })];
      }
      const strikeOff = strikeOffDue(lost, settings);
      if (strikeOff !== null && asOf >= strikeOff)
        return [
          finding('strike-off-due', 'due-soon', about, {
            dueOn: strikeOff,
            params: { person },
            expected: strikeOff,
            actual: asOf,
          }),
        ];
      const mayStop = mayStopMembershipFrom(lost.lostOn, settings);
      if (lost.membershipStoppedOn !== null || asOf < mayStop) return [];
      return [
        finding('may-stop', 'due-soon', about, { dueOn: mayStop, params: { person }, expected: mayStop, actual: asOf }),
      ];
    });
  },
};

/** 限期改正 that ran out without a review, or runs longer than a year. */
export const r2: Check = {
  id: 'R2',
  subject: 'members',
  source: '处置办法：限期改正期限一般6个月，不超过1年，期满及时审核',
  codes: ['review-missing', 'too-long'],
  evaluate(facts) {
    const { asOf } = facts;
    return facts.registers.measures.flatMap((measure) => {
      if (measure.kind !== 'correction-within-time' || measure.deadline === null) return [];
      const about = { record: 'organizationalMeasure', recordId: measure.id };
      const params = { person: personName(facts, measure.memberId) };
      const limit = addMonths(measure.decidedOn, 12);
      const findings: Finding[] = [];
      if (measure.deadline > limit)
        findings.push(
          finding('too-long', 'overdue', about, { dueOn: limit, params, expected: limit, actual: measure.deadline }),
        );
      if (measure.reviewedOn === null && asOf > measure.deadline)
        findings.push(
          finding('review-missing', 'overdue', about, {
            dueOn: measure.deadline,
            params,
            expected: measure.deadline,
            actual: asOf,
          }),
        );
      return findings;
    });
  },
};

/** What is to be put right and is not: overdue after its day, due soon before it. */
export const rectificationDue: Check = {
  id: 'rectification-due',
  subject: 'care',
  source: '整改台账：问题、措施、责任人、时限、销号',
  codes: ['overdue', 'due-soon'],
  evaluate: ({ asOf, registers }) =>
    registers.rectifications.flatMap((each) => {
      if (each.dueOn === null || (each.doneOn !== null && each.doneOn <= asOf)) return [];
      const left = daysBetween(asOf, each.dueOn);
      if (left > soonDays) return [];
      const code = left < 0 ? 'overdue' : 'due-soon';
      return [
        finding(
          code,
          code,
          { record: 'rectification', recordId: each.id },
          {
            dueOn: each.dueOn,
            params: { problem: each.problem, responsible: each.responsibleName },
            expected: each.dueOn,
            actual: asOf,
          },
        ),
      ];
    }),
};
