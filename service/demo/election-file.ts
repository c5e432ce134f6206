import type { ElectionStep } from '../../contract/election.ts';
import type { Wire } from '../../contract/operations.ts';
import { addDays, addMonths } from '../../rules/dates.ts';

type Draft = Wire<'election.save'>['draft'];

/** The file of an election that was held: every step done on its day, with what the superior answered. */
export function heldElection(
  meetingId: string,
  heldOn: string,
  { branchId, number, seats }: { branchId: string; number: number; seats: number },
): Draft {
  const year = heldOn.slice(0, 4);
  return {
    ...{
      id: `election-${heldOn}`,
      revision: 0,
      branchId,
      kind: 're-election',
      title: `第${number}届支部委员会换届选举`,
    },
    ...{ termNumber: number, heldOn, seats, meetingIds: [meetingId], methodAdopted: '党员大会举手表决，一致通过' },
    ...{ requestedOn: addDays(heldOn, 2), requestNumber: `临江二支〔${year}〕1号` },
    ...{ approvedOn: addDays(heldOn, 7), approvalNumber: `临街委〔${year}〕${number + 3}号` },
    ...{ filedOn: addDays(heldOn, 7), filingNumber: `临街委〔${year}〕${number + 3}号` },
  };
}

/** Steps done on the days they were planned for, up to a day; requests and replies have their numbers. */
export function stepsDone(steps: readonly ElectionStep[], today: string): ElectionStep[] {
  return steps.map((step) => {
    if (step.plannedOn === null || step.plannedOn > today) return step;
    const isReply = step.id.endsWith('reply');
    const documentNumber = isReply ? `临街委〔${step.plannedOn.slice(0, 4)}〕${step.name.length}号` : '';
    return { ...step, doneOn: step.plannedOn, documentNumber };
  });
}

/** The next one, planned from the end of the term in office. */
export function nextElection(branchId: string, term: { id: string; number: number; electedOn: string }): Draft {
  const heldOn = addDays(addMonths(term.electedOn, 36), -10);
  const title = `第${term.number + 1}届支部委员会换届选举`;
  return {
    ...{ id: 'election-next', revision: 0, branchId, kind: 're-election', title, termId: term.id },
    ...{ termNumber: term.number + 1, heldOn, seats: 4 },
  };
}
