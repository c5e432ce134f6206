import type { IsoDate } from '../../contract/values.ts';
import { addDays, addMonths, daysBetween, earliestDay, yearOf } from '../dates.ts';
import { settingOn } from '../settings.ts';
import { mayHaveStoppedFrom, mayStopMembershipFrom, strikeOffDue } from '../supervision.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** T1, T4, L2, R2 and what is to be put right: 教管条例 Arts 24, 25, 34; 处置办法 (domain.md §11). */

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

/** Decisions on lost contact that were taken before their time; those of this year and the last, earlier years are closed. */
function takenEarly(facts: CheckFacts, lost: CheckFacts['registers']['lost'][number]): Finding[] {
  const { asOf, settings } = facts;
  const isLooked = (on: IsoDate | null): on is IsoDate => on !== null && on <= asOf && yearOf(on) >= yearOf(asOf) - 1;
  const early: [string, IsoDate | null, IsoDate | null][] = [
    ['stopped-early', lost.membershipStoppedOn, mayHaveStoppedFrom(lost.lostOn, settings)],
    ['struck-off-early', lost.struckOffOn, strikeOffDue({ ...lost, foundOn: null }, settings)],
  ];
  return early.flatMap(([code, on, earliest]) => {
    if (!isLooked(on) || earliest === null || on >= earliest) return [];
    const about = { record: 'lostContact', recordId: lost.id };
    const params = { person: personName(facts, lost.memberId), on };
    return [finding(code, 'overdue', about, { dueOn: null, params, expected: `≥ ${earliest}`, actual: on })];
  });
}

/** The two clocks of lost contact: 停止党籍 may be decided, and after it 除名. */
export const l2: Check = {
  id: 'L2',
  subject: 'members',
  source: '教管条例第24条：失联6个月以上停止党籍，停止党籍2年仍失联的除名',
  codes: ['may-stop', 'strike-off-due', 'restore-undecided', 'restore-unnumbered', 'stopped-early', 'struck-off-early'],
  evaluate: (facts) => facts.registers.lost.flatMap((lost) => [...nextOfLost(facts, lost), ...takenEarly(facts, lost)]),
};

/** What is to be decided next. */
function nextOfLost(facts: CheckFacts, lost: CheckFacts['registers']['lost'][number]): Finding[] {
  const { asOf, settings } = facts;
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
}

/** 限期改正 that ran out without a review, or runs longer than a year; one without a deadline ends with the year. */
export const r2: Check = {
  id: 'R2',
  subject: 'members',
  source: '处置办法：限期改正期限一般6个月，不超过1年，期满及时审核',
  codes: ['review-missing', 'too-long', 'no-deadline'],
  evaluate(facts) {
    const { asOf } = facts;
    return facts.registers.measures.flatMap((measure) => {
      if (measure.kind !== 'correction-within-time') return [];
      const about = { record: 'organizationalMeasure', recordId: measure.id };
      const params = { person: personName(facts, measure.memberId) };
      const limit = addMonths(measure.decidedOn, 12);
      const findings: Finding[] = [];
      if (measure.deadline === null && measure.reviewedOn === null && asOf <= limit)
        findings.push(
          finding('no-deadline', 'incomplete', about, { dueOn: limit, params, expected: '1', actual: '0' }),
        );
      if (measure.deadline !== null && measure.deadline > limit)
        findings.push(
          finding('too-long', 'overdue', about, { dueOn: limit, params, expected: limit, actual: measure.deadline }),
        );
      const last = measure.deadline ?? limit;
      if (measure.reviewedOn === null && asOf > last)
        findings.push(
          finding('review-missing', 'overdue', about, { dueOn: last, params, expected: last, actual: asOf }),
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
