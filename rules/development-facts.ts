import type { DevelopmentDocument, DocumentState } from '../contract/development.ts';
import type { DevelopmentFinding } from '../contract/development-process.ts';
import type { IsoDate } from '../contract/values.ts';
import type { Templates } from './development-template.ts';
import type { SettingEntry } from './settings.ts';

/** What the findings read besides the person's file. */
export interface DevelopmentFacts {
  readonly templates: Templates;
  readonly settings: readonly SettingEntry[];
  readonly asOf: IsoDate;
  /** Whether a member is full with rights on a day; `null` when the archive does not know the person. */
  readonly hasRights: (memberId: string, day: IsoDate) => boolean | null;
  /** Who was at a meeting; `null` when the archive does not hold it. */
  readonly presentAt: (meetingId: string) => ReadonlySet<string> | null;
}

/** A finding; what does not apply is left out. */
export type Found = Omit<DevelopmentFinding, 'params' | 'stepNo' | 'dueOn'> &
  Partial<Pick<DevelopmentFinding, 'params' | 'stepNo' | 'dueOn'>>;

/** A paper that was not handed in, or was handed back. */
export function isLacking(state: string): boolean {
  return state === 'missing' || state === 'returned';
}

/** What had become of a paper by a day: one handed in later was still missing, one reviewed later not yet accepted. */
export function documentStateOn(
  paper: Pick<DevelopmentDocument, 'state' | 'submittedOn' | 'reviewedOn'> | undefined,
  day: IsoDate,
): DocumentState {
  if (paper === undefined || (paper.submittedOn !== null && paper.submittedOn > day)) return 'missing';
  const isReviewed = paper.state === 'accepted' || paper.state === 'returned';
  return isReviewed && paper.reviewedOn !== null && paper.reviewedOn > day ? 'submitted' : paper.state;
}
