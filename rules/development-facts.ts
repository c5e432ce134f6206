import type { DevelopmentFinding, DevelopmentTemplate } from '../contract/development-process.ts';
import type { IsoDate } from '../contract/values.ts';
import type { SettingEntry } from './settings.ts';

/** What the findings read besides the person's file. */
export interface DevelopmentFacts {
  readonly template: DevelopmentTemplate;
  readonly settings: readonly SettingEntry[];
  readonly asOf: IsoDate;
  /** Whether a member is full with rights on a day; `null` when the archive does not know the person. */
  readonly hasRights: (memberId: string, day: IsoDate) => boolean | null;
}

/** A finding; what does not apply is left out. */
export type Found = Omit<DevelopmentFinding, 'params' | 'stepNo' | 'dueOn'> &
  Partial<Pick<DevelopmentFinding, 'params' | 'stepNo' | 'dueOn'>>;

/** A paper that was not handed in, or was handed back. */
export function isLacking(state: string): boolean {
  return state === 'missing' || state === 'returned';
}
