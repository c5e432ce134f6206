import { assessmentText } from './assessments.ts';
import { commonText } from './common.ts';
import { copiesText } from './copies.ts';
import { firstRunText } from './first-run.ts';
import { historyText } from './history.ts';
import { meetingText } from './meetings.ts';
import { workLogText } from './work-log.ts';

/** Every sentence that the window shows, by subject; a subject adds its own file and one line here. */
export const text = {
  ...commonText,
  copies: copiesText,
  firstRun: firstRunText,
  history: historyText,
  assessment: assessmentText,
  meetings: meetingText,
  workLog: workLogText,
} as const;
