import type { DevelopmentStep } from '../../contract/development.ts';

/** A step that is about to be entered. */
export function blankStep(no: number, on: string, attempt = 1): DevelopmentStep {
  return {
    id: `step-${no}-${attempt}`,
    no,
    attempt,
    on,
    result: 'passed',
    actorName: '',
    handlerName: '',
    conclusion: '',
    documentNumber: '',
    meetingId: null,
    voteId: null,
    months: null,
    reason: '',
    enteredOn: null,
  };
}
