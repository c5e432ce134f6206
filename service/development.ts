import { type DevelopmentCase, developmentPlan } from '../contract/development.ts';
import type { DevelopmentRow } from '../contract/development-operations.ts';
import { AppError } from '../contract/failure.ts';
import { caseOfMember, listDevelopmentCases, listDevelopmentPlans } from '../db/queries/development.ts';
import { getRow, removeRow } from '../db/records.ts';
import {
  branch,
  developmentCase as caseTable,
  developmentPlan as planTable,
  developmentTemplate as templateTable,
} from '../db/schema/index.ts';
import { type DevelopmentFacts, isLacking } from '../rules/development-facts.ts';
import { reportOf } from '../rules/development-report.ts';
import { templateOn } from '../rules/development-template.ts';
import { developmentFacts, developmentTemplates, maskedCase } from './development/facts.ts';
import { saveCase } from './development/save.ts';
import { saveTemplate } from './development/save-template.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const developmentHandlers = {
  'developmentCase.template': ({ archive: { db }, today }, { asOf }) =>
    templateOn(developmentTemplates(db), asOf ?? today()),
  'developmentCase.list': ({ archive: { db } }, { branchId, asOf, includeClosed, memberId }) => {
    const facts = developmentFacts(db, asOf);
    const wanted = memberId === undefined ? undefined : (caseOfMember(db, memberId) ?? '');
    return listDevelopmentCases(db, { branchId })
      .filter((record) => wanted === undefined || record.id === wanted)
      .map((record) => rowOf(record, facts))
      .filter((row) => includeClosed || wanted !== undefined || !row.isClosed);
  },
  'developmentCase.get': ({ archive: { db } }, { id }) => maskedCase(getRow(db, caseTable, 'developmentCase', id)),
  'developmentCase.save': (context, input) => maskedCase(saveCase(context, input)),
  'developmentCase.remove': (context, input) =>
    context.write(
      () => {
        const stored = getRow(context.archive.db, caseTable, 'developmentCase', input.id);
        if (stored.memberId !== null)
          throw new AppError({
            code: 'record-in-use',
            record: 'developmentCase',
            id: input.id,
            by: stored.memberId,
          });
        removeRow(context.archive.db, caseTable, 'developmentCase', input);
        return {};
      },
      { reason: input.reason },
    ),
  'developmentCase.check': ({ archive: { db } }, { id, asOf }) =>
    reportOf(getRow(db, caseTable, 'developmentCase', id), developmentFacts(db, asOf)),
  'developmentCase.wall': ({ archive: { db } }, { branchId, asOf }) => {
    const facts = developmentFacts(db, asOf);
    return listDevelopmentCases(db, { branchId })
      .map((record) => reportOf(record, facts))
      .filter((report) => !report.isClosed);
  },
  'developmentPlan.list': ({ archive: { db } }, of) => listDevelopmentPlans(db, of),
  'developmentPlan.get': ({ archive: { db } }, { id }) => getRow(db, planTable, 'developmentPlan', id),
  'developmentPlan.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'developmentPlan', table: planTable, schema: developmentPlan.record, blank: developmentPlan.blank },
      input,
      (record) => {
        const { db } = context.archive;
        getRow(db, branch, 'branch', record.branchId);
        const other = listDevelopmentPlans(db, { branchId: record.branchId, year: record.year }).find(
          (each) => each.id !== record.id,
        );
        if (other !== undefined)
          throw new AppError({ code: 'duplicate-record', record: 'developmentPlan', field: 'year', id: other.id });
      },
    ),
  'developmentTemplate.list': ({ archive: { db } }) => [...developmentTemplates(db)],
  'developmentTemplate.get': ({ archive: { db } }, { id }) => getRow(db, templateTable, 'developmentTemplate', id),
  'developmentTemplate.save': saveTemplate,
} satisfies HandlersOf<
  | 'developmentCase.template'
  | 'developmentCase.list'
  | 'developmentCase.get'
  | 'developmentCase.save'
  | 'developmentCase.remove'
  | 'developmentCase.check'
  | 'developmentCase.wall'
  | 'developmentPlan.list'
  | 'developmentPlan.get'
  | 'developmentPlan.save'
  | 'developmentTemplate.list'
  | 'developmentTemplate.get'
  | 'developmentTemplate.save'
>;

function rowOf(record: DevelopmentCase, facts: DevelopmentFacts): DevelopmentRow {
  const report = reportOf(record, facts);
  const next = report.steps.find((step) => step.no === report.nextStep);
  const lacking = report.steps
    .filter((step) => step.state === 'done')
    .flatMap((step) => step.documents.filter((each) => !each.isOptional && isLacking(each.state)));
  const { id, revision, name, sex, bornOn, employer, memberId } = record;
  return {
    ...{ id, revision, name, sex, bornOn, employer, memberId },
    stage: report.stage,
    isClosed: report.isClosed,
    appliedOn: report.steps.find((step) => step.no === 1)?.on ?? null,
    nextStep: report.nextStep,
    nextPosition: next?.position ?? null,
    nextName: next?.name ?? '',
    earliest: next?.earliest ?? null,
    latest: next?.latest ?? null,
    findings: report.findings.filter((each) => each.severity !== 'todo').length,
    documentsMissing: lacking.length,
  };
}
