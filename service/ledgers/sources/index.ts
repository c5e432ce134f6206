import type { FormSource, TableSource } from '../source.ts';
import { appraisalSummarySource } from './appraisal-summary.ts';
import { attendanceSource } from './attendance.ts';
import { branchProfileSource } from './branch-profile.ts';
import { disciplineSource, hardshipSource, lostContactSource, mobileMembersSource } from './care-registers.ts';
import { committeeSource } from './committee.ts';
import { developmentCourseSource, missingPapersSource } from './development-forms.ts';
import {
  activistsSource,
  applicantsSource,
  candidatesSource,
  developmentPlanSource,
  probationaryMembersSource,
} from './development-tables.ts';
import { duesAccountSource, duesCollectionSource, duesFixingSource, duesPaymentsSource } from './dues.ts';
import { duesReceiptsSource } from './dues-receipts.ts';
import { dutyReportSource } from './duty-report.ts';
import { electionPlanSource, electionResultSource } from './election-forms.ts';
import { electionsSource } from './elections.ts';
import { examCertificateSource, examKeySource, examPaperSource, examSheetSource } from './exam-prints.ts';
import { examCertificatesSource, examResultsSource } from './exam-results.ts';
import { groupsSource } from './groups.ts';
import { meetingMinutesSource } from './meeting-minutes.ts';
import {
  committeeMeetingsSource,
  groupMeetingsSource,
  membersMeetingsSource,
  partyLessonsSource,
  themeDaysSource,
} from './meeting-tables.ts';
import { memberCardSource } from './member-card.ts';
import { memberRosterSource } from './member-roster.ts';
import { pointsSource } from './points.ts';
import { pointsCardSource } from './points-card.ts';
import {
  honoursSource,
  rectificationSource,
  serviceSource,
  talksSource,
  transfersSource,
  warningEducationSource,
} from './registers.ts';
import { regularMeetingsSource } from './regular-meetings.ts';
import { signInSheetsSource } from './sign-in-sheets.ts';
import { standardizationSource } from './standardization.ts';
import { studyHoursSource } from './study-hours.ts';
import { surveyResultsSource, surveySheetsSource } from './surveys.ts';
import { workLogSource } from './work-log.ts';

/** Row sources by the name a table ledger asks for. */
export const tableSources: Readonly<Record<string, TableSource>> = {
  committee: committeeSource,
  'member-roster': memberRosterSource,
  groups: groupsSource,
  elections: electionsSource,
  'members-meetings': membersMeetingsSource,
  'committee-meetings': committeeMeetingsSource,
  'group-meetings': groupMeetingsSource,
  'party-lessons': partyLessonsSource,
  'regular-meetings': regularMeetingsSource,
  'theme-days': themeDaysSource,
  attendance: attendanceSource,
  'appraisal-summary': appraisalSummarySource,
  talks: talksSource,
  rectification: rectificationSource,
  transfers: transfersSource,
  'mobile-members': mobileMembersSource,
  'lost-contact': lostContactSource,
  discipline: disciplineSource,
  hardship: hardshipSource,
  honours: honoursSource,
  service: serviceSource,
  'warning-education': warningEducationSource,
  applicants: applicantsSource,
  activists: activistsSource,
  candidates: candidatesSource,
  'probationary-members': probationaryMembersSource,
  'development-plan': developmentPlanSource,
  'work-log': workLogSource,
  'study-hours': studyHoursSource,
  'exam-results': examResultsSource,
  'exam-certificates': examCertificatesSource,
  points: pointsSource,
  'dues-collection': duesCollectionSource,
  'dues-fixing': duesFixingSource,
  'dues-account': duesAccountSource,
  'dues-payments': duesPaymentsSource,
};

/** Form sources by the name a form ledger asks for. */
export const formSources: Readonly<Record<string, FormSource>> = {
  'branch-profile': branchProfileSource,
  'election-plan': electionPlanSource,
  'election-result': electionResultSource,
  'member-card': memberCardSource,
  'sign-in-sheets': signInSheetsSource,
  'meeting-minutes': meetingMinutesSource,
  standardization: standardizationSource,
  'duty-report': dutyReportSource,
  'dues-receipts': duesReceiptsSource,
  'development-course': developmentCourseSource,
  'missing-papers': missingPapersSource,
  'survey-results': surveyResultsSource,
  'survey-sheets': surveySheetsSource,
  'exam-paper': examPaperSource,
  'exam-key': examKeySource,
  'exam-sheet': examSheetSource,
  'exam-certificate': examCertificateSource,
  'points-card': pointsCardSource,
};
