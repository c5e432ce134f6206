import { daysBetween } from '../dates.ts';
import { settingOn } from '../settings.ts';
import { type Check, type CheckFacts, type Finding, heldMeetings } from './check.ts';

function resolutionFindings(facts: CheckFacts): Finding[] {
  const days = settingOn(facts.settings, 'due.home-days', facts.asOf).value;
  return heldMeetings(facts).flatMap((meeting) =>
    meeting.resolutions.flatMap((resolution): Finding[] => {
      if (resolution.dueOn === null || (resolution.doneOn !== null && resolution.doneOn <= facts.asOf)) return [];
      const daysLeft = daysBetween(facts.asOf, resolution.dueOn);
      if (daysLeft > days) return [];
      return [
        {
          key: `${meeting.id}.${resolution.id}`,
          severity: daysLeft < 0 ? 'overdue' : 'due-soon',
          dueOn: resolution.dueOn,
          record: 'meeting',
          recordId: meeting.id,
          params: {
            code: daysLeft < 0 ? 'overdue' : 'due-soon',
            title: meeting.title,
            person: resolution.responsibleName,
            days: Math.abs(daysLeft),
          },
          expected: resolution.dueOn,
          actual: facts.asOf,
        },
      ];
    }),
  );
}

/** No id in domain.md §11; 落实责任人和时限 is a field of the record (§5.3). */
export const resolutionsDue: Check = {
  id: 'resolution-due',
  subject: 'meetings',
  source: '会议记录：决议的落实责任人和时限',
  codes: ['due-soon', 'overdue'],
  evaluate: resolutionFindings,
};
