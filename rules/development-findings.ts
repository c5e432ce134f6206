import type { DevelopmentCase, Sponsor } from '../contract/development.ts';
import type { DevelopmentFinding, Rhythm, StepState } from '../contract/development-process.ts';
import { addMonths, daysBetween } from './dates.ts';
import {
  type Achieved,
  achievedBy,
  isTrained,
  type JudgedStep,
  judgeSteps,
  stageOf,
  wasElsewhere,
} from './development.ts';
import { approvalFindings, extensionFindings, leavingFindings } from './development-approvals.ts';
import { type DevelopmentFacts, documentStateOn, type Found, isLacking } from './development-facts.ts';
import { moveFindings, reviewFindings, rhythmFindings } from './development-reviews.ts';
import { stepOn } from './development-template.ts';
import { ageOn } from './member.ts';
import { settingOn } from './settings.ts';

/**
 * What is out of order, due or missing in a person's file on a day, by the rules V1c–V7c and V9c–V13c of
 * domain.md §11 and the limits of the template.
 */
export function developmentFindings(
  record: DevelopmentCase,
  facts: DevelopmentFacts,
  { steps, rhythms }: { steps: readonly StepState[]; rhythms: readonly Rhythm[] },
): DevelopmentFinding[] {
  const achieved = achievedBy(record.steps, facts.asOf);
  const judged = judgeSteps(facts.templates, record).filter(({ step }) => step.on <= facts.asOf);
  const isOpen = record.closedOn === null || record.closedOn > facts.asOf;
  const found: Found[] = [
    ...ageFindings(record, achieved),
    ...limitFindings(judged, facts),
    ...sponsorFindings(record, achieved, facts),
    ...preparationFindings(record, achieved, facts),
    ...extensionFindings(achieved, judged, facts),
  ];
  if (isOpen)
    found.push(
      ...talkFindings(achieved, facts),
      ...reviewFindings(record, achieved, facts),
      ...rhythmFindings(rhythms),
      ...moveFindings(record),
      ...approvalFindings(achieved, facts),
      ...leavingFindings(record, achieved, facts),
      ...documentFindings(record, achieved, facts, steps),
      ...nextFindings(achieved, facts, steps),
    );
  return found.map((each) => ({ stepNo: null, dueOn: null, params: {}, ...each }));
}

function ageFindings(record: DevelopmentCase, { done }: Achieved): Found[] {
  const applied = done.get(1);
  if (applied === undefined) return [];
  const shared = { rule: 'V11c', stepNo: 1, expected: '18', source: '党章第1条、发展细则第5条：年满十八岁' } as const;
  if (record.bornOn === null) return [{ ...shared, code: 'birth-unknown', severity: 'incomplete', actual: '' }];
  const age = ageOn(record.bornOn, applied.on);
  return age === null || age >= 18
    ? []
    : [{ ...shared, code: 'too-young', severity: 'overdue', actual: String(age), params: { on: applied.on } }];
}

/** Hard limits broken (older entries), and soft limits passed without a reason. */
function limitFindings(judged: readonly JudgedStep[], { templates }: DevelopmentFacts): Found[] {
  return judged.flatMap(({ step, window, isBlocked, isOutside }): Found[] => {
    const expected =
      window.awaits.length > 0
        ? window.awaits.join(',')
        : step.on < (window.earliest ?? '')
          ? `>=${window.earliest}`
          : `<=${window.latest}`;
    const source = stepOn(templates, step.no, step.on)?.source ?? '发展党员工作细则';
    const shared = { stepNo: step.no, expected, actual: step.on, params: { step: step.no, on: step.on }, source };
    if (isBlocked) {
      const rule = step.no === 1 ? 'V11c' : step.no === 7 ? 'V2c' : step.no === 15 ? 'V6c' : 'development-limit';
      if (rule === 'V11c') return [];
      return [{ ...shared, rule, code: 'too-early', severity: 'overdue' }];
    }
    if (!isOutside || step.reason !== '' || step.result === 'rejected') return [];
    const rule = step.no === 2 ? 'V1c' : 'development-limit';
    return [{ ...shared, rule, code: 'without-reason', severity: 'incomplete' }];
  });
}

function talkFindings({ done }: Achieved, { asOf }: DevelopmentFacts): Found[] {
  const applied = done.get(1);
  if (applied === undefined || done.has(2)) return [];
  const dueOn = addMonths(applied.on, 1);
  const days = daysBetween(asOf, dueOn);
  return [
    {
      rule: 'V1c',
      code: days < 0 ? 'late' : 'due',
      severity: days < 0 ? 'overdue' : 'due-soon',
      stepNo: 2,
      dueOn,
      expected: dueOn,
      actual: '',
      source: '发展细则第7条：党组织收到入党申请书后，应当在一个月内派人同入党申请人谈话',
    },
  ];
}

/** `to` is the first day on which somebody is it no longer. */
function isSponsorOn({ from, to }: Sponsor, day: string | undefined): boolean {
  return day !== undefined && from <= day && (to === null || to > day);
}

function sponsorFindings(record: DevelopmentCase, { done }: Achieved, { hasRights, asOf }: DevelopmentFacts): Found[] {
  const found: Found[] = [];
  const source = '党章第5条、发展细则第14条：入党介绍人为两名正式党员';
  const appointed = done.get(9);
  if (appointed !== undefined && !wasElsewhere(record, done.get(15)?.on ?? appointed.on)) {
    const day = done.get(15)?.on ?? asOf;
    const count = record.introducers.filter((each) => isSponsorOn(each, day)).length;
    if (count !== 2)
      found.push({
        rule: 'V4c',
        code: 'introducers',
        severity: 'overdue',
        stepNo: 9,
        expected: '2',
        actual: String(count),
        source,
      });
  }
  const vote = done.get(15)?.on;
  const lacksRights = (memberId: string, day: string | undefined) =>
    day !== undefined && hasRights(memberId, day) === false;
  for (const each of record.introducers)
    if (lacksRights(each.memberId, each.from) || (isSponsorOn(each, vote) && lacksRights(each.memberId, vote)))
      found.push({
        rule: 'V4c',
        code: 'without-rights',
        severity: 'overdue',
        stepNo: 9,
        params: { memberId: each.memberId, on: each.from },
        expected: 'full',
        actual: each.memberId,
        source,
      });
  return found;
}

/** Admitted without a political review or without enough training. */
function preparationFindings(record: DevelopmentCase, { done }: Achieved, facts: DevelopmentFacts): Found[] {
  const vote = done.get(15);
  if (vote === undefined || wasElsewhere(record, vote.on)) return [];
  const found: Found[] = [];
  const days = settingOn(facts.settings, 'development.training-days', vote.on).value;
  const hours = settingOn(facts.settings, 'development.training-hours', vote.on).value;
  const shared = { rule: 'V5c', severity: 'overdue', actual: '' } as const;
  if (!done.has(10))
    found.push({ ...shared, code: 'no-political-review', stepNo: 10, expected: '10', source: '发展细则第16条' });
  const training = done.get(11);
  const isWaived = training?.result === 'waived' && training.reason !== '';
  if (!isWaived && !isTrained(record, vote.on, { days, hours }))
    found.push({
      ...shared,
      code: 'no-training',
      stepNo: 11,
      params: { days, hours },
      expected: `${days}/${hours}`,
      source: '发展细则第17条：培训时间一般不少于三天（或不少于二十四个学时）',
    });
  // The vote is held against the form (its limit) and, where that came before the preliminary review, against that too.
  const reviews = record.steps.filter(({ no, result, on }) => no === 13 && result === 'passed' && on <= facts.asOf);
  const [firstReview] = reviews.map(({ on }) => on).toSorted();
  const isFormFirst = (done.get(14)?.on ?? vote.on) <= vote.on;
  if (firstReview !== undefined && firstReview > vote.on && isFormFirst)
    found.push({
      rule: 'V6c',
      code: 'too-early',
      severity: 'overdue',
      stepNo: 15,
      params: { step: 15, on: vote.on },
      expected: `>=${firstReview}`,
      actual: vote.on,
      source: '发展细则第18至20条：上级党委预审合格后，方可填写入党志愿书、提交支部大会讨论',
    });
  const present = vote.meetingId === null ? null : facts.presentAt(vote.meetingId);
  const absent = record.introducers.filter(
    (each) => present !== null && isSponsorOn(each, vote.on) && !present.has(each.memberId),
  );
  if (absent.length > 0)
    found.push({
      rule: 'V6c',
      code: 'introducers-absent',
      severity: 'incomplete',
      stepNo: 15,
      params: { count: absent.length },
      expected: '2',
      actual: String(2 - absent.length),
      source: '发展细则第21条：发展对象和入党介绍人到会',
    });
  if (vote.meetingId === null)
    found.push({
      rule: 'V6c',
      code: 'no-meeting',
      severity: 'incomplete',
      stepNo: 15,
      expected: 'V1',
      actual: '',
      source: '发展细则第21、22条',
    });
  return found;
}

function documentFindings(
  record: DevelopmentCase,
  { done }: Achieved,
  { templates, asOf }: DevelopmentFacts,
  steps: readonly StepState[],
): Found[] {
  const found: Found[] = [];
  const lacking = steps
    .filter((step) => step.state === 'done')
    .flatMap((step) => step.documents.filter((each) => !each.isOptional && isLacking(each.state)));
  if (lacking.length > 0)
    found.push({
      rule: 'development-documents',
      code: 'missing',
      severity: 'incomplete',
      params: { count: lacking.length, first: lacking[0]?.title ?? '' },
      expected: '0',
      actual: String(lacking.length),
      source: '发展党员工作流程图：各步骤应有材料',
    });
  // Filed with step 25; where a province has none, with the approval of the confirmation.
  const last = steps.some(({ no }) => no === 25) ? 25 : 24;
  if (!done.has(last)) return found;
  const there = new Set(
    record.documents.filter((each) => !isLacking(documentStateOn(each, asOf))).map((each) => each.title),
  );
  const coreDocuments = templates[0]?.coreDocuments ?? [];
  const core = coreDocuments.filter(({ titles }) => !titles.some((title) => there.has(title)));
  if (core.length > 0)
    found.push({
      rule: 'V12c',
      code: 'core-missing',
      severity: 'overdue',
      stepNo: last,
      params: { names: core.map(({ name }) => name).join('、') },
      expected: String(coreDocuments.length),
      actual: String(coreDocuments.length - core.length),
      source: '发展细则第35条：入党志愿书、入党申请书、政治审查材料、转正申请书、培养教育考察材料',
    });
  return found;
}

/** What comes next, where no other rule speaks of it. */
function nextFindings(achieved: Achieved, facts: DevelopmentFacts, steps: readonly StepState[]): Found[] {
  const told = [2, 17, 23, 24];
  return (
    steps
      .filter((step) => step.state === 'next' || step.state === 'overdue')
      // Other rules speak of these, and of a vote that has lapsed.
      .filter((step) => !told.includes(step.no) && !achieved.done.has(step.no))
      .flatMap((step): Found[] => {
        const days = step.latest === null ? null : daysBetween(facts.asOf, step.latest);
        const soon = settingOn(facts.settings, 'development.reminder-days', facts.asOf).value;
        const isLate = days !== null && days < 0;
        if (step.earliest !== null && step.earliest > facts.asOf) return [];
        if (stageOf(achieved) === 'probationary' && step.no === 21 && !isLate) return [];
        return [
          {
            rule: 'development-step',
            code: isLate ? 'late' : 'next',
            severity: isLate ? 'overdue' : days !== null && days <= soon ? 'due-soon' : 'todo',
            stepNo: step.no,
            dueOn: step.latest,
            params: { step: step.no },
            expected: step.latest ?? '',
            actual: '',
            source: stepOn(facts.templates, step.no, facts.asOf)?.source ?? '',
          },
        ];
      })
  );
}
