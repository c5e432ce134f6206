import type { LedgerRow } from '../../../contract/ledger.ts';
import { postsOn, rosterOf } from '../../../db/queries/members.ts';
import type { SourceContext, TableSource } from '../source.ts';
import { educationWord, ethnicityWord, phoneShown, postWord, registered, sexWord } from '../words.ts';

/** 支部委员会成员及分工台账: who holds a post of the branch on the day, in 职务序, one row each. */
export const committeeSource: TableSource = (context) => {
  const rows = committeeRows(context);
  return { rows: () => rows, totals: { people: rows.length } };
};

export function committeeRows({ db, options, branch }: SourceContext): LedgerRow[] {
  const posts = postsOn(db, { asOf: options.asOf, branchId: branch.id });
  const holders = [...new Set(posts.map(({ memberId }) => memberId))];
  const entries = new Map(rosterOf(db, holders, options.asOf).map((entry) => [entry.member.id, entry]));
  return holders.map((memberId) => {
    const held = posts.filter((post) => post.memberId === memberId);
    const member = entries.get(memberId)?.member;
    const first = held[0];
    return {
      recordId: memberId,
      cells: {
        name: member?.name ?? first?.memberName ?? null,
        sex: member ? sexWord(member.sex) : null,
        ethnicity: member ? ethnicityWord(member.ethnicity) : null,
        bornOn: member?.bornOn ?? null,
        education: member ? educationWord(member.education) : null,
        joinedOn: member?.joinedOn ?? null,
        post: held.map(({ title }) => postWord(title)).join('、'),
        duties: registered(
          held
            .map(({ duties }) => duties.trim())
            .filter(Boolean)
            .join('；'),
        ),
        heldFrom: held.map(({ from }) => from).sort()[0] ?? null,
        employer: member ? registered(member.employer) : null,
        phone: member ? (phoneShown(member.mobilePhone, options) ?? phoneShown(member.landline, options)) : null,
        note: registered(
          held
            .map(({ note }) => note.trim())
            .filter(Boolean)
            .join('；'),
        ),
      },
    };
  });
}
