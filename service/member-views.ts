import type { Member, MemberRow, MemberView } from '../contract/member.ts';
import type { ReadableDb } from '../db/open.ts';
import { listGroups } from '../db/queries/branches.ts';
import { membersById, postsOn } from '../db/queries/members.ts';
import { holdsOn } from '../rules/dates.ts';
import { maskIdNumber, maskPhone } from '../rules/id-number.ts';
import { ageOn, categoryOn, hasVotingRights, partyYears, probationEndsOn, stayOn } from '../rules/member.ts';

/** Rows of the list, masked, with what is derived on the day; in the order of `people`. */
export function memberRows(
  db: ReadableDb,
  people: readonly { id: string; initials: string }[],
  day: string,
): MemberRow[] {
  const ids = people.map((person) => person.id);
  const initials = new Map(people.map((person) => [person.id, person.initials]));
  const groupNames = new Map(listGroups(db, {}).map((group) => [group.id, group.name]));
  const titles = postTitles(db, ids, day);
  return membersById(db, ids).map((person) => {
    const stay = stayOn(person, day);
    return {
      id: person.id,
      revision: person.revision,
      name: person.name,
      initials: initials.get(person.id) ?? '',
      sex: person.sex,
      idNumberMasked: maskIdNumber(person.idNumber),
      mobilePhoneMasked: maskPhone(person.mobilePhone),
      bornOn: person.bornOn,
      age: ageOn(person.bornOn, day),
      ethnicity: person.ethnicity,
      education: person.education,
      employer: person.employer,
      category: categoryOn(person, day),
      joinedOn: person.joinedOn,
      confirmedOn: person.confirmedOn,
      partyYears: partyYears(person, day),
      branchId: stay?.branchId ?? null,
      groupId: stay?.groupId ?? null,
      groupName: groupNames.get(stay?.groupId ?? '') ?? '',
      postTitles: titles.get(person.id) ?? [],
      statuses: [...new Set(person.statuses.filter((status) => holdsOn(status, day)).map((status) => status.kind))],
      hasVotingRights: hasVotingRights(person, day),
    };
  });
}

/** A person's record as it is shown: ID number and phones masked, with what is derived on the day. */
export function memberView(db: ReadableDb, person: Member, day: string): MemberView {
  return {
    ...person,
    idNumber: person.idNumber === null ? null : maskIdNumber(person.idNumber),
    mobilePhone: maskPhone(person.mobilePhone),
    landline: maskPhone(person.landline),
    emergencyContact: maskPhone(person.emergencyContact),
    category: categoryOn(person, day),
    age: ageOn(person.bornOn, day),
    partyYears: partyYears(person, day),
    probationEndsOn: probationEndsOn(person),
    hasVotingRights: hasVotingRights(person, day),
    postTitles: postTitles(db, [person.id], day).get(person.id) ?? [],
  };
}

/** Titles of the posts held on the day, in printing order, by person. */
function postTitles(db: ReadableDb, memberIds: readonly string[], asOf: string): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  for (const held of postsOn(db, { asOf, memberIds }))
    titles.set(held.memberId, [...(titles.get(held.memberId) ?? []), held.title]);
  return titles;
}
