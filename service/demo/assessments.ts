import type { AppraisalGrade } from '../../contract/assessment.ts';
import type { Wire } from '../../contract/operations.ts';
import type { Random } from './random.ts';
import { words } from './words.ts';

interface Graded {
  memberId: string;
  category: 'full' | 'probationary';
}

/** A year's 民主评议 with everybody graded and the excellent within the quota. */
export function appraisalDraft(
  random: Random,
  year: number,
  branchId: string,
  people: readonly Graded[],
  meetingId: string,
): Wire<'appraisal.save'>['draft'] {
  const full = people.filter((person) => person.category === 'full').length;
  const ballots = people.length;
  let excellent = Math.floor(full / 4);
  return {
    id: `appraisal-${year}`,
    revision: 0,
    branchId,
    year,
    heldOn: `${year}-10-22`,
    meetingId,
    decidedBy: 'committee-meeting',
    decidedOn: `${year}-10-25`,
    ballotsIssued: ballots,
    ballotsReturned: ballots,
    ballotsValid: ballots,
    entries: people.map((person) => {
      const isFull = person.category === 'full';
      const grade: AppraisalGrade | null = !isFull ? null : excellent-- > 0 ? 'excellent' : 'qualified';
      const pollExcellent = Math.floor(ballots * (grade === 'excellent' ? 0.8 : 0.2 + random.next() * 0.3));
      return {
        memberId: person.memberId,
        selfGrade: isFull ? 'qualified' : null,
        mutualGrade: grade,
        pollExcellent: isFull ? pollExcellent : null,
        pollQualified: isFull ? ballots - pollExcellent : null,
        pollBasicallyQualified: isFull ? 0 : null,
        pollUnqualified: isFull ? 0 : null,
        decidedGrade: grade,
        notTakenPartReason: '',
        note: '',
      };
    }),
  };
}

export function dutyReportDraft(
  year: number,
  branchId: string,
  secretary: { memberId: string; name: string },
): Wire<'dutyReport.save'>['draft'] {
  return {
    id: `duty-report-${year}`,
    revision: 0,
    branchId,
    year,
    reporterId: secretary.memberId,
    reporterName: secretary.name,
    reportedOn: `${year}-11-05`,
    place: words.venue,
    preparation: `征求党员和群众意见。${words.madeUp}`,
    report: `${year}年度抓党建工作情况。${words.madeUp}`,
    lastYearProblems: [{ id: 'last-1', problem: '流动党员联系不够经常', measure: '每月电话联系一次', isDone: true }],
    comments: [{ id: 'comment-1', speaker: '街道党工委', text: `现场点评。${words.madeUp}` }],
    pollGood: 14,
    pollFairlyGood: 4,
    pollAverage: 0,
    pollPoor: 0,
    ballotsIssued: 18,
    ballotsReturned: 18,
    grade: 'good',
    decidedBy: '街道党工委',
    problems: [
      {
        id: 'problem-1',
        problem: '主题党日形式不够丰富',
        measure: '每季度安排一次实践活动',
        responsible: secretary.name,
        dueOn: `${year + 1}-06-30`,
        doneOn: null,
      },
    ],
  };
}
