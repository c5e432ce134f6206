import type { LedgerRow } from '../../../contract/ledger.ts';
import { membersById } from '../../../db/queries/members.ts';
import { peopleWords } from '../../../templates/ledgers/words.ts';
import type { TableSource } from '../source.ts';
import { registered } from '../words.ts';

/** 党小组设置及成员名册: the groups of the branch on the day with their members. */
export const groupsSource: TableSource = ({ db, groups, roster }) => {
  const names = new Map<string, string[]>(groups.map(({ id }) => [id, []]));
  let outside = 0;
  for (const { member, stay } of roster.entries()) {
    const list = names.get(stay.groupId ?? '');
    if (list) list.push(member.name);
    else outside += 1;
  }
  const leaderIds = groups.flatMap(({ leaderId }) => (leaderId === null ? [] : [leaderId]));
  const leaders = new Map(membersById(db, leaderIds).map((member) => [member.id, member.name]));
  const rows = groups.map((group): LedgerRow => {
    const members = names.get(group.id) ?? [];
    return {
      recordId: group.id,
      cells: {
        name: group.name,
        leader: leaders.get(group.leaderId ?? '') ?? null,
        members: registered(members.join('、')),
        people: members.length,
        venue: registered(group.venue),
        note: registered(group.note),
      },
    };
  });
  const people = [...names.values()].reduce((sum, list) => sum + list.length, 0);
  return {
    rows: () => rows,
    totals: { groups: groups.length, people, outside: peopleWords.outsideGroups(outside) },
  };
};
