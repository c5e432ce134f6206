import type { IsoDate } from '../../contract/values.ts';
import { isAssignedTo, standingIn } from '../courses.ts';
import { addDays, addMonths, earliestDay, latestDay } from '../dates.ts';
import { categoryOn, confirmedDate, isInHeadcount, probationEndsOn, stayOn } from '../member.ts';
import { settingOn } from '../settings.ts';
import type { Check, CheckedMember, CheckFacts, Finding } from './check.ts';

/** Training of new members (规划, domain.md §6) and courses that are to be finished by a day of the branch's own. */

/** Months after a limit through which what is missing is told; older gaps lie before the archive. */
const monthsTold = 12;
const courseMonthsTold = 3;
const courseReminderDays = 14;

/** Whether somebody took part in a 集中培训 by the superior in a period. */
function wasTrained({ trainings }: CheckFacts, memberId: string, from: IsoDate, to: IsoDate): boolean {
  return trainings.some(
    ({ form, level, endedOn, participants }) =>
      form === 'intensive' &&
      level !== 'branch' &&
      endedOn >= from &&
      endedOn <= to &&
      participants.some((participant) => participant.memberId === memberId && participant.passed !== false),
  );
}

/** From when, and by which day, somebody needs a training as a new member; null: does not any more. */
function periodOf(
  member: CheckedMember,
  facts: CheckFacts,
): { stage: 'probation' | 'confirmed'; from: IsoDate; limit: IsoDate } | null {
  const { asOf, settings } = facts;
  if (categoryOn(member, asOf) === 'probationary') {
    const end = probationEndsOn(member);
    if (end === null || member.joinedOn === null) return null;
    return { stage: 'probation', from: earliestDay(member.joinedOn), limit: latestDay(end) };
  }
  const confirmed = confirmedDate(member);
  if (confirmed === null || confirmed.length === 4) return null;
  const months = settingOn(settings, 'education.new-member-months', asOf).value;
  return { stage: 'confirmed', from: earliestDay(confirmed), limit: addMonths(latestDay(confirmed), months) };
}

export const newMemberTraining: Check = {
  id: 'new-member-training',
  subject: 'education',
  source: '2019—2023年全国党员教育培训工作规划：新党员在预备期内和转正后1年内，各参加1次上级组织的集中培训（沿用）',
  codes: ['probation-coming', 'probation-missed', 'confirmed-coming', 'confirmed-missed'],
  evaluate: (facts) => {
    const { asOf, branch, members, settings } = facts;
    const reminder = settingOn(settings, 'education.training-reminder-months', asOf).value;
    return members.flatMap((member): Finding[] => {
      if (!isInHeadcount(member, asOf, branch.id)) return [];
      const period = periodOf(member, facts);
      if (period === null) return [];
      const { stage, from, limit } = period;
      if (asOf < addMonths(limit, -reminder) || asOf > addMonths(limit, monthsTold)) return [];
      if (wasTrained(facts, member.id, from, asOf)) return [];
      const isOver = asOf > limit;
      return [
        {
          key: `${stage}.${member.id}`,
          severity: isOver ? 'due-soon' : 'todo',
          dueOn: limit,
          record: 'training',
          recordId: null,
          params: { code: `${stage}-${isOver ? 'missed' : 'coming'}`, person: member.name, from, limit },
          expected: `≤ ${limit}`,
          actual: '',
        },
      ];
    });
  },
};

export const coursesDue: Check = {
  id: 'courses',
  subject: 'education',
  source: '支部布置课程时写明的完成期限',
  codes: ['coming', 'late'],
  evaluate: ({ asOf, branch, members, courses }) =>
    courses.courses.flatMap((course): Finding[] => {
      const { id, title, dueOn, assignedOn } = course;
      if (dueOn === null || (assignedOn !== null && assignedOn > asOf)) return [];
      if (asOf < addDays(dueOn, -courseReminderDays) || asOf > addMonths(dueOn, courseMonthsTold)) return [];
      const progress = new Map(
        courses.progress.filter(({ courseId }) => courseId === id).map((each) => [each.memberId, each]),
      );
      const open = members.filter(
        (member) =>
          standingIn(course, progress.get(member.id), asOf).completedOn === null &&
          isInHeadcount(member, asOf, branch.id) &&
          isAssignedTo(course, member.id, stayOn(member, asOf)?.groupId ?? null),
      );
      if (open.length === 0) return [];
      const names = open
        .slice(0, 3)
        .map(({ name }) => name)
        .join('、');
      const isLate = asOf > dueOn;
      return [
        {
          key: id,
          severity: isLate ? 'due-soon' : 'todo',
          dueOn,
          record: 'course',
          recordId: id,
          params: { code: isLate ? 'late' : 'coming', title, people: open.length, names },
          expected: '0',
          actual: String(open.length),
        },
      ];
    }),
};
