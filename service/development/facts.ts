import type { DevelopmentCase, DevelopmentCaseView } from '../../contract/development.ts';
import type { IsoDate } from '../../contract/values.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listDevelopmentTemplates } from '../../db/queries/development.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import { findMember } from '../../db/queries/members.ts';
import { listSettings } from '../../db/queries/settings.ts';
import type { DevelopmentFacts } from '../../rules/development-facts.ts';
import type { Templates } from '../../rules/development-template.ts';
import { maskIdNumber, maskPhone } from '../../rules/id-number.ts';
import { hadRightsOn } from '../../rules/member.ts';
import { developmentTemplate } from '../../templates/development.ts';

/** The shipped steps and every version that was entered, in the order in which they begin to hold. */
export function developmentTemplates(db: ReadableDb): Templates {
  const { stages, coreDocuments } = developmentTemplate;
  return [
    developmentTemplate,
    ...listDevelopmentTemplates(db).map(({ id, version, from, source, note, steps }) => ({
      ...{ id, version, from, source, note, steps },
      ...{ stages, coreDocuments },
    })),
  ];
}

/** What the rules of development read of the archive. */
export function developmentFacts(db: ReadableDb, asOf: IsoDate): DevelopmentFacts {
  const known = new Map<string, ReturnType<typeof findMember>>();
  return {
    templates: developmentTemplates(db),
    settings: listSettings(db),
    asOf,
    hasRights: (memberId, day) => {
      if (!known.has(memberId)) known.set(memberId, findMember(db, memberId));
      const person = known.get(memberId);
      return person === undefined ? null : hadRightsOn(person, day);
    },
    presentAt: (meetingId) => {
      const meeting = findMeeting(db, meetingId);
      if (meeting === undefined) return null;
      return new Set(meeting.attendance.filter(({ state }) => state === 'present').map(({ memberId }) => memberId));
    },
  };
}

/** The file as it is sent out: ID number and phone masked. */
export function maskedCase(record: DevelopmentCase): DevelopmentCaseView {
  return {
    ...record,
    idNumber: record.idNumber === null ? null : maskIdNumber(record.idNumber),
    mobilePhone: record.mobilePhone === '' ? '' : maskPhone(record.mobilePhone),
  };
}
