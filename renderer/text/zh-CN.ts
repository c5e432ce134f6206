import { assessmentText } from './assessments.ts';
import { attachmentText } from './attachments.ts';
import { changesText } from './changes.ts';
import { commonText } from './common.ts';
import { copiesText } from './copies.ts';
import { coursesText } from './courses.ts';
import { developmentText } from './development.ts';
import { developmentTemplateText } from './development-template.ts';
import { dueText } from './due.ts';
import { duesText } from './dues.ts';
import { educationText } from './education.ts';
import { electionText } from './elections.ts';
import { examsText } from './exams.ts';
import { firstRunText } from './first-run.ts';
import { historyText } from './history.ts';
import { homeText } from './home.ts';
import { importText } from './import.ts';
import { ledgerText } from './ledgers.ts';
import { meetingText } from './meetings.ts';
import { memberText } from './members.ts';
import { peopleText } from './people.ts';
import { pointsText } from './points.ts';
import { printText } from './print.ts';
import { registersText } from './registers.ts';
import { searchText } from './search.ts';
import { settingsText } from './settings.ts';
import { snapshotText } from './snapshots.ts';
import { surveyText } from './surveys.ts';
import { workLogText } from './work-log.ts';

/** Every sentence that the window shows, by subject; a subject adds its own file and one line here. */
export const text = {
  ...commonText,
  changes: changesText,
  attachments: attachmentText,
  copies: copiesText,
  courses: coursesText,
  development: developmentText,
  developmentTemplate: developmentTemplateText,
  due: dueText,
  dues: duesText,
  education: educationText,
  elections: electionText,
  exams: examsText,
  firstRun: firstRunText,
  history: historyText,
  home: homeText,
  rosterImport: importText,
  search: searchText,
  settings: settingsText,
  assessment: assessmentText,
  ledgers: ledgerText,
  meetings: meetingText,
  snapshots: snapshotText,
  member: memberText,
  people: peopleText,
  points: pointsText,
  print: printText,
  surveys: surveyText,
  registers: registersText,
  workLog: workLogText,
} as const;
