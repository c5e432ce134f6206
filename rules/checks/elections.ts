import { addDays } from '../dates.ts';
import type { Check, Finding } from './check.ts';

/** Days before the planned day of a step from which it is told. */
const noticeDays = 15;

/** Steps of a 换届 or 补选 that are due or late; of an election whose posts are made, nothing is asked any more. */
export const electionSteps: Check = {
  id: 'election-step',
  subject: 'organisation',
  source: '支部工作条例、基层组织选举工作条例；各步时间按工作步骤模板',
  codes: ['late', 'due'],
  evaluate: ({ asOf, elections }) =>
    elections.flatMap((election): Finding[] => {
      if (election.appointedOn !== null) return [];
      const step = election.steps.find(({ doneOn, plannedOn }) => doneOn === null && plannedOn !== null);
      if (step === undefined || step.plannedOn === null || addDays(step.plannedOn, -noticeDays) > asOf) return [];
      const isLate = step.plannedOn < asOf;
      return [
        {
          key: `${election.id}.${step.id}`,
          severity: isLate ? 'overdue' : 'due-soon',
          dueOn: step.plannedOn,
          record: 'election',
          recordId: election.id,
          params: { code: isLate ? 'late' : 'due', title: election.title, step: step.name },
          expected: step.plannedOn,
          actual: asOf,
        },
      ];
    }),
};
