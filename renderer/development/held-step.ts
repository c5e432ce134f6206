import type { DevelopmentDocument, DevelopmentStep, Training } from '../../contract/development.ts';

/** A step as it stood in its form when she went on to the meeting that votes on it. */
export interface HeldStep {
  no: number;
  existing: DevelopmentStep | undefined;
  step: DevelopmentStep;
  papers: DevelopmentDocument[];
  sponsors: string[];
  training: Training;
}

/** By file; in memory only, like the drafts of meetings: nothing unencrypted is ever written. */
const held = new Map<string, HeldStep>();

export function holdStep(caseId: string, form: HeldStep): void {
  held.set(caseId, form);
}

export function heldStep(caseId: string): HeldStep | undefined {
  return held.get(caseId);
}

export function dropStep(caseId: string): void {
  held.delete(caseId);
}
