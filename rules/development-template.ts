import type { DevelopmentStep } from '../contract/development.ts';
import type { DevelopmentTemplate, StepTemplate } from '../contract/development-process.ts';
import type { IsoDate } from '../contract/values.ts';

/** Versions of the steps in the order in which they begin to hold; the shipped one first. */
export type Templates = readonly DevelopmentTemplate[];

/** The version valid on a day: the one that began last; of one day the one entered last. */
export function templateOn(templates: Templates, day: IsoDate): DevelopmentTemplate {
  const [shipped] = templates;
  if (shipped === undefined) throw new Error('no template');
  return templates.reduce(
    (found, each) =>
      each.from <= day && (each.from > found.from || (each.from === found.from && each.version > found.version))
        ? each
        : found,
    shipped,
  );
}

/** A step as it was laid down on a day; one that was not in that version, as in the newest that has it. */
export function stepOn(templates: Templates, no: number, day: IsoDate): StepTemplate | undefined {
  return (
    stepIn(templateOn(templates, day), no) ??
    templates
      .toSorted((left, right) => left.version - right.version)
      .flatMap((each) => stepIn(each, no) ?? [])
      .at(-1)
  );
}

function stepIn(template: DevelopmentTemplate, no: number): StepTemplate | undefined {
  return template.steps.find((step) => step.no === no);
}

/**
 * The steps asked of one person, in order: those of the version valid on the day, and those that were done under an
 * earlier one. A step that was added when the person was already past it is not asked any more.
 */
export function stepsAsked(
  templates: Templates,
  done: ReadonlyMap<number, DevelopmentStep>,
  asOf: IsoDate,
): StepTemplate[] {
  const now = templateOn(templates, asOf);
  const asked = now.steps.filter((step, index) => {
    if (done.has(step.no)) return true;
    return !now.steps.slice(index + 1).some((later) => {
      const entry = done.get(later.no);
      return entry !== undefined && stepIn(templateOn(templates, entry.on), step.no) === undefined;
    });
  });
  const steps = asked.map((step) => {
    const entry = done.get(step.no);
    return entry === undefined ? step : (stepOn(templates, step.no, entry.on) ?? step);
  });
  for (const entry of done.values()) {
    if (steps.some((step) => step.no === entry.no)) continue;
    const past = stepOn(templates, entry.no, entry.on);
    if (past === undefined) continue;
    const { steps: then } = templateOn(templates, entry.on);
    const before = then.slice(0, Math.max(0, then.indexOf(past))).map(({ no }) => no);
    const place = steps.findLastIndex((step) => before.includes(step.no));
    steps.splice(place + 1, 0, past);
  }
  return steps;
}
