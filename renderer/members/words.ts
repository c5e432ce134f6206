import type { Branch, Group } from '../../contract/branch.ts';
import { nameOf } from '../../rules/codes/code-table.ts';
import { degrees } from '../../rules/codes/degree.ts';
import { educations } from '../../rules/codes/education.ts';
import { ethnicities } from '../../rules/codes/ethnicity.ts';
import { jobs } from '../../rules/codes/job.ts';
import { entryKindNames, leaveKindNames, statusKindNames, technicalTitleNames } from '../../rules/codes/member.ts';
import { sexes } from '../../rules/codes/sex.ts';
import { text } from '../text/zh-CN.ts';
import { plainValue } from '../ui/history-entry.tsx';

/** Names of what is stored by id. */
export interface Places {
  branches: readonly Branch[];
  groups: readonly Group[];
}

const coded: Record<string, (value: string) => string | null | undefined> = {
  sex: (value) => (value === '1' || value === '2' ? nameOf(sexes, value) : text.member.none),
  ethnicity: (value) => nameOf(ethnicities, value),
  education: (value) => nameOf(educations, value),
  degree: (value) => nameOf(degrees, value),
  jobCode: (value) => nameOf(jobs, value),
  technicalTitle: (value) => technicalTitleNames[value as keyof typeof technicalTitleNames],
  entryKind: (value) => entryKindNames[value as keyof typeof entryKindNames],
  leaveKind: (value) => leaveKindNames[value as keyof typeof leaveKindNames],
  kind: (value) => statusKindNames[value as keyof typeof statusKindNames],
};

/** The word for a code; the code itself where the table has none; empty for nothing. */
export function wordOf(field: string, code: string | null): string {
  if (code === null || code === '') return '';
  return coded[field]?.(code) ?? code;
}

/** A stored value of a member in words, for the history and for comparing two versions. */
export function memberValue({ branches, groups }: Places): (field: string, value: unknown) => string {
  return (field, value) => {
    if (field === 'branchId') return branchName(branches, String(value ?? ''));
    if (field === 'groupId') return groups.find(({ id }) => id === value)?.name ?? text.member.noGroup;
    if (field === 'isMigrantWorker' && value !== null) return value ? text.member.form.yes : text.member.form.no;
    if (field === 'introducerNames' && typeof value === 'string') return plainValue(field, JSON.parse(value));
    if (typeof value === 'string' && coded[field] !== undefined) return wordOf(field, value);
    return plainValue(field, value);
  };
}

export function branchName(branches: readonly Branch[], id: string): string {
  const found = branches.find((branch) => branch.id === id);
  return found === undefined ? id : found.shortName || found.fullName;
}

/** The branch whose members are meant: none, and so everybody, for a committee above the branches. */
export function branchScope({ id, kind }: Branch): string | undefined {
  return kind === 'party-committee' || kind === 'general-branch' ? undefined : id;
}
