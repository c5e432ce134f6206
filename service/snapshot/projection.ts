import type { ReadableDb } from '../../db/open.ts';
import { type FieldOf, type SnapshotSource, snapshotRows } from '../../db/queries/snapshot.ts';
import type { RowStream } from './rows.ts';

/** One table as it leaves: its fields, and for fields that are lists the parts of each entry that go along. */
interface Projected<Source extends SnapshotSource> {
  table: Source;
  fields: readonly FieldOf<Source>[];
  parts?: Partial<Record<FieldOf<Source>, readonly string[]>>;
}

/**
 * What the superior is to see (上报), and nothing else: this list is the whole truth about what leaves the machine.
 * Left at home: ID numbers, telephones, addresses, family contacts, notes, reasons, what was said at meetings.
 */
export const reportProjection = [
  of({
    table: 'branch',
    fields: [
      'id',
      'parentId',
      'kind',
      'code',
      'fullName',
      'shortName',
      'superiorName',
      'establishedOn',
      'unitName',
      'unitKind',
      'regionCode',
      'rating',
      'mayApproveAdmission',
      'hasCommittee',
      'committeeSince',
      'committeeUntil',
      'formerCommittees',
      'formerNames',
      'closedOn',
    ],
  }),
  of({ table: 'party_group', fields: ['id', 'branchId', 'name', 'leaderId', 'from', 'to'] }),
  of({
    table: 'committee_term',
    fields: [
      'id',
      'branchId',
      'number',
      'electedOn',
      'approvedOn',
      'approvalNumber',
      'years',
      'extendedTo',
      'extensionNumber',
    ],
  }),
  of({
    table: 'post',
    fields: ['id', 'branchId', 'termId', 'memberId', 'title', 'duties', 'from', 'approvedOn', 'approvalNumber', 'to'],
  }),
  of({
    table: 'member',
    fields: [
      'id',
      'name',
      'sex',
      'bornOn',
      'ethnicity',
      'education',
      'degree',
      'jobCode',
      'technicalTitle',
      'socialStratum',
      'isMigrantWorker',
      'appliedOn',
      'activistOn',
      'candidateOn',
      'joinedOn',
      'joinApprovedOn',
      'confirmedOn',
      'confirmApprovedOn',
      'probationExtendedMonths',
      'partyYearsCorrection',
    ],
  }),
  of({
    table: 'membership',
    fields: ['id', 'memberId', 'branchId', 'groupId', 'from', 'entryKind', 'to', 'leaveKind'],
  }),
  of({ table: 'member_status', fields: ['id', 'memberId', 'kind', 'from', 'to'] }),
  of({
    table: 'meeting',
    fields: [
      'id',
      'branchId',
      'groupId',
      'types',
      'title',
      'heldOn',
      'startsAt',
      'endsAt',
      'place',
      'chairName',
      'recorderName',
      'assessmentYear',
      'agenda',
      'votes',
      'resolutions',
      'lessonTopic',
      'lecturer',
      'lecturerPost',
      'studyHours',
      'theme',
      'enteredOn',
      'isLateEntry',
      'signedOn',
      'voidedOn',
    ],
    parts: {
      agenda: ['id', 'title'],
      votes: [
        'id',
        'agendaId',
        'rule',
        'subject',
        'method',
        'inFavour',
        'against',
        'abstain',
        'writtenInFavour',
        'writtenAgainst',
        'ballotsIssued',
        'ballotsReturned',
        'ballotsInvalid',
        'seats',
        'recordedResult',
      ],
      resolutions: ['id', 'text', 'responsibleName', 'dueOn', 'doneOn'],
    },
  }),
  of({ table: 'attendance', fields: ['id', 'meetingId', 'memberId', 'state'] }),
  of({
    table: 'appraisal',
    fields: [
      'id',
      'branchId',
      'year',
      'heldOn',
      'meetingId',
      'decidedBy',
      'decidedOn',
      'ballotsIssued',
      'ballotsReturned',
      'ballotsValid',
      'entries',
    ],
    parts: { entries: ['memberId', 'decidedGrade'] },
  }),
  of({
    table: 'standardization',
    fields: ['id', 'branchId', 'year', 'assessedOn', 'source', 'indicators', 'selfRating', 'superiorRating'],
    parts: { indicators: ['id', 'dimension', 'text', 'weight', 'kind', 'score', 'isVetoed'] },
  }),
  of({
    table: 'duty_report',
    fields: [
      'id',
      'branchId',
      'year',
      'reporterName',
      'reportedOn',
      'pollGood',
      'pollFairlyGood',
      'pollAverage',
      'pollPoor',
      'ballotsIssued',
      'ballotsReturned',
      'grade',
      'decidedBy',
    ],
  }),
] as const;

/** The projection over an archive's database; rows are read when they are asked for. */
export function projectedStreams(db: ReadableDb): RowStream[] {
  return reportProjection.map(({ table, fields, parts }) => ({
    table,
    fields,
    rows: withParts(snapshotRows(db, table, fields), parts),
  }));
}

function of<Source extends SnapshotSource>(
  projected: Projected<Source>,
): { table: SnapshotSource; fields: readonly string[]; parts: Readonly<Record<string, readonly string[]>> } {
  const { table, fields, parts } = projected;
  return { table, fields, parts: (parts ?? {}) as Record<string, readonly string[]> };
}

function* withParts(
  rows: Iterable<Record<string, unknown>>,
  parts: Readonly<Record<string, readonly string[]>>,
): Generator<Record<string, unknown>> {
  for (const row of rows) {
    const reduced = { ...row };
    for (const [field, kept] of Object.entries(parts)) reduced[field] = entriesWith(row[field], kept);
    yield reduced;
  }
}

function entriesWith(value: unknown, kept: readonly string[]): unknown[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: unknown) => {
    const whole = new Map(Object.entries(typeof entry === 'object' && entry !== null ? entry : {}));
    return Object.fromEntries(kept.filter((part) => whole.has(part)).map((part) => [part, whole.get(part)]));
  });
}
