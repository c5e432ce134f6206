import type { RecordName } from '../../contract/history.ts';
import type { ReadableDb } from '../open.ts';
import { appraisal, branch, dutyReport, standardization, workLogEntry } from '../schema/index.ts';
import { listAttachments } from './attachments.ts';
import { listCommitteeTerms, listGroups, listPosts } from './branches.ts';
import { listCourseProgress, listCourses } from './courses.ts';
import { listDevelopmentCases, listDevelopmentPlans, listDevelopmentTemplates } from './development.ts';
import {
  listDuesAccountEntries,
  listDuesFixings,
  listDuesPayments,
  listDuesPublications,
  listDuesReductions,
  listDuesRemittances,
  listDuesSpendings,
} from './dues.ts';
import { listTrainings } from './education.ts';
import { listElections, listElectionTemplates } from './elections.ts';
import { listCertificates, listExamPapers, listExams, listQuestions, listSittings } from './exams.ts';
import { allMeetings } from './meetings.ts';
import { allMembers } from './members.ts';
import { listPeople } from './people.ts';
import { listPointsEntries, listPointsSchemes } from './points.ts';
import { listRegister } from './registers.ts';
import { listSettings } from './settings.ts';
import { listSurveys } from './surveys.ts';

type Row = Record<string, unknown>;

/** How each record type is read whole; with `asOf`, what was in force or had happened by that day. */
const readers: Record<RecordName, (db: ReadableDb, asOf: string | undefined) => Row[]> = {
  branch: (db) => db.select().from(branch).all(),
  group: (db, asOf) => listGroups(db, { asOf }),
  committeeTerm: (db, asOf) => listCommitteeTerms(db, { asOf }),
  post: (db, asOf) => listPosts(db, { asOf }).map(({ memberName: _name, ...row }) => row),
  member: allMembers,
  meeting: allMeetings,
  appraisal: (db, asOf) => upTo(db.select().from(appraisal).all(), 'heldOn', asOf),
  standardization: (db, asOf) => upTo(db.select().from(standardization).all(), 'assessedOn', asOf),
  dutyReport: (db, asOf) => upTo(db.select().from(dutyReport).all(), 'reportedOn', asOf),
  duesFixing: (db, asOf) => upTo(listDuesFixings(db, {}), 'from', asOf),
  duesReduction: (db, asOf) => upTo(listDuesReductions(db, {}), 'from', asOf),
  duesPayment: (db, asOf) => upTo(listDuesPayments(db, {}), 'paidOn', asOf),
  duesRemittance: (db, asOf) => upTo(listDuesRemittances(db, {}), 'remittedOn', asOf),
  duesSpending: (db, asOf) => upTo(listDuesSpendings(db, {}), 'spentOn', asOf),
  duesAccountEntry: (db, asOf) => upTo(listDuesAccountEntries(db, {}), 'on', asOf),
  duesPublication: (db, asOf) => upTo(listDuesPublications(db, {}), 'publishedOn', asOf),
  talk: (db, asOf) => listRegister(db, 'talk', { to: asOf }),
  rectification: (db, asOf) => listRegister(db, 'rectification', { to: asOf }),
  warningEducation: (db, asOf) => listRegister(db, 'warningEducation', { to: asOf }),
  discipline: (db, asOf) => listRegister(db, 'discipline', { to: asOf }),
  organizationalMeasure: (db, asOf) => listRegister(db, 'organizationalMeasure', { to: asOf }),
  lostContact: (db, asOf) => listRegister(db, 'lostContact', { to: asOf }),
  mobileMember: (db, asOf) => listRegister(db, 'mobileMember', { to: asOf }),
  hardship: (db, asOf) => listRegister(db, 'hardship', { to: asOf }),
  honour: (db, asOf) => listRegister(db, 'honour', { to: asOf }),
  service: (db, asOf) => listRegister(db, 'service', { to: asOf }),
  secretaryProject: (db, asOf) => listRegister(db, 'secretaryProject', { to: asOf }),
  transfer: (db, asOf) => listRegister(db, 'transfer', { to: asOf }),
  developmentCase: (db, asOf) => listDevelopmentCases(db, {}).filter((row) => hasBegun(row.steps, asOf)),
  developmentPlan: (db) => listDevelopmentPlans(db, {}),
  developmentTemplate: (db, asOf) => upTo(listDevelopmentTemplates(db), 'from', asOf),
  survey: (db, asOf) => upTo(listSurveys(db, {}), 'from', asOf),
  resource: (db, asOf) => listRegister(db, 'resource', { to: asOf }),
  course: (db) => listCourses(db, {}),
  courseProgress: (db) => listCourseProgress(db, {}),
  pointsScheme: (db) => listPointsSchemes(db, {}),
  pointsEntry: (db, asOf) => listPointsEntries(db, { to: asOf }),
  election: (db, asOf) =>
    listElections(db, {}).filter(({ heldOn }) => asOf === undefined || heldOn === null || heldOn <= asOf),
  electionTemplate: (db, asOf) => listElectionTemplates(db, asOf),
  training: (db, asOf) => listTrainings(db, { to: asOf }),
  question: (db) => listQuestions(db, {}),
  examPaper: (db, asOf) => upTo(listExamPapers(db, {}), 'issuedOn', asOf),
  exam: (db, asOf) => listExams(db, { to: asOf }),
  examSitting: (db, asOf) => {
    if (asOf === undefined) return listSittings(db, {});
    const examIds = listExams(db, { to: asOf }).map(({ id }) => id);
    return listSittings(db, { examIds });
  },
  examCertificate: (db, asOf) => listCertificates(db, { to: asOf }),
  workLogEntry: (db, asOf) => upTo(db.select().from(workLogEntry).all(), 'happenedOn', asOf),
  attachment: (db, asOf) =>
    listAttachments(db, {}).filter((row) => asOf === undefined || row.addedAt.slice(0, 10) <= asOf),
  person: (db) => listPeople(db),
  setting: (db, asOf) =>
    listSettings(db).filter(
      (row) => asOf === undefined || (row.validFrom <= asOf && (row.validTo === null || row.validTo >= asOf)),
    ),
};

/** Every record of a type, in a fixed order (by id unless the type has an order of its own). */
export function dumpRows(db: ReadableDb, record: RecordName, asOf: string | undefined): Row[] {
  return readers[record](db, asOf);
}

function hasBegun(steps: readonly { on: string }[], asOf: string | undefined): boolean {
  return asOf === undefined || steps.some((step) => step.on <= asOf);
}

function upTo<Stored extends Row>(rows: Stored[], field: keyof Stored, asOf: string | undefined): Stored[] {
  if (asOf === undefined) return rows;
  return rows.filter((row) => typeof row[field] === 'string' && row[field] <= asOf);
}
