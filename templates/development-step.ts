import type { StepBound, StepTemplate } from '../contract/development-process.ts';

type Varied = 'minimumAge' | 'earliest' | 'latest' | 'before' | 'periods' | 'vote';

/** A step of the template; what is left out does not apply to it. */
export function step(given: Omit<StepTemplate, Varied> & Partial<Pick<StepTemplate, Varied>>): StepTemplate {
  return { minimumAge: null, earliest: null, latest: null, before: null, periods: [], vote: null, ...given };
}

/** A limit so many months after the actual day of the steps named. */
export function bound(after: number[], months: number, more: Partial<StepBound> = {}): StepBound {
  return { after, months, days: 0, isHard: false, isLocal: false, movesWithExtension: false, ...more };
}

/** Papers a step must have, and those that a province or a case may ask for. */
export function papers(required: string[], optional: string[] = []): StepTemplate['documents'] {
  return [
    ...required.map((title) => ({ title, isOptional: false })),
    ...optional.map((title) => ({ title, isOptional: true })),
  ];
}
