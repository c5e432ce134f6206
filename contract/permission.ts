import { z } from 'zod';
import type { RecordName } from './history.ts';

/**
 * 使用人 of an archive by what they do in the branch. Who may do what follows from the role alone
 * (`roleRights`) and, for restricted subjects, from the archive's dated settings (`rules/access.ts`).
 */
export const Role = z.enum([
  'secretary', // 书记
  'organisation-commissioner', // 组织委员
  'discipline-commissioner', // 纪检委员
  'data-entry', // 录入员
  'inspector', // 检查员
]);
export type Role = z.infer<typeof Role>;

export const RightName = z.enum([
  'self', // what concerns the person at the keyboard: own passphrase, closing
  'read',
  'enter', // records of every kind
  'supervise', // records of supervision
  'decide', // what stands afterwards: signing, voiding, removing, undoing, sending up
  'configure', // settings of the rules, restoring a copy, the superior's address
  'manage', // people, roles, the key itself
]);
export type Right = z.infer<typeof RightName>;

/** What not every role may read: talks, discipline and organizational measures, the details of hardship. */
export const RestrictedSubject = z.enum(['talk', 'discipline', 'hardship']);
export type RestrictedSubject = z.infer<typeof RestrictedSubject>;

/** What an operation needs of the person who calls it; with a subject, that this person may read the subject too. */
export interface Needs {
  readonly right: Right;
  readonly subject?: RestrictedSubject | undefined;
}

/** The one table of roles. Whoever holds the only passphrase of an archive is its secretary. */
export const roleRights: Readonly<Record<Role, readonly Right[]>> = {
  secretary: ['self', 'read', 'enter', 'supervise', 'decide', 'configure', 'manage'],
  'organisation-commissioner': ['self', 'read', 'enter', 'supervise', 'decide', 'configure'],
  'discipline-commissioner': ['self', 'read', 'supervise'],
  'data-entry': ['self', 'read', 'enter', 'supervise'],
  inspector: ['self', 'read'],
};

/** Roles that can confirm, as a second person, a void or an exclusion from the expected base. */
export const confirmingRoles: readonly Role[] = ['secretary', 'organisation-commissioner'];

const subjects: Partial<Record<RecordName, RestrictedSubject>> = {
  talk: 'talk',
  discipline: 'discipline',
  organizationalMeasure: 'discipline',
  hardship: 'hardship',
};

/** The restricted subject a record type belongs to, if any. */
export function subjectOf(record: string): RestrictedSubject | undefined {
  return Object.hasOwn(subjects, record) ? subjects[record as RecordName] : undefined;
}

/** Record types of the given subjects. */
export function recordsOf(wanted: readonly RestrictedSubject[]): RecordName[] {
  return Object.entries(subjects).flatMap(([record, subject]) =>
    wanted.includes(subject) ? [record as RecordName] : [],
  );
}
