import { MeetingType } from '../../contract/meeting.ts';
import type { Output, Parsed } from '../../contract/operations.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listGroups } from '../../db/queries/branches.ts';
import { heldMeetings } from '../../db/queries/meetings.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import { type DayRange, holdsThroughout, isWithin, monthsOf, quartersOf, yearRange } from '../../rules/dates.ts';
import { settingOn } from '../../rules/settings.ts';

type Cell = Output<'meeting.board'>[number]['cells'][number];

/**
 * 三会一课 of a year: how many were held and are required in each period. A combined meeting counts once for each
 * of its types; voided ones never. Group meetings are required of each group that existed the whole period.
 */
export function boardOf(db: ReadableDb, { branchId, year, asOf }: Parsed<'meeting.board'>): Output<'meeting.board'> {
  const { hasCommittee } = getRow(db, branch, 'branch', branchId);
  const settings = listSettings(db);
  const groups = listGroups(db, { branchId });
  const held = heldMeetings(db, { branchId, from: `${year - 1}-01-01`, to: asOf });
  return MeetingType.options.map((type) => ({
    type,
    cells: periodsOf(String(settingOn(settings, `frequency.${type}`, `${year}-12-31`).value), year).map(
      (range): Cell => {
        const required =
          type === 'committee-meeting'
            ? Number(hasCommittee)
            : type === 'group-meeting'
              ? groups.filter((group) => holdsThroughout(group, range)).length
              : 1;
        const counted = held.filter((meeting) => meeting.types.includes(type) && isWithin(meeting.heldOn, range));
        return { ...range, held: counted.length, required, state: stateOf(counted.length, required, range, asOf) };
      },
    ),
  }));
}

function periodsOf(frequency: string, year: number): DayRange[] {
  if (frequency === 'month') return monthsOf(year);
  if (frequency === 'quarter') return quartersOf(year);
  return frequency === 'year' ? [yearRange(year)] : [];
}

function stateOf(held: number, required: number, range: DayRange, asOf: string): Cell['state'] {
  if (required === 0) return 'not-required';
  if (held >= required) return 'met';
  if (range.from > asOf) return 'future';
  return range.to < asOf ? 'missing' : 'open';
}
