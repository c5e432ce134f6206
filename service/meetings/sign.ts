import { randomUUID } from 'node:crypto';
import { AppError } from '../../contract/failure.ts';
import type { Meeting, MeetingView } from '../../contract/meeting.ts';
import type { Parsed } from '../../contract/operations.ts';
import { getMeeting } from '../../db/queries/meetings.ts';
import { nextRevision, putRow } from '../../db/records.ts';
import { amendment, meeting as meetingTable } from '../../db/schema/index.ts';
import type { ArchiveContext } from '../context.ts';
import { demandOpen, view } from './save.ts';

/**
 * Signs a record: from then on it is an archive, amended but never overwritten (domain.md §14.33).
 *
 * @throws AppError `record-signed`, `record-voided`, `invalid-input` when the day is before the meeting or to come
 */
export function signMeeting(context: ArchiveContext, input: Parsed<'meeting.sign'>): MeetingView {
  const { signedOn, chairSignature, recorderSignature } = input;
  const signature = { signedOn, chairSignature, recorderSignature };
  return change(context, input, '', (stored) => {
    if (stored.revision === input.revision + 1 && holds(stored, signature)) return 'same';
    demandOpen(stored);
    if (signedOn < stored.heldOn) throw invalid('signedOn', 'before the meeting');
    if (signedOn > context.today()) throw invalid('signedOn', 'in the future');
    return signature;
  });
}

/**
 * Appends to a signed record; nothing in it is overwritten.
 *
 * @throws AppError `rule-broken` when the record is not signed yet (it is simply corrected), `record-voided`
 */
export function amendMeeting(context: ArchiveContext, input: Parsed<'meeting.amend'>): MeetingView {
  const { field, text, reason } = input;
  return change(context, input, reason, (stored) => {
    const last = stored.amendments.at(-1);
    if (stored.revision === input.revision + 1 && last !== undefined && holds(last, { field, text, reason }))
      return 'same';
    demandNotVoided(stored);
    if (stored.signedOn === null) throw notSigned();
    const entry = { id: randomUUID(), madeAt: context.now().toISOString(), actor: context.archive.person };
    context.archive.db
      .insert(amendment)
      .values({ ...entry, meetingId: stored.id, field, text, reason })
      .run();
    return {};
  });
}

/**
 * Takes a record out of every count; it stays, with the reason and who confirmed it.
 *
 * @throws AppError `record-voided`, `second-person-needed`
 */
export function voidMeeting(context: ArchiveContext, input: Parsed<'meeting.void'>): MeetingView {
  return change(context, input, input.reason, (stored) => {
    if (stored.revision === input.revision + 1 && stored.voidReason === input.reason) return 'same';
    demandNotVoided(stored);
    return { voidedOn: context.today(), voidReason: input.reason, voidConfirmedBy: context.confirmedBy };
  });
}

/** One audited change of a stored record by its revision; `'same'` when this very change is in it already. */
function change(
  context: ArchiveContext,
  input: { id: string; revision: number },
  reason: string,
  decide: (stored: Meeting) => Partial<Meeting> | 'same',
): MeetingView {
  const { db } = context.archive;
  return context.write(
    () => {
      const stored = getMeeting(db, input.id);
      const decided = decide(stored);
      if (decided !== 'same') {
        const revision = nextRevision('meeting', stored, input, () => false);
        if (revision === 'same') return view(context, stored);
        const { attendance: _attendance, amendments: _amendments, ...row } = { ...stored, ...decided, revision };
        putRow(db, meetingTable, row);
      }
      return view(context, getMeeting(db, input.id));
    },
    { reason },
  );
}

function demandNotVoided(stored: Meeting): void {
  if (stored.voidedOn !== null) throw new AppError({ code: 'record-voided', record: 'meeting', id: stored.id });
}

function holds(stored: object, values: Record<string, unknown>): boolean {
  return Object.entries(values).every(([key, value]) => stored[key as keyof typeof stored] === value);
}

function invalid(field: string, why: string): AppError {
  return new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
}

function notSigned(): AppError {
  return new AppError({
    code: 'rule-broken',
    rule: 'amendment',
    field: 'signedOn',
    expected: 'signed',
    actual: 'not-signed',
    source: '签字后的会议记录只追加更正，未签字的直接修改',
  });
}
