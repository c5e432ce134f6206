import { type DevelopmentCase, type DevelopmentStep, developmentCase } from '../../contract/development.ts';
import { AppError } from '../../contract/failure.ts';
import type { Parsed } from '../../contract/operations.ts';
import { findRow, nextRevision, putRow, sameValues } from '../../db/records.ts';
import { developmentCase as caseTable } from '../../db/schema/index.ts';
import { isMasked } from '../../rules/id-number.ts';
import type { ArchiveContext } from '../context.ts';
import { completeDraft } from '../save.ts';
import { isAdmitted, memberIdOf, putAdmission } from './admission.ts';
import { demandSoundCase } from './demands.ts';
import { developmentFacts } from './facts.ts';
import { demandOtherReviewer, withSubmitters } from './reviews.ts';

/**
 * Saves a person's file and, once admitted, the member record in the same write.
 *
 * @throws AppError `invalid-input`, `stale-record`, `no-such-record`, `duplicate-record`, `rule-broken`,
 *   `record-in-use`
 */
export function saveCase(context: ArchiveContext, input: Parsed<'developmentCase.save'>): DevelopmentCase {
  const { db } = context.archive;
  demandNoMask(input.draft);
  return context.write(
    () => {
      const stored = findRow(db, caseTable, input.draft.id) as DevelopmentCase | undefined;
      const completed = complete(context, stored, input.draft);
      const revision = nextRevision('developmentCase', stored, input.draft, () =>
        sameValues(stored ?? {}, { ...completed, revision: stored?.revision }),
      );
      if (revision === 'same') return { ...completed, revision: stored?.revision ?? 1 };
      demandSoundCase(context, completed, developmentFacts(db, context.today()), stored);
      demandOtherReviewer(context, stored, completed.documents);
      putAdmission(context, completed, stored);
      const record = { ...completed, revision };
      putRow(db, caseTable, record);
      return record;
    },
    { reason: input.reason },
  );
}

function complete(
  context: ArchiveContext,
  stored: DevelopmentCase | undefined,
  draft: Parsed<'developmentCase.save'>['draft'],
): DevelopmentCase {
  const record = completeDraft(developmentCase.record, stored, developmentCase.blank, draft);
  const steps = record.steps.map((step) => ({ ...step, enteredOn: enteredOn(context, stored, step) }));
  const documents = withSubmitters(context, stored, record.documents);
  const linked = { ...record, steps, documents, memberId: record.memberId ?? stored?.memberId ?? null };
  return isAdmitted(linked) ? { ...linked, memberId: memberIdOf(linked) } : linked;
}

/** The day an entry was made; one whose date is changed later is entered anew. */
function enteredOn(context: ArchiveContext, stored: DevelopmentCase | undefined, step: DevelopmentStep): string {
  const before = stored?.steps.find((each) => each.id === step.id);
  return before !== undefined && before.on === step.on && before.enteredOn !== null
    ? before.enteredOn
    : context.today();
}

function demandNoMask(draft: Parsed<'developmentCase.save'>['draft']): void {
  const fields: Record<string, string[]> = {};
  for (const field of ['idNumber', 'mobilePhone'] as const) {
    const value = draft[field];
    if (typeof value === 'string' && isMasked(value)) fields[field] = ['masked'];
  }
  if (Object.keys(fields).length > 0) throw new AppError({ code: 'invalid-input', fields });
}
