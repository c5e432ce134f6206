import type { DevelopmentCase, DevelopmentStep } from '../contract/development.ts';
import type { DevelopmentStage, StepBound, StepTemplate, StepWindow } from '../contract/development-process.ts';
import type { IsoDate } from '../contract/values.ts';
import { addDays, addMonths, earliestDay } from './dates.ts';
import { stepOn, type Templates } from './development-template.ts';
import { probationMonths } from './member.ts';

/**
 * Where a person stands on the way to membership, and when each step may and should be.
 * Sources: 发展党员工作细则 2014, 党章 Arts 1, 5–7 (domain.md §3). Limits count from the actual days of other steps,
 * by calendar months with month-end clamping.
 */

/** What has been achieved by a day; attempts that failed or were overturned are not in it. */
export interface Achieved {
  readonly done: ReadonlyMap<number, DevelopmentStep>;
  /** Months by which probation was extended, approved by the superior; 0 for none. */
  readonly extensionMonths: number;
  /** Approved extensions, in order; more than one is against the rule. */
  readonly extensions: readonly DevelopmentStep[];
}

/** An entry with the limits that applied to it when it came, made from what had been achieved before. */
export interface JudgedStep {
  readonly step: DevelopmentStep;
  readonly window: StepWindow;
  /** Before its hard earliest day, or without a step that must come first. */
  readonly isBlocked: boolean;
  /** Outside a limit that only warns. */
  readonly isOutside: boolean;
  /** Approved extensions before it. */
  readonly extensionsBefore: number;
}

/** Entries in the order in which they happened; of one day by number, then attempt. */
export function inOrder(steps: readonly DevelopmentStep[]): DevelopmentStep[] {
  return steps.toSorted(
    (left, right) => left.on.localeCompare(right.on) || left.no - right.no || left.attempt - right.attempt,
  );
}

/** What an entry does to what had been achieved. */
function apply(done: Map<number, DevelopmentStep>, state: { extensions: DevelopmentStep[] }, step: DevelopmentStep) {
  if (step.result === 'rejected') {
    done.delete(step.no);
    // A refused approval overturns the vote it was asked for; the time as activist stays.
    for (const overturned of step.no === 17 ? [15, 16] : step.no === 24 ? [23] : []) done.delete(overturned);
    return;
  }
  const vote = done.get(23);
  if (step.no === 24 && vote?.result === 'extended') {
    state.extensions.push(vote);
    for (const again of [22, 23]) done.delete(again);
    return;
  }
  // 培养教育时间 counts on: to be determined again after a change of unit takes nothing away (发展细则第12条).
  if (step.no === 3 && done.has(3)) return;
  // A new vote needs its own talk and approval.
  if (step.no === 15) for (const later of [16, 17]) done.delete(later);
  done.set(step.no, step);
}

function extensionOf(extensions: readonly DevelopmentStep[]): number {
  return extensions.reduce((months, step) => months + (step.months ?? 0), 0);
}

/** What the entries up to and including a day come to. */
export function achievedBy(steps: readonly DevelopmentStep[], asOf: IsoDate): Achieved {
  const done = new Map<number, DevelopmentStep>();
  const state = { extensions: [] as DevelopmentStep[] };
  for (const step of inOrder(steps)) if (step.on <= asOf) apply(done, state, step);
  return { done, extensions: state.extensions, extensionMonths: extensionOf(state.extensions) };
}

/**
 * Judges every entry by what had been achieved when it came. A step that is entered with a later day than one it
 * must precede counts from that later day, so that the wrong order is seen. Each entry is held against the version
 * of the steps that was valid on its day.
 */
export function judgeSteps(templates: Templates, record: Pick<DevelopmentCase, 'steps' | 'bornOn'>): JudgedStep[] {
  const done = new Map<number, DevelopmentStep>();
  const state = { extensions: [] as DevelopmentStep[] };
  const ordered = inOrder(record.steps);
  return ordered.map((step, index): JudgedStep => {
    const later = ordered.slice(index + 1);
    const dayOf = (no: number) =>
      (done.get(no) ?? later.find((each) => each.no === no && each.result !== 'rejected'))?.on ?? null;
    const extensionMonths = extensionOf(state.extensions);
    const rule = stepOn(templates, step.no, step.on);
    const window = windowOf(rule, { dayOf, bornOn: record.bornOn, extensionMonths });
    const isEarly = window.earliest !== null && step.on < window.earliest;
    const isMissing = window.isEarliestHard && window.awaits.length > 0;
    const judged = {
      step,
      window,
      isBlocked: (window.isEarliestHard && isEarly) || isMissing,
      isOutside: (isEarly && !window.isEarliestHard) || (window.latest !== null && step.on > window.latest),
      extensionsBefore: state.extensions.length,
    };
    apply(done, state, step);
    return judged;
  });
}

/**
 * Earliest and latest day of a step. A limit after several steps counts from the last of them, and is unknown (with
 * the steps it waits for) while one is not done.
 */
export function windowOf(
  step: StepTemplate | undefined,
  from: { dayOf: (no: number) => IsoDate | null; bornOn: string | null; extensionMonths: number },
): StepWindow {
  if (step === undefined)
    return { earliest: null, isEarliestHard: false, latest: null, isLatestHard: false, awaits: [] };
  const awaits = (step.earliest?.after ?? []).filter((prior) => from.dayOf(prior) === null);
  const byAge =
    step.minimumAge === null || from.bornOn === null ? null : addMonths(earliestDay(from.bornOn), step.minimumAge * 12);
  const ofBound = (bound: StepBound | null) => dayOfBound(bound, from);
  const before = step.before === null ? null : from.dayOf(step.before);
  return {
    earliest: ofBound(step.earliest) ?? byAge,
    isEarliestHard: step.minimumAge !== null || (step.earliest?.isHard ?? false),
    latest: ofBound(step.latest) ?? before,
    isLatestHard: step.latest?.isHard ?? false,
    awaits,
  };
}

function dayOfBound(
  bound: StepBound | null,
  from: { dayOf: (no: number) => IsoDate | null; extensionMonths: number },
): IsoDate | null {
  if (bound === null) return null;
  let start: IsoDate | null = null;
  for (const no of bound.after) {
    const day = from.dayOf(no);
    if (day === null) return null;
    if (start === null || day > start) start = day;
  }
  if (start === null) return null;
  const months = bound.months + (bound.movesWithExtension ? from.extensionMonths : 0);
  return addDays(addMonths(start, months), bound.days);
}

/** Limits of a step that is not done, from what has been achieved. */
export function openWindow(
  step: StepTemplate,
  record: Pick<DevelopmentCase, 'bornOn'>,
  { done, extensionMonths }: Achieved,
): StepWindow {
  const dayOf = (prior: number) => done.get(prior)?.on ?? null;
  return windowOf(step, { dayOf, bornOn: record.bornOn, extensionMonths });
}

/** 入党申请人 … 正式党员. Candidate from the day the superior's filing consents (step 8), member only when approved. */
export function stageOf({ done }: Achieved): DevelopmentStage {
  if (done.has(24)) return done.get(23)?.result === 'cancelled' ? 'cancelled' : 'full';
  if (done.has(15) && done.has(17)) return 'probationary';
  if (done.has(8)) return 'candidate';
  return done.has(3) ? 'activist' : 'applicant';
}

/** 入党日期: the day of the vote, valid once approved; `null` while it is not. */
export function admittedOn({ done }: Achieved): IsoDate | null {
  return done.has(17) ? (done.get(15)?.on ?? null) : null;
}

/** 预备期满: one calendar year from the vote plus the extension; never from the oath or the approval. */
export function probationEnd(achieved: Achieved): IsoDate | null {
  const admitted = admittedOn(achieved);
  return admitted === null ? null : addMonths(admitted, probationMonths + achieved.extensionMonths);
}

/** 转正日期: the end of probation, also where the meeting was late; `null` while confirmation is not approved. */
export function confirmedOn(achieved: Achieved): IsoDate | null {
  return stageOf(achieved) === 'full' ? probationEnd(achieved) : null;
}

/** First step that is not done; `null` when all are, or when the person was not kept on. */
export function nextStepOf(steps: readonly StepTemplate[], achieved: Achieved): number | null {
  if (stageOf(achieved) === 'cancelled') return null;
  return steps.find((step) => !achieved.done.has(step.no))?.no ?? null;
}

/** Gaps longer than so many months in a row of days, each from one day to the next. */
export function gapsBetween(days: readonly IsoDate[], months: number): { from: IsoDate; to: IsoDate }[] {
  const sorted = days.toSorted();
  return sorted.slice(1).flatMap((to, index) => {
    const from = sorted[index] ?? to;
    return addMonths(from, months) < to ? [{ from, to }] : [];
  });
}

/** Whether training as a candidate suffices: its days or its hours together. */
export function isTrained(
  record: Pick<DevelopmentCase, 'trainings'>,
  by: IsoDate,
  least: { days: number; hours: number },
): boolean {
  const counted = record.trainings.filter((each) => each.kind === 'candidate' && each.to <= by);
  const sum = (field: 'days' | 'hours') => counted.reduce((total, each) => total + (each[field] ?? 0), 0);
  return sum('days') >= least.days || sum('hours') >= least.hours;
}

/** Done in another unit, before the person came from it. */
export function wasElsewhere(record: Pick<DevelopmentCase, 'moves'>, day: string): boolean {
  return record.moves.some((move) => move.kind === 'in' && day <= move.on);
}
