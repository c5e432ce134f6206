import { hardship, honour, mobileMember, secretaryProject, service } from '../contract/care.ts';
import { AppError } from '../contract/failure.ts';
import {
  discipline,
  lostContact,
  organizationalMeasure,
  rectification,
  talk,
  warningEducation,
} from '../contract/supervision.ts';
import { findMember } from '../db/queries/members.ts';
import type { RegisterRow } from '../db/queries/registers.ts';
import { getRow } from '../db/records.ts';
import { meeting } from '../db/schema/index.ts';
import { categoryOn } from '../rules/member.ts';
import { probationWithinPartyEnds } from '../rules/supervision.ts';
import { kind, refuse, registerHandlersOf } from './register-handlers.ts';
import {
  disciplineLeave,
  disciplineStatuses,
  hardshipStatuses,
  lostLeave,
  lostStatuses,
  measureLeave,
  mobileStatuses,
} from './register-statuses.ts';

function demandOrder(field: string, from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) refuse(field, `before ${from}`);
}

/** 留党察看 lasts its months: nothing gives the rights back before (党章 Art 41; domain.md §8.2). */
function demandPeriodOver(row: RegisterRow<'discipline'>): void {
  const ends = probationWithinPartyEnds(row);
  if (ends === null || row.rightsRestoredOn === null || row.rightsRestoredOn >= ends) return;
  throw new AppError({
    code: 'rule-broken',
    rule: 'rights-restored',
    field: 'rightsRestoredOn',
    expected: `>= ${ends}`,
    actual: row.rightsRestoredOn,
    source: '党章第41条、处分条例：受留党察看处分期间没有表决权、选举权和被选举权，期满恢复',
  });
}

const talks = kind<'talk'>(talk, (_context, row) => {
  if (row.talkerIds.includes(row.subjectId)) refuse('subjectId', 'talks to themselves');
});
const rectifications = kind<'rectification'>(rectification, (_context, row) => {
  demandOrder('doneOn', row.foundOn, row.doneOn);
  demandOrder('dueOn', row.foundOn, row.dueOn);
});
const warnings = kind<'warningEducation'>(warningEducation, () => {});
const disciplines = kind<'discipline'>(
  discipline,
  (_context, row) => {
    demandOrder('effectiveOn', row.decidedOn, row.effectiveOn);
    const isProbation = row.kind === 'probation-within-party';
    if (!isProbation && row.months !== null) refuse('months', 'only 留党察看 has a period');
    if (isProbation && row.months === null) refuse('months', 'missing');
    if (!isProbation && row.rightsRestoredOn !== null) refuse('rightsRestoredOn', 'only 留党察看 takes rights');
    demandPeriodOver(row);
  },
  disciplineStatuses,
  disciplineLeave,
);
const measures = kind<'organizationalMeasure'>(
  organizationalMeasure,
  ({ archive }, row) => {
    if (row.meetingId !== null) getRow(archive.db, meeting, 'meeting', row.meetingId);
    demandOrder('deadline', row.decidedOn, row.deadline);
    demandOrder('reviewedOn', row.decidedOn, row.reviewedOn);
    // 预备党员 are only extended or cancelled, never 劝退 or 除名 (domain.md §14 trap 9).
    const person = findMember(archive.db, row.memberId);
    const isLeave = row.kind !== 'correction-within-time';
    if (isLeave && person !== undefined && categoryOn(person, row.decidedOn) === 'probationary')
      refuse('memberId', 'probationary');
  },
  undefined,
  measureLeave,
);
const lost = kind<'lostContact'>(
  lostContact,
  (_context, row) => {
    demandOrder('membershipStoppedOn', row.lostOn, row.membershipStoppedOn);
    if (row.struckOffOn !== null && row.membershipStoppedOn === null) refuse('membershipStoppedOn', 'missing');
    demandOrder('struckOffOn', row.membershipStoppedOn, row.struckOffOn);
    if (row.restoredOn === null) return;
    if (row.membershipStoppedOn === null) refuse('membershipStoppedOn', 'missing');
    if (row.struckOffOn !== null) refuse('restoredOn', 'struck off');
    if (row.foundOn === null) refuse('foundOn', 'missing');
    demandOrder('restoredOn', row.foundOn, row.restoredOn);
  },
  lostStatuses,
  lostLeave,
);
const mobiles = kind<'mobileMember'>(
  mobileMember,
  (_context, row) => {
    if (row.direction === 'out' && row.memberId === null) refuse('memberId', 'missing');
    demandOrder('returnedOn', row.leftOn, row.returnedOn);
  },
  mobileStatuses,
);
const hardships = kind<'hardship'>(
  hardship,
  (_context, row) => demandOrder('until', row.since, row.until),
  hardshipStatuses,
);

export const registerHandlers = {
  ...registerHandlersOf('talk', talks),
  ...registerHandlersOf('rectification', rectifications),
  ...registerHandlersOf('warningEducation', warnings),
  ...registerHandlersOf('discipline', disciplines),
  ...registerHandlersOf('organizationalMeasure', measures),
  ...registerHandlersOf('lostContact', lost),
  ...registerHandlersOf('mobileMember', mobiles),
  ...registerHandlersOf('hardship', hardships),
  ...registerHandlersOf(
    'honour',
    kind<'honour'>(honour, () => {}),
  ),
  ...registerHandlersOf(
    'service',
    kind<'service'>(service, () => {}),
  ),
  ...registerHandlersOf(
    'secretaryProject',
    kind<'secretaryProject'>(secretaryProject, () => {}),
  ),
};
