import type { Output, Parsed } from '../../contract/operations.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listAppraisals } from '../../db/queries/assessments.ts';
import { listGroups } from '../../db/queries/branches.ts';
import { heldMeetings } from '../../db/queries/meetings.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import { meetingBoard } from '../../rules/frequency.ts';

/**
 * 三会一课 of a year as it stood on a day: how many were held and are required in each period. A combined meeting
 * counts once for each of its types; voided ones and those after the day never.
 */
export function boardOf(db: ReadableDb, { branchId, year, asOf }: Parsed<'meeting.board'>): Output<'meeting.board'> {
  const facts = {
    branch: getRow(db, branch, 'branch', branchId),
    groups: listGroups(db, { branchId }),
    meetings: heldMeetings(db, { branchId, to: asOf }),
    appraisalYears: listAppraisals(db, { branchId })
      .filter((appraisal) => appraisal.heldOn <= asOf)
      .map((appraisal) => appraisal.year),
  };
  return meetingBoard(facts, year, asOf, listSettings(db)).map(({ type, cells }) => ({
    type,
    cells: cells.map(({ deadline: _deadline, ...cell }) => cell),
  }));
}
