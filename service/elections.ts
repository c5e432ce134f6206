import {
  blankElection,
  Election,
  type ElectionStep,
  type ElectionView,
  electionTemplate,
} from '../contract/election.ts';
import { AppError } from '../contract/failure.ts';
import type { Output, Parsed } from '../contract/operations.ts';
import type { ReadableDb } from '../db/open.ts';
import { listElections, listElectionTemplates } from '../db/queries/elections.ts';
import { findRow, getRow, removeRow } from '../db/records.ts';
import {
  branch,
  committeeTerm,
  election as electionTable,
  meeting,
  post,
  electionTemplate as templateTable,
} from '../db/schema/index.ts';
import { plannedOn } from '../rules/election-outcome.ts';
import { termExpiresOn } from '../rules/term.ts';
import { electionSteps } from '../templates/election-steps.ts';
import type { ArchiveContext } from './context.ts';
import { appoint, putApproval, putExtension } from './elections/appoint.ts';
import { viewElection } from './elections/view.ts';
import type { HandlersOf } from './handler-types.ts';
import { refuse } from './register-handlers.ts';
import { saveFlatRecord } from './save.ts';

export const electionHandlers = {
  'election.list': ({ archive }, filter) => listElections(archive.db, filter),
  'election.get': ({ archive }, { id }) => viewElection(archive.db, getRow(archive.db, electionTable, 'election', id)),
  'election.save': saveElection,
  'election.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        if (getRow(db, electionTable, 'election', input.id).appointedOn !== null)
          throw new AppError({ code: 'record-in-use', record: 'election', id: input.id, by: 'post' });
        removeRow(db, electionTable, 'election', input);
        return {};
      },
      { reason: input.reason },
    ),
  'election.plan': ({ archive }, input) => planned(archive.db, input),
  'election.appoint': (context, input) =>
    context.write(() => viewElection(context.archive.db, appoint(context, input)), { reason: input.reason }),
  'electionTemplate.list': ({ archive: { db } }) =>
    listElectionTemplates(db).map((template) => ({ ...template, files: filesPlannedBy(db, template.id) })),
  'electionTemplate.on': ({ archive }, { day }) => templateOn(archive.db, day),
  'electionTemplate.save': (context, input) =>
    saveFlatRecord(
      context,
      {
        record: 'electionTemplate',
        table: templateTable,
        schema: electionTemplate.record,
        blank: electionTemplate.blank,
      },
      input,
    ),
  'electionTemplate.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        if (filesPlannedBy(db, input.id) > 0)
          throw new AppError({ code: 'record-in-use', record: 'electionTemplate', id: input.id, by: 'election' });
        removeRow(db, templateTable, 'electionTemplate', input);
        return {};
      },
      { reason: input.reason },
    ),
} satisfies HandlersOf<
  | 'election.list'
  | 'election.get'
  | 'election.save'
  | 'election.remove'
  | 'election.plan'
  | 'election.appoint'
  | 'electionTemplate.list'
  | 'electionTemplate.on'
  | 'electionTemplate.save'
  | 'electionTemplate.remove'
>;

function templateOn(db: ReadableDb, day: string): Output<'electionTemplate.on'> {
  const own = listElectionTemplates(db, day).at(-1);
  if (own === undefined) return { id: null, ...structuredClone(electionSteps), isShipped: true };
  const { id, from, source, steps } = own;
  return { id, from, source, steps, isShipped: false };
}

function filesPlannedBy(db: ReadableDb, id: string): number {
  return listElections(db, {}).filter(({ templateId }) => templateId === id).length;
}

/** Steps of the kind by the template of the day; what is done, and what was written to a step, stays. */
function planned(db: ReadableDb, input: Parsed<'election.plan'>): ElectionStep[] {
  const known = new Map(input.steps.map((step) => [step.id, step]));
  const steps = templateOn(db, input.asOf)
    .steps.filter(({ kinds }) => kinds.includes(input.kind))
    .map((step): ElectionStep => {
      const given = known.get(step.id);
      known.delete(step.id);
      const day = plannedOn(step, input);
      if (given !== undefined) return given.doneOn === null ? { ...given, plannedOn: day } : given;
      const { id, name, source } = step;
      return { id, name, source, plannedOn: day, doneOn: null, documentNumber: '', note: '' };
    });
  // Steps of her own keep their place behind those of the template.
  return [...steps, ...known.values()];
}

/**
 * Saves the file of an election; a new one without steps gets those of the template, planned back.
 *
 * @throws AppError `invalid-input`, `stale-record`, `no-such-record`
 */
function saveElection(context: ArchiveContext, input: Parsed<'election.save'>): ElectionView {
  const { db } = context.archive;
  return context.write(
    () => {
      const before = findRow(db, electionTable, input.draft.id);
      const draft = before === undefined ? withSteps(context, input.draft) : input.draft;
      const saved = saveFlatRecord(
        context,
        {
          record: 'election',
          table: electionTable,
          schema: Election,
          blank: { ...blankElection, newTermId: null, postIds: [], appointedOn: null },
        },
        { draft, reason: input.reason },
        (record) => demandSound(db, record),
      );
      putExtension(context, before, saved);
      if (saved.appointedOn !== null) putApproval(context, saved);
      return viewElection(db, saved);
    },
    { reason: input.reason },
  );
}

function withSteps(context: ArchiveContext, draft: Parsed<'election.save'>['draft']) {
  if (draft.steps !== undefined || draft.kind === undefined) return draft;
  const { db } = context.archive;
  const term = typeof draft.termId === 'string' ? findRow(db, committeeTerm, draft.termId) : undefined;
  const expiresOn = term === undefined ? null : termExpiresOn(term);
  const days = { expiresOn, electionOn: draft.heldOn ?? null };
  const asOf = context.today();
  const templateId = templateOn(db, asOf).id;
  return { ...draft, templateId, steps: planned(db, { kind: draft.kind, asOf, ...days, steps: [] }) };
}

function demandSound(db: ReadableDb, record: Election): void {
  getRow(db, branch, 'branch', record.branchId);
  const ofBranch = (field: string, found: { branchId: string } | undefined) => {
    if (found?.branchId !== record.branchId) refuse(field, 'not of the branch');
  };
  if (record.termId !== null) ofBranch('termId', findRow(db, committeeTerm, record.termId));
  if (record.templateId !== null && findRow(db, templateTable, record.templateId) === undefined)
    refuse('templateId', 'no such record');
  for (const [index, id] of record.meetingIds.entries()) ofBranch(`meetingIds.${index}`, findRow(db, meeting, id));
  for (const [index, { postId }] of record.vacancies.entries())
    if (postId !== null) ofBranch(`vacancies.${index}.postId`, findRow(db, post, postId));
  if (record.kind === 'by-election' && record.vacancies.length === 0) refuse('vacancies', 'missing');
  if (record.kind === 're-election' && record.vacancies.length > 0) refuse('vacancies', 'only in a by-election');
  if (record.timing !== 'extended' && record.extendedTo !== null) refuse('extendedTo', 'not extended');
  if (new Set(record.steps.map(({ id }) => id)).size !== record.steps.length) refuse('steps', 'twice the same');
}
