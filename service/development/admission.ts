import { createHash } from 'node:crypto';
import type { DevelopmentCase } from '../../contract/development.ts';
import { AppError } from '../../contract/failure.ts';
import type { Member } from '../../contract/member.ts';
import { memberNames } from '../../db/queries/meeting-people.ts';
import { findMember } from '../../db/queries/members.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import { holdsOn } from '../../rules/dates.ts';
import { type Achieved, achievedBy, admittedOn, confirmedOn, stageOf } from '../../rules/development.ts';
import type { ArchiveContext } from '../context.ts';
import { putMember } from '../put-member.ts';

const endOfTime = '9999-12-31';

/** Id of the member record that an admission makes; the same for every repeated save. */
export function memberIdOf(record: Pick<DevelopmentCase, 'id' | 'memberId'>): string {
  return record.memberId ?? `person-${digest(record.id)}`;
}

/** Whether the person is a member by this file: adopted by the meeting and approved. */
export function isAdmitted(record: Pick<DevelopmentCase, 'steps'>): boolean {
  return admittedOn(achievedBy(record.steps, endOfTime)) !== null;
}

/**
 * Brings the member record to what the file says, inside a write that is under way: created with steps 15 and 17,
 * 转正 with 23 and 24 on the day probation ended, extended, or the stay ended when the admission is cancelled.
 *
 * @throws AppError `record-in-use` when a registered admission or cancelling would be taken back
 */
export function putAdmission(
  context: ArchiveContext,
  record: DevelopmentCase,
  stored: DevelopmentCase | undefined,
): void {
  const now = achievedBy(record.steps, endOfTime);
  const before = stored === undefined ? null : achievedBy(stored.steps, endOfTime);
  const memberId = memberIdOf(record);
  if (admittedOn(now) === null) {
    if (before !== null && admittedOn(before) !== null) throw inUse(record.id, memberId);
    return;
  }
  if (before !== null && stageOf(before) === 'cancelled' && stageOf(now) !== 'cancelled')
    throw inUse(record.id, memberId);
  const person = findMember(context.archive.db, memberId);
  putMember(context, {
    ...(person === undefined ? personalFields(record) : { id: person.id, revision: person.revision }),
    ...datesOf(context, record, now, person, before),
    memberships: staysOf(record, now, person),
  });
}

function inUse(id: string, by: string): AppError {
  return new AppError({ code: 'record-in-use', record: 'developmentCase', id, by });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

function personalFields(record: DevelopmentCase) {
  const { name, sex, idNumber, bornOn, ethnicity, education, employer, mobilePhone } = record;
  return {
    id: memberIdOf(record),
    revision: 0,
    ...{ name, sex, idNumber, bornOn, ethnicity, education, employer, mobilePhone },
  };
}

function datesOf(
  context: ArchiveContext,
  record: DevelopmentCase,
  now: Achieved,
  person: Member | undefined,
  before: Achieved | null,
) {
  const { db } = context.archive;
  const on = (no: number) => now.done.get(no)?.on;
  const names = memberNames(
    db,
    record.introducers.map((each) => each.memberId),
  );
  const introducers = record.introducers
    .filter((each) => each.to === null || each.to > (on(15) ?? endOfTime))
    .map((each) => names.get(each.memberId) ?? '')
    .filter((name) => name !== '');
  const formNumber = now.done.get(14)?.documentNumber ?? '';
  const confirmed = confirmedOn(now);
  const wasConfirmed = before !== null && stageOf(before) === 'full';
  return {
    ...given('appliedOn', on(1)),
    ...given('activistOn', on(3)),
    ...given('candidateOn', on(8)),
    ...given('joinedOn', on(15)),
    ...given('joinApprovedOn', on(17)),
    // Taken back only where this file had said it.
    ...(confirmed !== null || wasConfirmed
      ? { confirmedOn: confirmed, confirmApprovedOn: confirmed === null ? null : (on(24) ?? null) }
      : {}),
    ...(now.extensionMonths > 0 || (before?.extensionMonths ?? 0) > 0
      ? { probationExtendedMonths: now.extensionMonths }
      : {}),
    ...(introducers.length === 2 ? { introducerNames: introducers } : {}),
    ...(formNumber === '' ? {} : { volunteerFormNumber: formNumber }),
    ...(person === undefined ? { joinedBranchName: getRow(db, branch, 'branch', record.branchId).fullName } : {}),
  };
}

function given<Key extends string>(key: Key, value: string | undefined): { [Name in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: string };
}

/** The stay that the admission begins, unless the person has one here already; cancelling ends it. */
function staysOf(record: DevelopmentCase, now: Achieved, person: Member | undefined): Member['memberships'] {
  const joined = admittedOn(now) ?? '';
  const ownId = `admitted-${digest(record.id)}`;
  const registered = person?.memberships ?? [];
  const isHere = registered.some(
    (stay) => stay.id !== ownId && stay.branchId === record.branchId && (holdsOn(stay, joined) || stay.from >= joined),
  );
  const own: Member['memberships'][number] = {
    id: ownId,
    branchId: record.branchId,
    groupId: record.groupId,
    from: joined,
    entryKind: 'admitted',
    to: null,
    leaveKind: null,
    reason: '',
  };
  const known = registered.some((stay) => stay.id === ownId);
  const stays = known
    ? registered.map((stay) =>
        stay.id === ownId ? { ...stay, from: joined, groupId: stay.groupId ?? record.groupId } : stay,
      )
    : isHere
      ? registered
      : [...registered, own];
  if (stageOf(now) !== 'cancelled') return stays;
  const ended = now.done.get(24)?.on ?? joined;
  return stays.map((stay) =>
    stay.branchId === record.branchId && stay.to === null
      ? {
          ...stay,
          to: ended,
          leaveKind: 'admission-cancelled',
          reason: now.done.get(23)?.conclusion.slice(0, 500) ?? '',
        }
      : stay,
  );
}
