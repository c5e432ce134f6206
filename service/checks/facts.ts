import type { IsoDate } from '../../contract/values.ts';
import { keptResult } from '../../db/kept.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listAppraisals } from '../../db/queries/assessments.ts';
import { countAttachments } from '../../db/queries/attachments.ts';
import { listCommitteeTerms, listGroups, listPosts } from '../../db/queries/branches.ts';
import { checkedPeople } from '../../db/queries/checked-people.ts';
import { listCourseProgress, listCourses } from '../../db/queries/courses.ts';
import { listDevelopmentCases, listDevelopmentPlans } from '../../db/queries/development.ts';
import {
  listDuesAccountEntries,
  listDuesFixings,
  listDuesPublications,
  listDuesReductions,
  listDuesRemittances,
  listDuesSpendings,
  paymentFacts,
} from '../../db/queries/dues.ts';
import { listTrainings } from '../../db/queries/education.ts';
import { listElections } from '../../db/queries/elections.ts';
import { listExams } from '../../db/queries/exams.ts';
import { meetingsOf } from '../../db/queries/meetings.ts';
import { membersById } from '../../db/queries/members.ts';
import { listPointsEntries, listPointsSchemes } from '../../db/queries/points.ts';
import { listRegister } from '../../db/queries/registers.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { listSurveys } from '../../db/queries/surveys.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import type { CheckedExam, CheckFacts } from '../../rules/checks/check.ts';
import { finishedIn } from '../courses/students.ts';
import { developmentTemplates } from '../development/facts.ts';
import { examViews } from '../exams/view.ts';

/** Everything of one branch that the checks read, as it stands in the archive. @throws AppError `no-such-record` */
export function readFacts(db: ReadableDb, branchId: string, asOf: IsoDate): CheckFacts {
  /** Read anew only when a table of it was written to. */
  const kept = <Value>(what: string, read: () => Value): Value =>
    keptResult(db, `facts ${what} ${branchId} ${asOf}`, read);
  return {
    asOf,
    settings: listSettings(db),
    branch: getRow(db, branch, 'branch', branchId),
    groups: kept('groups', () => listGroups(db, { branchId })),
    terms: kept('terms', () => listCommitteeTerms(db, { branchId })),
    posts: kept('posts', () => listPosts(db, { branchId })),
    members: kept('members', () => membersById(db, checkedPeople(db, branchId))),
    meetings: meetingsOf(db, { branchId, to: asOf }),
    signInSheets: kept('signInSheets', () =>
      countAttachments(db, 'meeting')
        .filter(({ slot }) => slot === 'sign-in')
        .map(({ recordId }) => recordId),
    ),
    appraisals: kept('appraisals', () => listAppraisals(db, { branchId })),
    elections: kept('elections', () => listElections(db, { branchId })),
    trainings: kept('trainings', () => listTrainings(db, { branchId, to: asOf })),
    exams: kept('exams', () => checkedExams(db, branchId, asOf)),
    surveys: kept('surveys', () => listSurveys(db, { branchId })),
    points: {
      schemes: kept('schemes', () => listPointsSchemes(db, { branchId })),
      entries: kept('pointsEntries', () =>
        listPointsEntries(db, { branchId, from: `${Number(asOf.slice(0, 4)) - 1}-01-01`, to: asOf }),
      ),
      services: kept('services', () => listRegister(db, 'service', { branchId, to: asOf })),
      honours: kept('honours', () => listRegister(db, 'honour', { branchId, to: asOf })),
    },
    courses: {
      courses: kept('courses', () => listCourses(db, { branchId })),
      progress: kept('progress', () => listCourseProgress(db, { branchId })),
      finished: kept('finished', () => finishedIn(db, { branchId, asOf })),
    },
    registers: {
      talks: kept('talks', () => listRegister(db, 'talk', { branchId, to: asOf })),
      transfers: kept('transfers', () => listRegister(db, 'transfer', { branchId, to: asOf })),
      mobiles: kept('mobiles', () => listRegister(db, 'mobileMember', { branchId, to: asOf })),
      lost: kept('lost', () => listRegister(db, 'lostContact', { branchId, to: asOf })),
      disciplines: kept('disciplines', () => listRegister(db, 'discipline', { branchId, to: asOf })),
      measures: kept('measures', () => listRegister(db, 'organizationalMeasure', { branchId, to: asOf })),
      rectifications: kept('rectifications', () => listRegister(db, 'rectification', { branchId, to: asOf })),
    },
    development: {
      templates: kept('templates', () => developmentTemplates(db)),
      cases: kept('cases', () => listDevelopmentCases(db, { branchId })),
      plans: kept('plans', () => listDevelopmentPlans(db, { branchId })),
    },
    dues: {
      fixings: kept('fixings', () => listDuesFixings(db, { branchId })),
      reductions: kept('reductions', () => listDuesReductions(db, { branchId })),
      payments: paymentFacts(db, { branchId, asOf }),
      remittances: kept('remittances', () => listDuesRemittances(db, { branchId })),
      spendings: kept('spendings', () => listDuesSpendings(db, { branchId })),
      entries: kept('accountEntries', () => listDuesAccountEntries(db, { branchId })),
      publications: kept('publications', () => listDuesPublications(db, { branchId })),
    },
  };
}

/** Exams of this year, and earlier ones whose results do not stand yet. */
function checkedExams(db: ReadableDb, branchId: string, asOf: IsoDate): CheckedExam[] {
  const year = asOf.slice(0, 4);
  const looked = listExams(db, { branchId, to: asOf }).filter(
    ({ heldOn, closedOn }) => closedOn === null || heldOn.startsWith(year),
  );
  return examViews(db, looked, `${asOf}T00:00:00.000Z`).map(({ exam: { id, title, heldOn, contents }, counts }) => ({
    id,
    title,
    heldOn,
    contents,
    taken: counts.taken,
    waiting: counts.waiting,
  }));
}
