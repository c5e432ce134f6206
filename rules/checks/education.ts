import type { IsoDate } from '../../contract/values.ts';
import { addMonths, yearOf, yearRange } from '../dates.ts';
import { type EducationYear, educationDay, hoursEntries, judgeHours } from '../education.ts';
import { isInHeadcount } from '../member.ts';
import { isPostHeld } from '../roster.ts';
import { settingOn } from '../settings.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** O6: 教管条例 Art 20 and the 规划 (domain.md §6, §11). */

/** From October on the hours so far are looked at; what a year lacks is told through March of the next. */
const firstMonthLookedAt = 10;
const lastMonthTold = 3;

function namesOf(people: readonly { name: string }[]): string {
  return people
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、');
}

function hoursOfYear(facts: CheckFacts, year: number): Finding[] {
  const { asOf, branch, members, meetings, trainings, posts, settings } = facts;
  const of: EducationYear = { branchId: branch.id, year, asOf, posts, settings };
  const entries = hoursEntries({ trainings, meetings, courses: facts.courses.finished }, of);
  const isOver = asOf >= yearRange(year).to;
  // A year nothing is registered of lies before the archive.
  if (entries.size === 0 && yearOf(asOf) !== year) return [];
  const day = educationDay(of);
  const late: { name: string }[] = [];
  const untrained: { name: string }[] = [];
  for (const person of members) {
    if (!isInHeadcount(person, day, branch.id)) continue;
    const judged = judgeHours(person, entries.get(person.id) ?? [], of);
    const due = isOver ? judged.required.hours : judged.required.byNow;
    if (judged.counted.total < due) late.push(person);
    if (judged.intensives < judged.required.intensives) untrained.push(person);
  }
  const finding = (code: string, people: readonly { name: string }[]): Finding[] =>
    people.length === 0
      ? []
      : [
          {
            key: `${code}.${year}`,
            severity: 'due-soon',
            dueOn: yearRange(year).to,
            record: 'training',
            recordId: null,
            params: { code, year, people: people.length, names: namesOf(people) },
            expected: '0',
            actual: String(people.length),
          },
        ];
  return [...finding(isOver ? 'short' : 'behind', late), ...finding('no-intensive', untrained)];
}

/** A secretary who was none before, in the post for longer than allowed without a 集中培训 since. */
function newSecretary({ asOf, branch, members, posts, settings, trainings }: CheckFacts): Finding[] {
  const months = settingOn(settings, 'education.new-secretary-months', asOf).value;
  return posts.flatMap((post): Finding[] => {
    if (post.title !== 'secretary' || post.branchId !== branch.id || !isPostHeld(post, asOf)) return [];
    const { memberId, from } = post;
    const isNew = !posts.some((each) => each.title === 'secretary' && each.memberId === memberId && each.from < from);
    const person = members.find(({ id }) => id === memberId);
    const limit: IsoDate = addMonths(from, months);
    if (!isNew || person === undefined || asOf <= limit) return [];
    const isTrained = trainings.some(
      (training) =>
        training.form === 'intensive' &&
        training.endedOn >= from &&
        training.endedOn <= asOf &&
        training.participants.some((participant) => participant.memberId === memberId),
    );
    if (isTrained) return [];
    return [
      {
        key: `new-secretary.${post.id}`,
        severity: 'due-soon',
        dueOn: limit,
        record: 'training',
        recordId: null,
        params: { code: 'new-secretary', person: person.name, from, months },
        expected: `≤ ${limit}`,
        actual: '',
      },
    ];
  });
}

export const o6: Check = {
  id: 'O6',
  subject: 'education',
  source: '教管条例第20条：党员每年集中学习培训一般不少于32学时；规划：书记和班子成员不少于56学时，新任书记半年内培训',
  codes: ['new-secretary', 'behind', 'short', 'no-intensive'],
  evaluate: (facts) => {
    const year = yearOf(facts.asOf);
    const month = Number(facts.asOf.slice(5, 7));
    return [
      ...newSecretary(facts),
      ...(month <= lastMonthTold ? hoursOfYear(facts, year - 1) : []),
      ...(month >= firstMonthLookedAt ? hoursOfYear(facts, year) : []),
    ];
  },
};
