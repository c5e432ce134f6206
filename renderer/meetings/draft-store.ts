import type { MeetingForm } from './form.ts';

/**
 * Drafts of this window, in memory only: they outlive the engine and a walk to another screen, and go with the
 * lock, which loads the page anew. Nothing unencrypted is ever written.
 */
interface HeldDraft {
  form: MeetingForm;
  /** Milliseconds since the epoch. */
  heldAt: number;
}

const drafts = new Map<string, HeldDraft>();

/** Key of the one meeting that is being entered and has no record yet, per branch. */
export function newDraftKey(branchId: string): string {
  return `new ${branchId}`;
}

export function holdDraft(key: string, form: MeetingForm): number {
  const heldAt = Date.now();
  drafts.set(key, { form, heldAt });
  return heldAt;
}

export function heldDraft(key: string): HeldDraft | undefined {
  return drafts.get(key);
}

export function dropDraft(key: string): void {
  drafts.delete(key);
}
