import { Appraisal, type AppraisalView, blankAppraisal } from '../contract/assessment.ts';
import { AppError } from '../contract/failure.ts';
import type { ReadableDb } from '../db/open.ts';
import { listAppraisals } from '../db/queries/assessments.ts';
import { membersOn } from '../db/queries/members.ts';
import { listSettings } from '../db/queries/settings.ts';
import { findRow, getRow } from '../db/records.ts';
import { appraisal, branch, meeting } from '../db/schema/index.ts';
import {
  type AppraisalProblem,
  appraisalProblems,
  appraisalSource,
  countGrades,
  excellentQuota,
} from '../rules/appraisal.ts';
import { ageOn, categoryHeldOn, isInHeadcount } from '../rules/member.ts';
import type { HandlersOf } from './handler-types.ts';
import { completeDraft, saveFlatRecord } from './save.ts';

export const appraisalHandlers = {
  'appraisal.list': ({ archive: { db } }, of) => listAppraisals(db, of).map((row) => appraisalView(db, row)),
  'appraisal.get': ({ archive: { db } }, { id }) => appraisalView(db, getRow(db, appraisal, 'appraisal', id)),
  'appraisal.check': ({ archive: { db } }, { draft }) =>
    appraisalView(db, completeDraft(Appraisal, findRow(db, appraisal, draft.id), blankAppraisal, draft)),
  'appraisal.save': (context, input) => {
    const { db } = context.archive;
    const saved = saveFlatRecord(
      context,
      { record: 'appraisal', table: appraisal, schema: Appraisal, blank: blankAppraisal },
      input,
      (record) => {
        getRow(db, branch, 'branch', record.branchId);
        if (record.meetingId !== null) getRow(db, meeting, 'meeting', record.meetingId);
        demandOnce(record);
        demandGradable(db, record);
      },
    );
    return appraisalView(db, saved);
  },
} satisfies HandlersOf<'appraisal.list' | 'appraisal.get' | 'appraisal.check' | 'appraisal.save'>;

/** An appraisal with its people as they were that day, the quota, the counts, and what does not fit. */
export function appraisalView(db: ReadableDb, record: Appraisal): AppraisalView {
  const settings = listSettings(db);
  const people = peopleOn(db, record);
  const full = people.filter((person) => person.category === 'full').length;
  const counts = countGrades(record.entries.filter((entry) => isFull(people, entry.memberId)));
  const quota = excellentQuota(full, counts.excellent, settings, record.heldOn);
  const problems = appraisalProblems({ ...record, roster: people }, settings);
  return {
    appraisal: record,
    people,
    quota: {
      full,
      allowed: quota.allowed,
      given: quota.given,
      arithmetic: quota.arithmetic,
      source: quota.source,
    },
    counts,
    findings: problems.map(finding),
  };
}

type Person = AppraisalView['people'][number];

function peopleOn(db: ReadableDb, record: Appraisal): Person[] {
  const day = record.heldOn;
  return membersOn(db, { asOf: day, branchId: record.branchId }, 'pinyin').flatMap(({ member }) => {
    const category = categoryHeldOn(member, day);
    if (!isInHeadcount(member, day, record.branchId) || (category !== 'full' && category !== 'probationary')) return [];
    return [
      {
        memberId: member.id,
        name: member.name,
        sex: member.sex,
        age: ageOn(member.bornOn, day),
        category,
        isGraded: category === 'full',
      },
    ];
  });
}

function isFull(people: readonly Person[], memberId: string): boolean {
  return people.find((person) => person.memberId === memberId)?.category === 'full';
}

function demandOnce(record: Appraisal): void {
  const ids = record.entries.map((entry) => entry.memberId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) throw new AppError({ code: 'invalid-input', fields: { [`entries.${twice}.memberId`]: ['twice'] } });
}

/** 预备党员参加评议，不定等次: a grade for one is never stored. */
function demandGradable(db: ReadableDb, record: Appraisal): void {
  const probationary = new Set(
    peopleOn(db, record)
      .filter((person) => !person.isGraded)
      .map((person) => person.memberId),
  );
  const index = record.entries.findIndex((entry) => entry.decidedGrade !== null && probationary.has(entry.memberId));
  if (index >= 0)
    throw new AppError({
      code: 'rule-broken',
      rule: 'R1',
      field: `entries.${index}.decidedGrade`,
      expected: 'null',
      actual: record.entries[index]?.decidedGrade ?? '',
      source: appraisalSource,
    });
}

function finding(problem: AppraisalProblem): AppraisalView['findings'][number] {
  const source = appraisalSource;
  if ('memberIds' in problem)
    return { rule: 'R1', field: problem.code, expected: '0', actual: problem.memberIds.join(' '), source };
  return {
    rule: 'R1',
    field: problem.code,
    expected: String(problem.expected),
    actual: String(problem.actual),
    source,
  };
}
