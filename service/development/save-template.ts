import { type DevelopmentTemplateVersion, developmentTemplate } from '../../contract/development-process.ts';
import { AppError } from '../../contract/failure.ts';
import type { Parsed } from '../../contract/operations.ts';
import { listDevelopmentTemplates } from '../../db/queries/development.ts';
import { findRow } from '../../db/records.ts';
import { developmentTemplate as table } from '../../db/schema/index.ts';
import { templateProblems } from '../../rules/development-template-limits.ts';
import { developmentTemplate as shipped } from '../../templates/development.ts';
import type { ArchiveContext } from '../context.ts';
import { saveFlatRecord } from '../save.ts';

/**
 * Enters a version of the steps under the next number.
 *
 * @throws AppError `invalid-input`, `rule-broken` `development-template` naming the first step that says less than
 *   the regulation, or a version that is to be rewritten
 */
export function saveTemplate(
  context: ArchiveContext,
  input: Parsed<'developmentTemplate.save'>,
): DevelopmentTemplateVersion {
  const { db } = context.archive;
  const stored = findRow(db, table, input.draft.id);
  const version = stored?.version ?? Math.max(0, ...listDevelopmentTemplates(db).map((each) => each.version)) + 1;
  const draft = { ...input.draft, version };
  return saveFlatRecord(
    context,
    { record: 'developmentTemplate', table, schema: developmentTemplate.record, blank: developmentTemplate.blank },
    { draft, reason: input.reason },
    (record) => {
      if (record.revision > 0)
        throw broken('version', 'unchanged', String(version), '已定的步骤不改写，另存为新的一版');
      const [problem] = templateProblems(shipped, record.steps);
      if (problem === undefined) return;
      const field = problem.index < 0 ? problem.field : `steps.${problem.index}.${problem.field}`;
      throw broken(field, `${problem.code} ${problem.expected}`.trim(), problem.actual, problem.source);
    },
  );
}

function broken(field: string, expected: string, actual: string, source: string): AppError {
  return new AppError({ code: 'rule-broken', rule: 'development-template', field, expected, actual, source });
}
