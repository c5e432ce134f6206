import type { LedgerRow } from '../../../contract/ledger.ts';
import type { StatusKind } from '../../../contract/member.ts';
import type { RosterEntry } from '../../../db/queries/members.ts';
import { isCollegeOrAbove } from '../../../rules/codes/education.ts';
import { isMinority } from '../../../rules/codes/ethnicity.ts';
import { statusKindNames } from '../../../rules/codes/member.ts';
import { holdsOn } from '../../../rules/dates.ts';
import { ageOn, categoryOn, confirmedDate, partyYears } from '../../../rules/member.ts';
import { peopleWords, shareOf } from '../../../templates/ledgers/words.ts';
import type { SourceContext, TableSource } from '../source.ts';
import {
  degreeWord,
  educationWord,
  ethnicityWord,
  idNumberShown,
  phoneShown,
  postWord,
  registered,
  sexWord,
} from '../words.ts';

/** 党员花名册: everybody in the headcount of the branch on the day, with the shares of domain.md §10.4. */
export const memberRosterSource: TableSource = (context) => {
  const { roster, options } = context;
  const totals = { all: 0, full: 0, probationary: 0, women: 0, minority: 0, young: 0, college: 0 };
  for (const { member } of roster.chosen()) {
    totals.all += 1;
    if (categoryOn(member, options.asOf) === 'full') totals.full += 1;
    else totals.probationary += 1;
    if (member.sex === '2') totals.women += 1;
    if (isMinority(member.ethnicity)) totals.minority += 1;
    const age = ageOn(member.bornOn, options.asOf);
    if (age !== null && age <= 35) totals.young += 1;
    if (isCollegeOrAbove(member.education)) totals.college += 1;
  }
  const shares = {
    fullShare: shareOf(totals.full, totals.all),
    womenShare: shareOf(totals.women, totals.all),
    youngShare: shareOf(totals.young, totals.all),
    collegeShare: shareOf(totals.college, totals.all),
  };
  return { rows: () => rows(context), totals: { ...totals, ...shares } };
};

function* rows(context: SourceContext): Generator<LedgerRow> {
  const leaders = groupLeaders(context);
  for (const entry of context.roster.chosen()) yield rowOf(entry, context, leaders);
}

/** Ids of those who lead a group of the branch that day. */
export function groupLeaders({ groups }: SourceContext): ReadonlySet<string> {
  return new Set(groups.flatMap(({ leaderId }) => (leaderId === null ? [] : [leaderId])));
}

function rowOf(entry: RosterEntry, { options }: SourceContext, leaders: ReadonlySet<string>): LedgerRow {
  const { member, groupName } = entry;
  const isProbationary = categoryOn(member, options.asOf) !== 'full';
  return {
    recordId: member.id,
    cells: {
      name: member.name,
      sex: sexWord(member.sex),
      ethnicity: ethnicityWord(member.ethnicity),
      bornOn: member.bornOn,
      nativePlace: registered(member.nativePlace),
      education: educationWord(member.education),
      degree: degreeWord(member.degree),
      idNumber: idNumberShown(member.idNumber, options),
      startedWorkOn: member.startedWorkOn,
      joinedOn: member.joinedOn,
      confirmedOn: isProbationary ? null : confirmedDate(member),
      partyYears: partyYears(member, options.asOf),
      employer: registered(member.employer),
      post: postsShown(entry, leaders),
      group: registered(groupName),
      phone: phoneShown(member.mobilePhone, options) ?? phoneShown(member.landline, options),
      note: noteOf(entry, options.asOf, isProbationary),
    },
    ...(isProbationary ? { notDue: ['confirmedOn'] } : {}),
  };
}

/** Posts in 职务序, then 党小组组长. */
export function postsShown({ member, posts }: RosterEntry, leaders: ReadonlySet<string>): string | null {
  const titles = posts.map(({ title }) => postWord(title));
  if (leaders.has(member.id)) titles.push(peopleWords.groupLeader);
  return titles.length === 0 ? null : titles.join('、');
}

/** Words for 备注; those that are nobody's business on a roster (困难党员) are left out. */
const noted: Partial<Record<StatusKind, string>> = {
  'mobile-out': peopleWords.mobile,
  'out-of-contact': statusKindNames['out-of-contact'],
  'rights-suspended': statusKindNames['rights-suspended'],
  'attendance-exempt': peopleWords.exempt,
};

function noteOf({ member }: RosterEntry, day: string, isProbationary: boolean): string | null {
  const words = member.statuses.filter((status) => holdsOn(status, day)).map(({ kind }) => noted[kind]);
  const parts = [isProbationary ? peopleWords.probationary : '', ...words, member.note.trim()];
  return registered([...new Set(parts.filter(Boolean))].join('；'));
}
