import type { Expected } from '../../contract/meeting.ts';
import type { MeetingForm } from './form.ts';

/** A line of the list: somebody expected, or somebody an old record names who was not expected that day. */
export interface AttendanceLine {
  memberId: string;
  name: string;
  hasVotingRights: boolean;
  isExempt: boolean;
  isExpected: boolean;
}

/** The people shown: all expected, then those an old record names besides. */
export function linesOf(
  expected: readonly Expected[],
  form: MeetingForm,
  names: ReadonlyMap<string, string>,
): AttendanceLine[] {
  const known = new Set(expected.map((person) => person.memberId));
  return [
    ...expected.map(({ memberId, name, hasVotingRights, isExempt }) => ({
      ...{ memberId, name, hasVotingRights, isExempt },
      isExpected: true,
    })),
    ...form.attendance
      .filter((entry) => !known.has(entry.memberId) && names.has(entry.memberId))
      .map((entry) => ({
        memberId: entry.memberId,
        name: names.get(entry.memberId) ?? '',
        hasVotingRights: false,
        isExempt: false,
        isExpected: false,
      })),
  ];
}
