import type { DevelopmentCase, DevelopmentStep, Sponsor } from '../../contract/development.ts';
import { AppError } from '../../contract/failure.ts';
import { caseOfMember } from '../../db/queries/development.ts';
import { findRow, getRow } from '../../db/records.ts';
import { branch, group, member } from '../../db/schema/index.ts';
import { isTrained, judgeSteps } from '../../rules/development.ts';
import type { DevelopmentFacts } from '../../rules/development-facts.ts';
import { settingOn } from '../../rules/settings.ts';
import type { ArchiveContext } from '../context.ts';
import { demandVotes } from './votes.ts';

/**
 * Refuses what cannot be or what a hard limit forbids. What is only late or missing is stored and found by the check.
 *
 * @throws AppError `invalid-input`, `rule-broken`, `no-such-record`, `duplicate-record`
 */
export function demandSoundCase(context: ArchiveContext, record: DevelopmentCase, facts: DevelopmentFacts): void {
  const fields: Record<string, string[]> = {};
  demandReferences(context, record, fields);
  demandShape(context, record, fields);
  if (Object.keys(fields).length > 0) throw new AppError({ code: 'invalid-input', fields });
  demandLimits(record, facts);
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
  const lists = ['steps', 'documents', 'contacts', 'introducers', 'reviews', 'trainings', 'publicities', 'activities'];
  for (const list of lists) demandOnce(record[list as 'steps'], list, 'id', (each) => each.id, fields);
  demandOnce(record.steps, 'steps', 'attempt', (step) => `${step.no} ${step.attempt}`, fields);
  const today = context.today();
  record.steps.forEach((step, index) => {
    for (const [field, why] of Object.entries(problemsOf(step, today))) fields[`steps.${index}.${field}`] = [why];
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

function problemsOf(step: DevelopmentStep, today: string): Record<string, string> {
  const problems: Record<string, string> = {};
  if (step.on > today) problems.on = 'in the future';
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

/** No step before its hard earliest day, nor without the step that must come first. */
function demandLimits(record: DevelopmentCase, facts: DevelopmentFacts): void {
  for (const { step, window, isBlocked } of judgeSteps(facts.template, record)) {
    if (!isBlocked) continue;
    const index = record.steps.findIndex((each) => each.id === step.id);
    const template = facts.template.steps.find((each) => each.no === step.no);
    const expected = window.awaits.length > 0 ? `step ${window.awaits.join(', ')}` : `>= ${window.earliest ?? ''}`;
    throw broken(ruleOf(step.no, window.awaits), `steps.${index}.on`, expected, step.on, template?.source ?? '');
  }
}

function ruleOf(no: number, awaits: readonly number[]): string {
  if (no === 1) return 'V11c';
  if (no === 7) return 'V2c';
  if (awaits.includes(10) || awaits.includes(11)) return 'V5c';
  if (awaits.includes(9)) return 'V4c';
  return no >= 13 && no <= 15 ? 'V6c' : 'development-limit';
}

/** One or two 培养联系人 at a time; exactly two 介绍人, each a full member with rights on the day. */
function demandSponsors(record: DevelopmentCase, { hasRights, template }: DevelopmentFacts): void {
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
  if (template.steps.some((step) => step.no === 5) && done(5) !== undefined && record.contacts.length === 0)
    throw broken('development-contacts', 'contacts', '1-2', '0', contactSource);
  const appointed = done(9);
  if (appointed === undefined) return;
  const day = done(15)?.on ?? latestOf([appointed.on, ...record.introducers.map((each) => each.from)]);
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
    if (isTrained(record, step.on, { days: days.value, hours: hours.value })) return;
    const own = record.trainings.filter((each) => each.kind === 'candidate');
    const sum = (field: 'days' | 'hours') => own.reduce((total, each) => total + (each[field] ?? 0), 0);
    const expected = `${days.value} days or ${hours.value} hours`;
    const actual = `${sum('days')} days, ${sum('hours')} hours`;
    throw broken('V5c', `steps.${index}.result`, expected, actual, `${days.source}；${hours.source}`);
  });
}

/** Once, from six to twelve months; after it only confirmation or cancelling. */
function demandExtension(record: DevelopmentCase, facts: DevelopmentFacts): void {
  for (const { step, extensionsBefore } of judgeSteps(facts.template, record)) {
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
