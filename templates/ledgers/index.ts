import type { LedgerSpec } from '../../contract/ledger.ts';
import { branchProfile } from './01-branch-profile.ts';
import { committee } from './02-committee.ts';
import { memberRoster } from './03-member-roster.ts';
import { memberCard } from './04-member-card.ts';
import { groups } from './05-groups.ts';
import { elections } from './06-elections.ts';
import { applicants } from './07-applicants.ts';
import { activists } from './08-activists.ts';
import { candidates } from './09-candidates.ts';
import { probationaryMembers } from './10-probationary-members.ts';
import { developmentCourse } from './11-development-course.ts';
import { developmentPlan } from './12-development-plan.ts';
import { membersMeetings } from './13-members-meetings.ts';
import { committeeMeetings } from './14-committee-meetings.ts';
import { groupMeetings } from './15-group-meetings.ts';
import { partyLessons } from './16-party-lessons.ts';
import { regularMeetings } from './17-regular-meetings.ts';
import { themeDays } from './18-theme-days.ts';
import { signInSheets } from './19-sign-in-sheets.ts';
import { meetingMinutes } from './20-meeting-minutes.ts';
import { attendance } from './21-attendance.ts';
import { talks } from './22-talks.ts';
import { rectification } from './23-rectification.ts';
import { appraisalSummary } from './24-appraisal-summary.ts';
import { duesCollection } from './25-dues-collection.ts';
import { duesFixing } from './26-dues-fixing.ts';
import { duesAccount } from './27-dues-account.ts';
import { studyHours } from './28-study-hours.ts';
import { points } from './29-points.ts';
import { transfers } from './30-transfers.ts';
import { mobileMembers } from './31-mobile-members.ts';
import { lostContact } from './32-lost-contact.ts';
import { discipline } from './33-discipline.ts';
import { hardship } from './34-hardship.ts';
import { honours } from './35-honours.ts';
import { service } from './36-service.ts';
import { warningEducation } from './37-warning-education.ts';
import { standardization } from './39-standardization.ts';
import { dutyReport } from './40-duty-report.ts';
import { workLog } from './41-work-log.ts';
import { duesPayments } from './42-dues-payments.ts';
import { missingPapers } from './43-missing-papers.ts';
import { duesReceipts } from './45-dues-receipts.ts';
import { examResults } from './46-exam-results.ts';
import { examCertificates } from './47-exam-certificates.ts';
import { surveyResults } from './48-survey-results.ts';
import { surveySheets } from './49-survey-sheets.ts';
import { electionPlan } from './60-election-plan.ts';
import { electionResult } from './61-election-result.ts';

/** Every ledger the program prints, in the order of their numbers (domain.md §9; from 39 on our own). */
export const ledgers: readonly LedgerSpec[] = [
  branchProfile,
  committee,
  memberRoster,
  memberCard,
  groups,
  elections,
  applicants,
  activists,
  candidates,
  probationaryMembers,
  developmentCourse,
  developmentPlan,
  membersMeetings,
  committeeMeetings,
  groupMeetings,
  partyLessons,
  regularMeetings,
  themeDays,
  signInSheets,
  meetingMinutes,
  attendance,
  talks,
  rectification,
  appraisalSummary,
  duesCollection,
  duesFixing,
  duesAccount,
  studyHours,
  points,
  transfers,
  mobileMembers,
  lostContact,
  discipline,
  hardship,
  honours,
  service,
  warningEducation,
  standardization,
  dutyReport,
  workLog,
  duesPayments,
  duesReceipts,
  missingPapers,
  examResults,
  examCertificates,
  surveyResults,
  surveySheets,
  electionPlan,
  electionResult,
];
