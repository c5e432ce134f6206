import type { DevelopmentTemplate, StepBound, StepTemplate } from '../contract/development-process.ts';

/** Why a version of the steps cannot be entered, at which step (by place) and field. */
export interface TemplateProblem {
  readonly index: number;
  readonly field: string;
  readonly code:
    | 'left-out' // the regulation asks for the step
    | 'twice'
    | 'stage' // stages go up, and a shipped step keeps its own
    | 'order' // a limit counts from a step that comes later or is not there
    | 'age'
    | 'hard-limit'
    | 'vote'
    | 'period'
    | 'paper';
  /** What the regulation asks: a step's name, a number of months, a paper. */
  readonly expected: string;
  readonly actual: string;
  readonly source: string;
}

/**
 * Steps of the shipped template that no version may leave out: those that carry a hard limit and those that one
 * counts from (发展细则, 党章).
 */
export function steadfastSteps(shipped: DevelopmentTemplate): ReadonlySet<number> {
  const hard = shipped.steps.filter((step) => step.minimumAge !== null || step.vote !== null || isHard(step.earliest));
  return new Set(hard.flatMap((step) => [step.no, ...(step.earliest?.isHard ? step.earliest.after : [])]));
}

function isHard(bound: StepBound | null): boolean {
  return bound?.isHard ?? false;
}

/**
 * What a version does that it may not: leave out or misplace a step of the regulation, weaken a hard limit, the V1
 * vote, the half-yearly review or the five papers of the file, or count from a step that is not before.
 */
export function templateProblems(shipped: DevelopmentTemplate, steps: readonly StepTemplate[]): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const kept = new Set(steps.map(({ no }) => no));
  for (const no of steadfastSteps(shipped)) {
    const step = shipped.steps.find((each) => each.no === no);
    if (step !== undefined && !kept.has(no))
      problems.push({
        index: -1,
        field: 'steps',
        code: 'left-out',
        expected: step.name,
        actual: '',
        source: step.source,
      });
  }
  return [...problems, ...steps.flatMap((step, index) => stepProblems(shipped, steps, step, index))];
}

function stepProblems(
  shipped: DevelopmentTemplate,
  steps: readonly StepTemplate[],
  step: StepTemplate,
  index: number,
): TemplateProblem[] {
  const origin = shipped.steps.find((each) => each.no === step.no);
  const source = origin?.source ?? step.source;
  const problems: TemplateProblem[] = [];
  const add = (field: string, code: TemplateProblem['code'], expected: string | number, actual: string | number) =>
    problems.push({ index, field, code, expected: String(expected), actual: String(actual), source });
  const before = new Set(steps.slice(0, index).map(({ no }) => no));
  if (before.has(step.no)) add('no', 'twice', step.name, step.no);
  const stage = origin?.stage ?? step.stage;
  if (step.stage !== stage || step.stage < (steps[index - 1]?.stage ?? 1)) add('stage', 'stage', stage, step.stage);
  const names = new Map([...shipped.steps, ...steps].map((each) => [each.no, each.name]));
  for (const field of ['earliest', 'latest'] as const)
    for (const no of step[field]?.after ?? []) if (!before.has(no)) add(field, 'order', names.get(no) ?? no, step.name);
  if (step.before !== null && !steps.slice(index + 1).some(({ no }) => no === step.before))
    add('before', 'order', step.name, names.get(step.before) ?? step.before);
  if (origin === undefined) return problems;
  if (origin.minimumAge !== null && (step.minimumAge ?? 0) < origin.minimumAge)
    add('minimumAge', 'age', origin.minimumAge, step.minimumAge ?? '');
  if (origin.vote !== step.vote) add('vote', 'vote', origin.vote ?? '', step.vote ?? '');
  if (origin.earliest?.isHard && !isAtLeast(step.earliest, origin.earliest))
    add('earliest', 'hard-limit', limitText(origin.earliest), step.earliest === null ? '' : limitText(step.earliest));
  for (const period of origin.periods.filter((each) => !each.isLocal)) {
    const own = step.periods.find((each) => each.kind === period.kind);
    if (own === undefined || own.months > period.months) add('periods', 'period', period.months, own?.months ?? '');
  }
  const core = new Set(shipped.coreDocuments.flatMap(({ titles }) => titles));
  for (const { title, isOptional } of origin.documents)
    if (core.has(title) && !isOptional && !step.documents.some((each) => each.title === title && !each.isOptional))
      add('documents', 'paper', title, '');
  return problems;
}

/** Hard, from the same steps or more, and not earlier. */
function isAtLeast(bound: StepBound | null, least: StepBound): boolean {
  if (bound === null || !bound.isHard) return false;
  if (!least.after.every((no) => bound.after.includes(no))) return false;
  if (least.movesWithExtension && !bound.movesWithExtension) return false;
  return bound.months > least.months ? bound.days >= 0 : bound.months === least.months && bound.days >= least.days;
}

/** Months, and days where there are any: `12`, `12+10`. */
function limitText({ months, days }: StepBound): string {
  return days === 0 ? String(months) : `${months}${days > 0 ? '+' : ''}${days}`;
}
