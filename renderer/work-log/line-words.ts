import type { MeetingType } from '../../contract/meeting.ts';
import type { WorkLogLine } from '../../contract/work-log.ts';
import { meetingTypeNames } from '../../rules/codes/meeting.ts';
import { entryKindNames, leaveKindNames, statusKindNames } from '../../rules/codes/member.ts';
import { postTitleNames } from '../../rules/codes/organisation.ts';
import { trainingFormNames } from '../../rules/codes/training.ts';
import { text } from '../text/zh-CN.ts';

const words = text.workLog.sentence;

/** What happened, in words; titles that are data stay as they were entered. */
export function lineTitle({ kind, title }: WorkLogLine): string {
  if (kind === 'appraisal') return words.appraisal(title);
  if (kind === 'standardization') return words.standardization(title);
  if (kind === 'committee-term') return words.term(title);
  if (kind === 'points') return words.points(Number(title));
  if (kind === 'dues-remittance') return words.duesRemittance(title.split(' '));
  if (kind === 'dues-publication') return words.duesPublication(title.split(' '));
  return title;
}

const codeNames: Readonly<Record<string, string>> = {
  ...entryKindNames,
  ...leaveKindNames,
  ...statusKindNames,
  ...postTitleNames,
};

/** The rest of a line, its codes in words. */
export function lineDetail({ kind, detail }: WorkLogLine): string {
  if (kind === 'meeting')
    return detail
      .split(' ')
      .map((type) => meetingTypeNames[type as MeetingType] ?? type)
      .join('、');
  if (kind === 'duty-report') return words.dutyReport(detail);
  if (kind === 'entry' || kind === 'dues-publication') return detail;
  if (kind === 'dues-remittance') return words.amount(Number(detail));
  if (kind === 'course') return words.lessons(Number(detail));
  if (kind === 'points') return words.pointsSteps[detail as 'review'] ?? detail;
  if (kind === 'training') {
    const [form = '', people = ''] = detail.split(' ');
    return words.training(trainingFormNames[form as keyof typeof trainingFormNames] ?? form, Number(people));
  }
  return codeNames[detail] ?? detail;
}
