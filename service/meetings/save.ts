import { AppError } from '../../contract/failure.ts';
import { blankMeeting, type Exclusion, Meeting, type MeetingView } from '../../contract/meeting.ts';
import type { Parsed } from '../../contract/operations.ts';
import type { WritableDb } from '../../db/open.ts';
import { memberNames } from '../../db/queries/meeting-people.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { findRow, getRow, nextRevision, putChildren, putRow } from '../../db/records.ts';
import { attendance, branch, group, meeting as meetingTable } from '../../db/schema/index.ts';
import type { ArchiveContext } from '../context.ts';
import { completeDraft } from '../save.ts';
import { arithmeticOf, baseOf, isEnteredLate } from './findings.ts';
import { peopleOfBranch } from './people.ts';
import { viewMeeting } from './view.ts';

/** What the program adds to a new record. */
const unsigned = {
  revision: 0,
  isLateEntry: false,
  signedOn: null,
  chairSignature: '',
  recorderSignature: '',
  amendments: [],
  voidedOn: null,
  voidReason: '',
  voidConfirmedBy: null,
};

/** A draft made whole as it would be stored today, with its view; nothing is refused but wrong input. */
export function checkMeeting(context: ArchiveContext, { draft }: Parsed<'meeting.check'>): MeetingView {
  const stored = findMeeting(context.archive.db, draft.id);
  // The title is the last thing she writes; the counts do not wait for it.
  return view(context, complete(context, stored, { ...draft, title: draft.title ?? stored?.title ?? '?' }));
}

/**
 * Saves a meeting. What is incomplete is saved and shown as findings; what contradicts itself is refused.
 *
 * @throws AppError `record-signed`, `record-voided`; `second-person-needed` for somebody not counted; `rule-broken` when a recorded result is not what the numbers
 *   give (`expected` is the recomputed result and its arithmetic); `invalid-input`, `stale-record`, `no-such-record`
 */
export function saveMeeting(context: ArchiveContext, input: Parsed<'meeting.save'>): MeetingView {
  const { db } = context.archive;
  return context.write(
    () => {
      const stored = findMeeting(db, input.draft.id);
      const completed = complete(context, stored, input.draft);
      const revision = nextRevision('meeting', stored, input.draft, () => isSame(stored, completed));
      if (revision === 'same') return view(context, { ...completed, revision: stored?.revision ?? 1 });
      demandOpen(stored);
      demandReferences(db, completed);
      demandSense(context, completed);
      const exclusions = confirmedExclusions(context, stored, completed);
      const saved = view(context, { ...completed, exclusions, revision });
      demandAgreement(saved);
      storeMeeting(db, saved.meeting);
      return saved;
    },
    { reason: input.reason },
  );
}

/** The view of a record as it is in the archive. */
export function view(context: ArchiveContext, meeting: Meeting): MeetingView {
  const { db } = context.archive;
  return viewMeeting(meeting, { people: peopleOfBranch(db, meeting.branchId), settings: listSettings(db) });
}

/** Writes the row and its attendance; amendments are only ever appended (`sign.ts`). */
export function storeMeeting(db: WritableDb, meeting: Meeting): void {
  const { attendance: states, amendments: _amendments, ...row } = meeting;
  putRow(db, meetingTable, row);
  putChildren(
    db,
    attendance,
    { column: attendance.meetingId, id: meeting.id },
    states.map((state, position) => ({
      id: `${meeting.id}:${state.memberId}`,
      meetingId: meeting.id,
      position,
      ...state,
    })),
  );
}

/** @throws AppError `record-signed`, `record-voided` */
export function demandOpen(stored: Meeting | undefined): void {
  if (stored === undefined) return;
  if (stored.voidedOn !== null) throw new AppError({ code: 'record-voided', record: 'meeting', id: stored.id });
  if (stored.signedOn !== null) throw new AppError({ code: 'record-signed', record: 'meeting', id: stored.id });
}

function complete(context: ArchiveContext, stored: Meeting | undefined, draft: object): Meeting {
  const start = { ...blankMeeting, ...unsigned, enteredOn: context.today() };
  const completed = completeDraft(Meeting, stored, start, draft);
  const exclusions = completed.exclusions.map((each) => ({
    ...each,
    confirmedBy: storedExclusion(stored, each)?.confirmedBy ?? null,
  }));
  return { ...completed, exclusions, isLateEntry: isEnteredLate(completed, listSettings(context.archive.db)) };
}

/** The same person left out for the same reason, as it is stored. */
function storedExclusion(stored: Meeting | undefined, { memberId, reason }: Exclusion): Exclusion | undefined {
  return stored?.exclusions.find((each) => each.memberId === memberId && each.reason === reason);
}

/** Somebody newly left out of the expected base is confirmed by a second person. */
function confirmedExclusions(context: ArchiveContext, stored: Meeting | undefined, meeting: Meeting): Exclusion[] {
  return meeting.exclusions.map((each) =>
    storedExclusion(stored, each) === undefined ? { ...each, confirmedBy: context.confirmedBy } : each,
  );
}

function isSame(stored: Meeting | undefined, wanted: Meeting): boolean {
  return JSON.stringify(sorted(stored)) === JSON.stringify(sorted({ ...wanted, revision: stored?.revision ?? 0 }));
}

function sorted(record: object | undefined): [string, unknown][] {
  return Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

function invalid(field: string, why: string): AppError {
  return new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
}

function demandReferences(db: WritableDb, meeting: Meeting): void {
  getRow(db, branch, 'branch', meeting.branchId);
  if (meeting.groupId !== null && findRow(db, group, meeting.groupId)?.branchId !== meeting.branchId)
    throw invalid('groupId', 'no such group in the branch');
  const named: [string, string | null][] = [
    ['chairId', meeting.chairId],
    ['recorderId', meeting.recorderId],
    ...meeting.attendance.map((entry, at): [string, string] => [`attendance.${at}.memberId`, entry.memberId]),
    ...meeting.exclusions.map((entry, at): [string, string] => [`exclusions.${at}.memberId`, entry.memberId]),
    ...meeting.speeches.map((entry, at): [string, string | null] => [`speeches.${at}.memberId`, entry.memberId]),
    ...meeting.resolutions.map((entry, at): [string, string | null] => [
      `resolutions.${at}.responsibleId`,
      entry.responsibleId,
    ]),
    ...meeting.votes.flatMap((vote, at): [string, string | null][] => [
      [`votes.${at}.subjectMemberId`, vote.subjectMemberId],
      ...vote.candidates.map((candidate, place): [string, string | null] => [
        `votes.${at}.candidates.${place}.memberId`,
        candidate.memberId,
      ]),
    ]),
  ];
  const known = memberNames(
    db,
    named.flatMap(([, id]) => (id === null ? [] : [id])),
  );
  for (const [field, id] of named) if (id !== null && !known.has(id)) throw invalid(field, 'no such member');
}

function demandSense(context: ArchiveContext, meeting: Meeting): void {
  demandOnce(meeting.attendance, (entry) => entry.memberId, 'attendance', 'memberId');
  demandOnce(meeting.exclusions, (entry) => entry.memberId, 'exclusions', 'memberId');
  demandOnce(meeting.agenda, (entry) => entry.id, 'agenda', 'id');
  demandOnce(meeting.votes, (entry) => entry.id, 'votes', 'id');
  demandOnce(meeting.resolutions, (entry) => entry.id, 'resolutions', 'id');
  const items = new Set(meeting.agenda.map((item) => item.id));
  for (const [index, vote] of meeting.votes.entries())
    if (!items.has(vote.agendaId)) throw invalid(`votes.${index}.agendaId`, 'no such agenda item');
  if (meeting.startsAt !== null && meeting.endsAt !== null && meeting.endsAt < meeting.startsAt)
    throw invalid('endsAt', 'before startsAt');
  // What is still to come can be planned, not recorded as having happened.
  const isRecorded =
    meeting.attendance.some((entry) => entry.state === 'present') ||
    meeting.votes.some((vote) => vote.recordedResult !== 'not-voted');
  if (meeting.heldOn > context.today() && isRecorded) throw invalid('heldOn', 'in the future');
}

function demandOnce<Entry>(list: readonly Entry[], key: (entry: Entry) => string, field: string, part: string): void {
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    if (seen.has(key(entry))) throw invalid(`${field}.${index}.${part}`, 'twice the same');
    seen.add(key(entry));
  }
}

/** A recorded result must be what the numbers give; a vote without numbers may wait, never without a quorum pass. */
function demandAgreement({ meeting, tallies }: MeetingView): void {
  for (const [index, vote] of meeting.votes.entries()) {
    const tally = tallies[index];
    if (tally === undefined) continue;
    const isWrong =
      (vote.recordedResult === 'passed' && (!tally.quorum.met || tally.result === 'rejected')) ||
      (vote.recordedResult === 'rejected' && tally.result === 'passed');
    if (!isWrong) continue;
    throw new AppError({
      code: 'rule-broken',
      rule: tally.rule,
      field: `votes.${index}.recordedResult`,
      expected: `${tally.quorum.met ? tally.result : 'no-quorum'} ${arithmeticOf(tally)} of ${baseOf(tally)}`,
      actual: vote.recordedResult,
      source: tally.source,
    });
  }
}
