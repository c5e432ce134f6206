import {
  disciplineKindNames,
  hardshipCategoryNames,
  lostCircumstanceNames,
  organizationalMeasureKindNames,
} from '../../../rules/codes/supervision.ts';
import { ageOn, partyYears } from '../../../rules/member.ts';
import { impactEnds, probationWithinPartyEnds, readmissionBarEnds } from '../../../rules/supervision.ts';
import { yuan } from '../../../templates/ledgers/dues-words.ts';
import { registerWords as words } from '../../../templates/ledgers/register-words.ts';
import type { TableSource } from '../source.ts';
import { phoneShown, registered, sexWord } from '../words.ts';
import { line, linesUntil, peopleOf } from './registers.ts';

/** 流动党员台账: who is away, or here from elsewhere, on the day. */
export const mobileMembersSource: TableSource = (context) => {
  const { asOf } = context.options;
  const lines = linesUntil(context, 'mobileMember').filter(
    (each) => each.returnedOn === null || each.returnedOn > asOf,
  );
  const people = peopleOf(
    context,
    lines.map((each) => each.memberId),
  );
  const rows = lines.map((each) => {
    const person = each.memberId === null ? undefined : people.get(each.memberId);
    const contacts = each.contacts.map((contact) => contact.on).filter((on) => on <= asOf);
    return line(each.id, {
      name: each.direction === 'in' ? words.cameIn(each.name) : (person?.name ?? each.name),
      sex: sexWord(person?.sex ?? each.sex),
      bornOn: (person ?? each).bornOn,
      joinedOn: (person ?? each).joinedOn,
      leftOn: each.leftOn,
      place: registered(each.place),
      cause: registered(each.cause),
      cardNumber: registered(each.cardNumber),
      otherOrganisation: registered(each.otherOrganisation),
      contact: registered([each.contactName, phoneShown(each.contactPhone, context.options)].filter(Boolean).join(' ')),
      lastContactOn: contacts.toSorted().at(-1) ?? null,
      participation: registered(each.participation),
      note: registered(each.note),
    });
  });
  const count = (direction: 'in' | 'out') => lines.filter((each) => each.direction === direction).length;
  return { rows: () => rows, totals: { in: count('in'), out: count('out') } };
};

/** 失联党员台账: who is out of contact on the day. */
export const lostContactSource: TableSource = (context) => {
  const { asOf } = context.options;
  const lines = linesUntil(context, 'lostContact').filter((each) => each.foundOn === null || each.foundOn > asOf);
  const people = peopleOf(
    context,
    lines.map((each) => each.memberId),
  );
  const rows = lines.map((each) => {
    const person = people.get(each.memberId);
    return line(each.id, {
      name: person?.name ?? null,
      sex: sexWord(person?.sex ?? '9'),
      joinedOn: person?.joinedOn ?? null,
      partyYears: person ? partyYears(person, asOf) : null,
      lostOn: each.lostOn,
      circumstance: lostCircumstanceNames[each.circumstance],
      search: registered(each.search),
      membershipStoppedOn: each.membershipStoppedOn,
      struckOffOn: each.struckOffOn,
      note: registered(each.note),
    });
  });
  return { rows: () => rows, totals: { people: lines.length } };
};

/** 党员处分/组织处置台账, in the order of the decisions. */
export const disciplineSource: TableSource = (context) => {
  const punished = linesUntil(context, 'discipline');
  const measures = linesUntil(context, 'organizationalMeasure');
  const people = peopleOf(
    context,
    [...punished, ...measures].map((each) => each.memberId),
  );
  const name = (id: string) => people.get(id)?.name ?? null;
  const rows = [
    ...punished.map((each) => {
      const ends = probationWithinPartyEnds(each);
      return line(each.id, {
        name: name(each.memberId),
        cause: each.cause,
        kind: disciplineKindNames[each.kind],
        authority: registered(each.authority),
        documentNumber: registered(each.documentNumber),
        decidedOn: each.decidedOn,
        period: ends === null ? null : words.period(each.effectiveOn ?? each.decidedOn, ends),
        impactEnds: impactEnds(each),
        rightsRestoredOn: each.rightsRestoredOn,
        note: registered(each.note),
      });
    }),
    ...measures.map((each) =>
      line(each.id, {
        name: name(each.memberId),
        cause: each.cause,
        kind: organizationalMeasureKindNames[each.kind],
        authority: registered(each.authority),
        documentNumber: registered(each.documentNumber),
        decidedOn: each.decidedOn,
        period: each.deadline === null ? null : words.period(each.decidedOn, each.deadline),
        impactEnds: readmissionBarEnds(each),
        rightsRestoredOn: null,
        note: registered([each.outcome, each.note].filter((text) => text.trim() !== '').join('；')),
      }),
    ),
  ].toSorted((left, right) => String(left.cells.decidedOn).localeCompare(String(right.cells.decidedOn)));
  return { rows: () => rows, totals: { punished: punished.length, measures: measures.length } };
};

/** 困难党员帮扶台账: who is helped in the year, a row for each visit of it, one without a visit where there was none. */
export const hardshipSource: TableSource = (context) => {
  const { from, to, options } = context;
  const lines = linesUntil(context, 'hardship').filter(
    (each) => each.since <= to && (each.until === null || each.until >= from),
  );
  const people = peopleOf(
    context,
    lines.map((each) => each.memberId),
  );
  let visits = 0;
  let amount = 0;
  const rows = lines.flatMap((each) => {
    const person = people.get(each.memberId);
    const shared = {
      name: person?.name ?? null,
      age: person ? ageOn(person.bornOn, options.asOf) : null,
      partyYears: person ? partyYears(person, options.asOf) : null,
      category: hardshipCategoryNames[each.category],
      situation: registered(each.situation),
      helper: registered(each.helperName),
      measures: registered(each.measures),
    };
    const ofYear = each.visits.filter((visit) => visit.on >= from && visit.on <= to);
    visits += ofYear.length;
    amount += ofYear.reduce((sum, visit) => sum + (visit.amount ?? 0), 0);
    if (ofYear.length === 0)
      return [
        line(each.id, { ...shared, visitedOn: null, amount: null, goods: null, fundSource: null, receivedBy: null }),
      ];
    return ofYear.map((visit) =>
      line(each.id, {
        ...shared,
        visitedOn: visit.on,
        amount: visit.amount,
        goods: registered(visit.goods),
        fundSource: registered(visit.fundSource),
        receivedBy: registered(visit.receivedBy),
      }),
    );
  });
  return { rows: () => rows, totals: { people: people.size, visits, amount: yuan(amount) } };
};
