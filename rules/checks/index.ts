import { m13 } from './absence.ts';
import { r1 } from './appraisal.ts';
import { s3c } from './attachments.ts';
import type { Check } from './check.ts';
import { l1, t3 } from './contact.ts';
import { developmentChecks } from './development.ts';
import { d8 } from './dues-account.ts';
import { d3, d4, d6 } from './dues-fixing.ts';
import { d1, d2, d5, d7 } from './dues-payment.ts';
import { o6 } from './education.ts';
import { electionSteps } from './elections.ts';
import { e1, e2 } from './exams.ts';
import { fiftyYears } from './fifty-years.ts';
import { m1, m2, m3, m4, m5, m6, m7 } from './meeting-frequency.ts';
import { m9, m10, m11, m12 } from './meeting-record.ts';
import { membersIncomplete, s1c } from './member-data.ts';
import { o1, o2, o3, o4, secretaryPartyYears } from './organisation.ts';
import { p1 } from './points.ts';
import { v8c } from './probation.ts';
import { r3 } from './punished-posts.ts';
import { l2, r2, rectificationDue, t1, t4 } from './registers.ts';
import { resolutionsDue } from './resolutions.ts';
import { coursesDue, newMemberTraining } from './study.ts';
import { s4 } from './surveys.ts';
import { m8 } from './talks.ts';

/** Registry of the checks. A new rule is one value in this folder and one line here. */
export const checks: readonly Check[] = [
  m1,
  m2,
  m3,
  m4,
  m5,
  m6,
  m7,
  m8,
  m9,
  m10,
  m11,
  m12,
  m13,
  d1,
  d2,
  d3,
  d4,
  d5,
  d6,
  d7,
  d8,
  v8c,
  ...developmentChecks,
  o1,
  o2,
  o3,
  o4,
  o6,
  e1,
  e2,
  s4,
  newMemberTraining,
  coursesDue,
  secretaryPartyYears,
  r1,
  p1,
  s1c,
  membersIncomplete,
  s3c,
  resolutionsDue,
  t1,
  t3,
  t4,
  l1,
  l2,
  r2,
  r3,
  rectificationDue,
  fiftyYears,
  electionSteps,
];
