import type { DevelopmentCase } from '../contract/development.ts';
import type { DevelopmentReport, StepState, StepTemplate } from '../contract/development-process.ts';
import { daysBetween } from './dates.ts';
import { type Achieved, achievedBy, nextStepOf, openWindow, probationEnd, stageOf } from './development.ts';
import { type DevelopmentFacts, documentStateOn, isLacking } from './development-facts.ts';
import { developmentFindings } from './development-findings.ts';
import { rhythmsOf } from './development-rhythms.ts';
import { stepsAsked } from './development-template.ts';
import { settingOn } from './settings.ts';

/** Everything that is known of a person's file on a day: each step with its limits and papers, and what is found. */
export function reportOf(record: DevelopmentCase, facts: DevelopmentFacts): DevelopmentReport {
  const achieved = achievedBy(record.steps, facts.asOf);
  const asked = stepsAsked(facts.templates, achieved.done, facts.asOf);
  const nextStep = nextStepOf(asked, achieved);
  const isClosed = record.closedOn !== null && record.closedOn <= facts.asOf;
  const steps = asked.map((step, index) => ({
    ...stateOf(record, facts, step, { achieved, nextStep: isClosed ? null : nextStep }),
    position: index + 1,
  }));
  const rhythms = rhythmsOf(record, asked, achieved, facts.asOf);
  return {
    id: record.id,
    name: record.name,
    stage: stageOf(achieved),
    isClosed,
    nextStep: isClosed ? null : nextStep,
    probationEndsOn: probationEnd(achieved),
    steps,
    rhythms,
    findings: developmentFindings(record, facts, { steps, rhythms }),
    progress: progressOf(steps),
  };
}

function stateOf(
  record: DevelopmentCase,
  facts: DevelopmentFacts,
  step: StepTemplate,
  { achieved, nextStep }: { achieved: Achieved; nextStep: number | null },
): Omit<StepState, 'position'> {
  const attempts = record.steps.filter((each) => each.no === step.no && each.on <= facts.asOf);
  const done = achieved.done.get(step.no);
  const window = openWindow(step, record, achieved);
  const last = attempts.toSorted((left, right) => left.on.localeCompare(right.on)).at(-1);
  const shared = {
    ...{ no: step.no, name: step.name, stage: step.stage },
    ...window,
    attempts: attempts.length,
    documents: step.documents.map((each) => ({
      ...each,
      state: documentStateOn(paperOf(record, step.no, each.title), facts.asOf),
    })),
  };
  if (done !== undefined) {
    const lateAfter = settingOn(facts.settings, 'development.late-entry-days', done.on).value;
    const isLateEntry = done.enteredOn !== null && daysBetween(done.on, done.enteredOn) > lateAfter;
    return { ...shared, state: 'done', on: done.on, isLateEntry };
  }
  const isNext = step.no === nextStep;
  const isLate = window.latest !== null && facts.asOf > window.latest && nextStep !== null;
  const state =
    last?.result === 'rejected' && !isNext
      ? 'rejected'
      : isLate
        ? 'overdue'
        : isNext
          ? 'next'
          : window.awaits.length === 0 && nextStep !== null && (window.earliest ?? '') <= facts.asOf
            ? 'open'
            : 'waiting';
  return { ...shared, state, on: null, isLateEntry: false };
}

function paperOf(record: DevelopmentCase, stepNo: number, title: string) {
  return record.documents.find((each) => each.stepNo === stepNo && each.title === title);
}

/** Two points for a step that is done, one for every required paper of it that was accepted. */
function progressOf(steps: readonly StepState[]): DevelopmentReport['progress'] {
  const evidence: DevelopmentReport['progress']['evidence'] = [];
  let possible = 0;
  for (const step of steps) {
    const required = step.documents.filter((each) => !each.isOptional);
    possible += 2 + required.length;
    if (step.state === 'done') evidence.push({ stepNo: step.no, what: step.on ?? '', points: 2 });
    for (const each of required)
      if (!isLacking(each.state) && each.state === 'accepted')
        evidence.push({ stepNo: step.no, what: each.title, points: 1 });
  }
  return { points: evidence.reduce((sum, each) => sum + each.points, 0), possible, evidence };
}
