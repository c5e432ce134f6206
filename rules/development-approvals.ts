import type { DevelopmentCase } from '../contract/development.ts';
import type { IsoDate } from '../contract/values.ts';
import { addMonths } from './dates.ts';
import { type Achieved, admittedOn, type JudgedStep, stageOf } from './development.ts';
import type { DevelopmentFacts, Found } from './development-facts.ts';
import { settingOn } from './settings.ts';

const approvalSource = '发展细则第27条：党委应当在三个月内审批；特殊情况不超过六个月，超过的重新提交支部大会表决';

/** Last day on which the vote of an admission may still be approved: six calendar months from it (V7c). */
export function lastApproval(votedOn: IsoDate, facts: Pick<DevelopmentFacts, 'settings'>): IsoDate {
  return addMonths(votedOn, settingOn(facts.settings, 'development.approval-special-months', votedOn).value);
}

/** Approvals that are pending: of the admission (V7c) and of the confirmation (V10c). */
export function approvalFindings(achieved: Achieved, facts: DevelopmentFacts): Found[] {
  const { done } = achieved;
  const found: Found[] = [];
  const vote = done.get(15);
  if (vote !== undefined && !done.has(17)) {
    const reminder = settingOn(facts.settings, 'development.approval-reminder-months', vote.on).value;
    const last = lastApproval(vote.on, facts);
    const dueOn = addMonths(vote.on, 3);
    const isVoid = facts.asOf > last;
    const isLate = facts.asOf > dueOn;
    if (facts.asOf > addMonths(vote.on, reminder))
      found.push({
        rule: 'V7c',
        code: isVoid ? 'vote-again' : isLate ? 'late' : 'soon',
        severity: isLate ? 'overdue' : 'due-soon',
        stepNo: 17,
        dueOn: isVoid ? last : dueOn,
        expected: dueOn,
        actual: '',
        source: approvalSource,
      });
  }
  const approval = done.get(17);
  if (vote !== undefined && approval !== undefined && approval.on > lastApproval(vote.on, facts))
    found.push({
      rule: 'V7c',
      code: 'approved-late',
      severity: 'overdue',
      stepNo: 17,
      params: { on: approval.on },
      expected: `<=${lastApproval(vote.on, facts)}`,
      actual: approval.on,
      source: approvalSource,
    });
  const confirmation = done.get(23);
  if (confirmation !== undefined && !done.has(24)) {
    const dueOn = addMonths(confirmation.on, 3);
    if (facts.asOf > dueOn)
      found.push({
        rule: 'V10c',
        code: 'late',
        severity: 'due-soon',
        stepNo: 24,
        dueOn,
        expected: dueOn,
        actual: '',
        source: '发展细则第34条：党委应当在三个月内审批',
      });
  }
  return found;
}

/** An extension is once and lasts six to twelve months (V9c). */
export function extensionFindings(achieved: Achieved, judged: readonly JudgedStep[], facts: DevelopmentFacts): Found[] {
  const source = '党章第7条：延长预备期不能超过一年；细则：不少于六个月';
  const found: Found[] = judged
    .filter(({ step }) => step.result === 'extended')
    .flatMap(({ step }): Found[] => {
      const least = settingOn(facts.settings, 'development.extension-least-months', step.on).value;
      const greatest = settingOn(facts.settings, 'development.extension-greatest-months', step.on).value;
      const months = step.months ?? 0;
      if (months >= least && months <= greatest) return [];
      return [
        {
          rule: 'V9c',
          code: 'out-of-range',
          severity: 'overdue',
          stepNo: 23,
          params: { months },
          expected: `${least}-${greatest}`,
          actual: String(months),
          source,
        },
      ];
    });
  if (achieved.extensions.length > 1)
    found.push({
      rule: 'V9c',
      code: 'twice',
      severity: 'overdue',
      stepNo: 23,
      expected: '1',
      actual: String(achieved.extensions.length),
      source,
    });
  return found;
}

/** Who leaves the unit within three months is generally not admitted (V13c). */
export function leavingFindings(record: DevelopmentCase, achieved: Achieved, facts: DevelopmentFacts): Found[] {
  const stage = stageOf(achieved);
  if (record.leavesUnitOn === null || stage === 'applicant' || stage === 'activist') return [];
  const day = admittedOn(achieved) ?? achieved.done.get(15)?.on ?? facts.asOf;
  const months = settingOn(facts.settings, 'development.leaving-months', day).value;
  if (record.leavesUnitOn < day || record.leavesUnitOn > addMonths(day, months)) return [];
  return [
    {
      rule: 'V13c',
      code: 'leaving',
      severity: 'due-soon',
      stepNo: 13,
      params: { on: record.leavesUnitOn, months },
      expected: `>${addMonths(day, months)}`,
      actual: record.leavesUnitOn,
      source: '发展细则第19条：三个月内将离开工作、学习单位的，一般不办理接收预备党员的手续',
    },
  ];
}
