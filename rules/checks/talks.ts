import type { IsoDate } from '../../contract/values.ts';
import { yearOf, yearRange } from '../dates.ts';
import { educationDay } from '../education.ts';
import { isInHeadcount } from '../member.ts';
import { isPostHeld } from '../roster.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** M8: 谈心谈话 between the members of the committee, and of the committee with each member (支部条例 Art 19). */

/** From October on the year is looked at; what it lacks is told through March of the next. */
const firstMonthLookedAt = 10;
const lastMonthTold = 3;

const listed = 3;

function committeeOn({ posts, branch }: CheckFacts, day: IsoDate): Set<string> {
  const held = posts.filter((post) => post.branchId === branch.id && isPostHeld(post, day));
  return new Set(held.map(({ memberId }) => memberId));
}

/** Both orders of everybody who talked with one another, with whether the other was of the committee that day. */
function conversations(facts: CheckFacts, year: number): { one: string; other: string; isWithCommittee: boolean }[] {
  return facts.registers.talks
    .filter(({ kind, heldOn }) => kind === 'heart-to-heart' && yearOf(heldOn) === year && heldOn <= facts.asOf)
    .flatMap(({ heldOn, talkerIds, subjectId }) => {
      const committee = committeeOn(facts, heldOn);
      return talkerIds.flatMap((talker) => [
        { one: talker, other: subjectId, isWithCommittee: committee.has(subjectId) },
        { one: subjectId, other: talker, isWithCommittee: committee.has(talker) },
      ]);
    });
}

function missingOfYear(facts: CheckFacts, year: number): Finding[] {
  const { asOf, branch } = facts;
  const { to } = yearRange(year);
  const day = educationDay({ year, asOf });
  const talked = conversations(facts, year);
  // A year nothing is registered of lies before the archive.
  if (talked.length === 0 && yearOf(asOf) !== year) return [];
  const committee = committeeOn(facts, day);
  if (committee.size === 0) return [];
  const present = facts.members.filter((member) => isInHeadcount(member, day, branch.id));
  const reached = new Set(talked.filter(({ isWithCommittee }) => isWithCommittee).map(({ one }) => one));
  const pairs = new Set(talked.map(({ one, other }) => `${one} ${other}`));
  const members = present.filter(({ id }) => !committee.has(id) && !reached.has(id)).map(({ name }) => name);
  const leaders = present.filter(({ id }) => committee.has(id));
  const apart = leaders.flatMap((one, index) =>
    leaders
      .slice(index + 1)
      .filter((other) => !pairs.has(`${one.id} ${other.id}`))
      .map((other) => `${one.name}和${other.name}`),
  );
  const finding = (code: string, names: readonly string[]): Finding[] =>
    names.length === 0
      ? []
      : [
          {
            key: `${code}.${year}`,
            severity: 'due-soon',
            dueOn: to,
            record: 'talk',
            recordId: null,
            params: { code, year, people: names.length, names: names.slice(0, listed).join('、') },
            expected: '0',
            actual: String(names.length),
          },
        ];
  return [...finding('members-missing', members), ...finding('committee-missing', apart)];
}

export const m8: Check = {
  id: 'M8',
  subject: 'care',
  source: '支部条例第19条：支部委员之间、委员和党员之间、党员和党员之间谈心谈话一般每年不少于1次',
  codes: ['members-missing', 'committee-missing'],
  evaluate: (facts) => {
    const year = yearOf(facts.asOf);
    const month = Number(facts.asOf.slice(5, 7));
    return [
      ...(month <= lastMonthTold ? missingOfYear(facts, year - 1) : []),
      ...(month >= firstMonthLookedAt ? missingOfYear(facts, year) : []),
    ];
  },
};
