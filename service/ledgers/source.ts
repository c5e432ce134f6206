import type { Branch, Group } from '../../contract/branch.ts';
import type { FormContent, LedgerOptions, TableData } from '../../contract/ledger.ts';
import type { RestrictedSubject } from '../../contract/permission.ts';
import type { ReadableDb } from '../../db/open.ts';
import type { SettingEntry } from '../../rules/settings.ts';
import type { PeopleOfBranch } from '../meetings/people.ts';
import type { Roster } from './roster.ts';

/** What a source is given. Everything is read as of `options.asOf`; no source asks the clock. */
export interface SourceContext {
  readonly db: ReadableDb;
  readonly options: LedgerOptions;
  /** Restricted subjects that the person who asks may not read. */
  readonly concealed: readonly RestrictedSubject[];
  readonly branch: Branch;
  readonly settings: readonly SettingEntry[];
  /** Groups of the branch that exist on the day. */
  readonly groups: readonly Group[];
  /** Read when first asked for, shared by the ledgers of one call. */
  readonly roster: Roster;
  readonly people: PeopleOfBranch;
  /** First day of the year, and its last day or `asOf`, whichever is earlier. */
  readonly from: string;
  readonly to: string;
}

/** Makes the rows of a table ledger. */
export type TableSource = (context: SourceContext) => TableData;

/** Makes the forms of a form ledger. */
export type FormSource = (context: SourceContext) => FormContent;
