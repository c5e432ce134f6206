import type { Member } from '../../contract/member.ts';
import type { RosterField, RosterProblemCode } from '../../contract/roster-import.ts';

/** What one row says about a person; what it does not say is absent, never empty. */
export interface RosterValues
  extends Partial<
    Pick<
      Member,
      | 'name'
      | 'formerName'
      | 'sex'
      | 'idNumber'
      | 'bornOn'
      | 'ethnicity'
      | 'nativePlace'
      | 'birthPlace'
      | 'education'
      | 'degree'
      | 'school'
      | 'startedWorkOn'
      | 'employer'
      | 'jobCode'
      | 'technicalTitle'
      | 'appliedOn'
      | 'activistOn'
      | 'candidateOn'
      | 'joinedOn'
      | 'joinApprovedOn'
      | 'confirmedOn'
      | 'joinedBranchName'
      | 'volunteerFormNumber'
      | 'emergencyContact'
      | 'socialStratum'
      | 'mobilePhone'
      | 'landline'
      | 'residenceAddress'
      | 'householdAddress'
      | 'archivePlace'
      | 'note'
    >
  > {
  category?: 'full' | 'probationary' | 'applicant';
  /** Parted by 、 */
  introducerNames?: string;
  postTitle?: string;
  branchName?: string;
  groupName?: string;
}

/** Fields of a row that are fields of the member's record. */
export const memberFields = [
  'name',
  'formerName',
  'sex',
  'idNumber',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'birthPlace',
  'education',
  'degree',
  'school',
  'startedWorkOn',
  'employer',
  'jobCode',
  'technicalTitle',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'joinedOn',
  'joinApprovedOn',
  'confirmedOn',
  'introducerNames',
  'joinedBranchName',
  'volunteerFormNumber',
  'emergencyContact',
  'socialStratum',
  'mobilePhone',
  'landline',
  'residenceAddress',
  'householdAddress',
  'archivePlace',
  'note',
] as const satisfies readonly (RosterField & keyof Member)[];
export type MemberField = (typeof memberFields)[number];

/** Something in a row that cannot be taken over as it is. */
export interface RowFault {
  readonly code: RosterProblemCode;
  readonly field: RosterField;
  /** Zero-based place in her sheet; of an absent column, the name's cell. */
  readonly row: number;
  readonly column: number;
  /** Heading; empty when there is no such column. */
  readonly title: string;
  /** As written, not masked. */
  readonly value: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** Where a value stands. */
export interface ValuePlace {
  readonly row: number;
  readonly column: number;
  readonly title: string;
  readonly written: string;
}

export interface PersonRow {
  /** Zero-based, in her sheet. */
  readonly row: number;
  readonly values: RosterValues;
  /** Where what is written stands. */
  readonly places: ReadonlyMap<RosterField, ValuePlace>;
  /** Where it would stand: the first column of a field, in this row. */
  readonly blanks: ReadonlyMap<RosterField, ValuePlace>;
  readonly faults: readonly RowFault[];
  /** Masked numbers as written: they match a person and never overwrite. */
  readonly maskedId: string | null;
  readonly maskedPhone: string | null;
  /** Birth dates the row leaves open between, until an ID number settles it. */
  readonly openBirth: readonly string[];
  /** Words that no table holds, in fields that do without. */
  readonly unread: readonly ValuePlace[];
}
