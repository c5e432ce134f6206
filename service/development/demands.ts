import type { DevelopmentCase, DevelopmentStep, Sponsor } from '../../contract/development.ts';
import { AppError } from '../../contract/failure.ts';
import { caseOfMember } from '../../db/queries/development.ts';
import { findRow, getRow } from '../../db/records.ts';
import { branch, group, member } from '../../db/schema/index.ts';
import { achievedBy, isTrained, judgeSteps, wasElsewhere } from '../../rules/development.ts';
import { lastApproval } from '../../rules/development-approvals.ts';
import type { DevelopmentFacts } from '../../rules/development-facts.ts';
import { stepOn, templateOn } from '../../rules/development-template.ts';
import { settingOn } from '../../rules/settings.ts';
import type { ArchiveContext } from '../context.ts';
import { demandVotes } from './votes.ts';

/**
 * Refuses what cannot be or what a hard limit forbids. What is only late or missing is stored and found by the check.
 *
 * @throws AppError `invalid-input`, `rule-broken`, `no-such-record`, `duplicate-record`
 */
export function demandSoundCase(
  context: ArchiveContext,
  record: DevelopmentCase,
  facts: DevelopmentFacts,
  stored: DevelopmentCase | undefined,
): void {
  const fields: Record<string, string[]> = {};
  demandReferences(context, record, fields);
  demandShape(context, record, fields);
  demandKnownSteps(record, facts, fields);
  if (Object.keys(fields).length > 0) throw new AppError({ code: 'invalid-input', fields });
  demandLimits(record, facts, stored);
  demandApproval(record, facts);
  demandSponsors(record, facts);
  demandTraining(record, facts);
  demandExtension(record, facts);
  demandVotes(context, record);
}

type Fields = Record<string, string[]>;

function demandReferences({ archive: { db } }: ArchiveContext, record: DevelopmentCase, fields: Fields): void {
  getRow(db, branch, 'branch', record.branchId);
  if (record.groupId !== null && findRow(db, group, record.groupId)?.branchId !== record.branchId)
    fields.groupId = ['no such group in the branch'];
  for (const list of ['contacts', 'introducers'] as const)
    record[list].forEach((each, index) => {
      if (findRow(db, member, each.memberId) === undefined) fields[`${list}.${index}.memberId`] = ['no such member'];
    });
  if (record.memberId === null) return;
  const owner = caseOfMember(db, record.memberId);
  if (owner !== undefined && owner !== record.id)
    throw new AppError({ code: 'duplicate-record', record: 'developmentCase', field: 'memberId', id: owner });
}

function demandShape(context: ArchiveContext, record: DevelopmentCase, fields: Fields): void {
  const lists = [
    'steps',
    'documents',
    'contacts',
    'introducers',
    'reviews',
    'trainings',
    'publicities',
    'activities',
    'moves',
  ];
  for (const list of lists) demandOnce(record[list as 'steps'], list, 'id', (each) => each.id, fields);
  demandOnce(record.steps, 'steps', 'attempt', (step) => `${step.no} ${step.attempt}`, fields);
  const today = context.today();
  record.steps.forEach((step, index) => {
    for (const [field, why] of Object.entries(problemsOf(step, today, record)))
      fields[`steps.${index}.${field}`] = [why];
  });
  record.documents.forEach((each, index) => {
    if (each.state === 'returned' && each.returnReason === '') fields[`documents.${index}.returnReason`] = ['required'];
    if (each.reviewer !== '' && each.reviewer === each.submittedBy)
      fields[`documents.${index}.reviewer`] = ['is the submitter'];
  });
  for (const list of ['contacts', 'introducers', 'trainings', 'publicities'] as const)
    record[list].forEach((each, index) => {
      if (each.to !== null && each.to < each.from) fields[`${list}.${index}.to`] = ['before from'];
    });
  if (record.closedOn !== null && record.closedReason === '') fields.closedReason = ['required'];
}

function problemsOf(step: DevelopmentStep, today: string, { closedOn }: DevelopmentCase): Record<string, string> {
  const problems: Record<string, string> = {};
  if (step.on > today) problems.on = 'in the future';
  else if (closedOn !== null && step.on > closedOn) problems.on = 'after the file was closed';
  const isOfStep = { extended: step.no === 23, cancelled: step.no === 23, waived: step.no === 11 };
  if (step.result in isOfStep && !isOfStep[step.result as keyof typeof isOfStep]) problems.result = 'not of this step';
  if (step.result === 'waived' && step.reason === '') problems.reason = 'required';
  if (step.result === 'extended' && step.months === null) problems.months = 'required';
  if (step.result !== 'extended' && step.months !== null) problems.months = 'only of an extension';
  return problems;
}

function demandOnce<Entry>(
  list: readonly Entry[],
  name: string,
  part: string,
  key: (entry: Entry) => string,
  fields: Fields,
): void {
  const seen = new Set<string>();
  list.forEach((entry, index) => {
    if (seen.has(key(entry))) fields[`${name}.${index}.${part}`] = ['twice the same'];
    seen.add(key(entry));
  });
}

function broken(rule: string, field: string, expected: string, actual: string, source: string): AppError {
  return new AppError({ code: 'rule-broken', rule, field, expected, actual, source });
}

/** Every step is in some version of the template. */
function demandKnownSteps(record: DevelopmentCase, { templates }: DevelopmentFacts, fields: Fields): void {
  record.steps.forEach((step, index) => {
    if (stepOn(templates, step.no, step.on) === undefined) fields[`steps.${index}.no`] = ['no such step'];
  });
}

/**
 * No step before its hard earliest day, nor without the step that must come first. What stood in the file like this
 * before (a version of the steps came later that asks for more) is told by the check and does not hold up the file.
 */
function demandLimits(record: DevelopmentCase, facts: DevelopmentFacts, stored: DevelopmentCase | undefined): void {
  const blocked = (each: DevelopmentCase) => judgeSteps(facts.templates, each).filter(({ isBlocked }) => isBlocked);
  const known = new Set(stored === undefined ? [] : blocked(stored).map(({ step }) => `${step.id} ${step.on}`));
  for (const { step, window } of blocked(record)) {
    if (known.has(`${step.id} ${step.on}`)) continue;
    const index = record.steps.findIndex((each) => each.id === step.id);
    const template = stepOn(facts.templates, step.no, step.on);
    const expected =
      window.awaits.length > 0
        ? `step ${placesOf(window.awaits, step.on, facts).join(', ')}`
        : `>= ${window.earliest ?? ''}`;
    throw broken(ruleOf(step.no, window.awaits), `steps.${index}.on`, expected, step.on, template?.source ?? '');
  }
}

/** The numbers that steps have in the version valid on a day. */
function placesOf(numbers: readonly number[], day: string, { templates }: DevelopmentFacts): number[] {
  const { steps } = templateOn(templates, day);
  return numbers.map((no) => steps.findIndex((step) => step.no === no) + 1 || no);
}

function ruleOf(no: number, awaits: readonly number[]): string {
  if (no === 1) return 'V11c';
  if (no === 7) return 'V2c';
  if (awaits.includes(10) || awaits.includes(11)) return 'V5c';
  if (awaits.includes(9)) return 'V4c';
  return no >= 13 && no <= 15 ? 'V6c' : 'development-limit';
}

/** A vote is approved within six calendar months, or taken again (V7c). */
function demandApproval(record: DevelopmentCase, facts: DevelopmentFacts): void {
  record.steps.forEach((step, index) => {
    if (step.no !== 17 || step.result !== 'passed') return;
    const vote = achievedBy(
      record.steps.filter((each) => each.no !== 17),
      step.on,
    ).done.get(15);
    if (vote === undefined || step.on <= lastApproval(vote.on, facts)) return;
    const source = settingOn(facts.settings, 'development.approval-special-months', vote.on).source;
    throw broken('V7c', `steps.${index}.on`, `<= ${lastApproval(vote.on, facts)}`, step.on, source);
  });
}

/** One or two 培养联系人 at a time; exactly two 介绍人, each a full member with rights on the day. */
function demandSponsors(record: DevelopmentCase, { hasRights }: DevelopmentFacts): void {
  const contactSource = '发展细则第9条：指定一至两名正式党员作培养联系人';
  const introducerSource = '党章第5条、发展细则第14条：有两名正式党员作入党介绍人';
  const demandRights = (list: 'contacts' | 'introducers', rule: string, source: string) =>
    record[list].forEach((each, index) => {
      if (hasRights(each.memberId, each.from) === false)
        throw broken(rule, `${list}.${index}.memberId`, 'full member with rights', each.memberId, source);
    });
  demandRights('contacts', 'development-contacts', contactSource);
  demandRights('introducers', 'V4c', introducerSource);
  const done = (no: number) => record.steps.findLast((step) => step.no === no && step.result === 'passed');
  const most = Math.max(0, ...record.contacts.map((each) => inForce(record.contacts, each.from).length));
  if (most > 2) throw broken('development-contacts', 'contacts', '1-2', String(most), contactSource);
  const named = done(5);
  if (named !== undefined && record.contacts.length === 0 && !wasElsewhere(record, named.on))
    throw broken('development-contacts', 'contacts', '1-2', '0', contactSource);
  const appointed = done(9);
  if (appointed === undefined) return;
  const day = done(15)?.on ?? latestOf([appointed.on, ...record.introducers.map((each) => each.from)]);
  // Those of the former unit are no members here; they stand in the entry itself.
  if (wasElsewhere(record, day)) return;
  const people = new Set(inForce(record.introducers, day).map((each) => each.memberId));
  if (people.size !== 2) throw broken('V4c', 'introducers', '2', String(people.size), introducerSource);
}

function inForce(list: readonly Sponsor[], day: string): Sponsor[] {
  return list.filter((each) => each.from <= day && (each.to === null || each.to > day));
}

function latestOf(days: readonly string[]): string {
  return days.toSorted().at(-1) ?? '';
}

function demandTraining(record: DevelopmentCase, { settings }: DevelopmentFacts): void {
  record.steps.forEach((step, index) => {
    if (step.no !== 11 || step.result !== 'passed') return;
    const days = settingOn(settings, 'development.training-days', step.on);
    const hours = settingOn(settings, 'development.training-hours', step.on);
    if (isTrained(record, step.on, { days: days.value, hours: hours.value }) || wasElsewhere(record, step.on)) return;
    const own = record.trainings.filter((each) => each.kind === 'candidate');
    const sum = (field: 'days' | 'hours') => own.reduce((total, each) => total + (each[field] ?? 0), 0);
    const expected = `${days.value} days or ${hours.value} hours`;
    const actual = `${sum('days')} days, ${sum('hours')} hours`;
    throw broken('V5c', `steps.${index}.result`, expected, actual, `${days.source}；${hours.source}`);
  });
}

/** Once, from six to twelve months; after it only confirmation or cancelling. */
function demandExtension(record: DevelopmentCase, facts: DevelopmentFacts): void {
  for (const { step, extensionsBefore } of judgeSteps(facts.templates, record)) {
    if (step.result !== 'extended') continue;
    const index = record.steps.findIndex((each) => each.id === step.id);
    const least = settingOn(facts.settings, 'development.extension-least-months', step.on);
    const greatest = settingOn(facts.settings, 'development.extension-greatest-months', step.on);
    const source = `${greatest.source}；${least.source}；只能延长一次`;
    const months = step.months ?? 0;
    if (months < least.value || months > greatest.value)
      throw broken('V9c', `steps.${index}.months`, `${least.value}-${greatest.value}`, String(months), source);
    if (extensionsBefore > 0) throw broken('V9c', `steps.${index}.result`, 'passed or cancelled', 'extended', source);
  }
}
