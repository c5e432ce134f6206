import type { Migration } from '../migrate.ts';
import { records } from './010-records.ts';
import { development } from './020-development.ts';
import { dues } from './030-dues.ts';
import { education } from './040-education.ts';
import { registers } from './060-registers.ts';
import { attachments } from './070-attachments.ts';
import { people } from './080-people.ts';
import { changes } from './090-changes.ts';
import { exams } from './100-exams.ts';
import { points } from './110-points.ts';
import { courses } from './115-courses.ts';
import { elections } from './130-elections.ts';
import { surveys } from './140-surveys.ts';
import { developmentTemplates } from './150-development-templates.ts';
import { formerCommittees } from './170-former-committees.ts';
import { guests } from './180-guests.ts';
import { electionChecklist } from './190-election-checklist.ts';
import { formerNames } from './200-former-names.ts';

/** Every step in order; numbers in tens, so that parallel work merges. */
export const migrations: readonly Migration[] = [
  records,
  development,
  dues,
  education,
  registers,
  attachments,
  people,
  changes,
  exams,
  points,
  courses,
  elections,
  surveys,
  developmentTemplates,
  formerCommittees,
  guests,
  electionChecklist,
  formerNames,
];
