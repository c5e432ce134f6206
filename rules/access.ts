import { type RestrictedSubject, type Role, RestrictedSubject as Subjects } from '../contract/permission.ts';
import type { IsoDate } from '../contract/values.ts';
import { accessSettingDefinitions } from './access-setting-table.ts';
import { type SettingEntry, type SettingKey, settingOn } from './settings.ts';

/**
 * The setting that says whether a role may read a subject. The secretary has none: who answers for the archive reads
 * all of it.
 */
export function accessKey(subject: RestrictedSubject, role: Role): SettingKey | null {
  const key = `access.${subject}.${role}`;
  return Object.hasOwn(accessSettingDefinitions, key) ? (key as SettingKey) : null;
}

/** The keys of the table of access. */
export const accessKeys = Object.keys(accessSettingDefinitions);

/** Whether a key belongs to the table of access, which only the secretary changes. */
export function isAccessKey(key: string): boolean {
  return Object.hasOwn(accessSettingDefinitions, key);
}

/** Whether a role may read a restricted subject on a day. */
export function mayRead(
  entries: readonly SettingEntry[],
  role: Role,
  subject: RestrictedSubject,
  day: IsoDate,
): boolean {
  const key = accessKey(subject, role);
  return key === null ? role === 'secretary' : settingOn(entries, key, day).value === true;
}

/** The restricted subjects a role may not read on a day. */
export function concealedFrom(entries: readonly SettingEntry[], role: Role, day: IsoDate): RestrictedSubject[] {
  return Subjects.options.filter((subject) => !mayRead(entries, role, subject, day));
}
