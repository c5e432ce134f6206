import { createHash } from 'node:crypto';
import { AppError } from '../contract/failure.ts';
import { blankPointsEntry, PointsEntry, pointsScheme } from '../contract/points.ts';
import { listPointsEntries, listPointsSchemes } from '../db/queries/points.ts';
import { getRow, putRow, removeRow } from '../db/records.ts';
import { pointsEntry, pointsScheme as schemeTable } from '../db/schema/index.ts';
import { pointsTemplates } from '../templates/points.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import type { PointsScope } from './points/book.ts';
import { decideEntries, demandEntry } from './points/entries.ts';
import { pointsLines, pointsProposals, toProposal } from './points/lines.ts';
import { demandScheme } from './points/scheme.ts';
import { pointsSheet } from './points/sheet.ts';
import { refuse } from './register-handlers.ts';
import { saveFlatRecord } from './save.ts';

export const pointsHandlers = {
  'pointsScheme.templates': () => pointsTemplates.map((template) => structuredClone(template)),
  'pointsScheme.list': ({ archive }, filter) => listPointsSchemes(archive.db, filter),
  'pointsScheme.get': ({ archive }, { id }) => getRow(archive.db, schemeTable, 'pointsScheme', id),
  'pointsScheme.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'pointsScheme', table: schemeTable, schema: pointsScheme.record, blank: pointsScheme.blank },
      input,
      (record) => demandScheme(context.archive.db, record),
    ),
  'pointsScheme.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        if (listPointsEntries(db, { schemeId: input.id }).length > 0)
          throw new AppError({ code: 'record-in-use', record: 'pointsScheme', id: input.id, by: 'pointsEntry' });
        removeRow(db, schemeTable, 'pointsScheme', input);
        return {};
      },
      { reason: input.reason },
    ),
  'pointsEntry.list': ({ archive }, filter) => pointsLines(archive.db, filter),
  'pointsEntry.get': ({ archive }, { id }) => getRow(archive.db, pointsEntry, 'pointsEntry', id),
  'pointsEntry.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'pointsEntry', table: pointsEntry, schema: PointsEntry, blank: blankPointsEntry },
      input,
      (record) => demandEntry(context.archive.db, record),
    ),
  'pointsEntry.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        const entry = getRow(db, pointsEntry, 'pointsEntry', input.id);
        if (entry.reviewedOn !== null || entry.refusedOn !== null) refuse('id', 'decided');
        removeRow(db, pointsEntry, 'pointsEntry', input);
        return {};
      },
      { reason: input.reason },
    ),
  'pointsEntry.decide': (context, input) => ({ decided: decideEntries(context, input) }),
  'points.proposals': ({ archive }, of) => {
    const { book, found } = pointsProposals(archive.db, of);
    return book === null ? [] : found.map((proposed) => toProposal(book, proposed));
  },
  'points.accept': (context, { keys, ...of }) => ({ accepted: settle(context, of, keys, {}) }),
  'points.decline': (context, { keys, reason, ...of }) => ({
    declined: settle(context, of, keys, { refusedOn: context.today(), refusedReason: reason }),
  }),
  'points.sheet': ({ archive }, of) => pointsSheet(archive.db, of),
} satisfies HandlersOf<
  | 'pointsScheme.templates'
  | 'pointsScheme.list'
  | 'pointsScheme.get'
  | 'pointsScheme.save'
  | 'pointsScheme.remove'
  | 'pointsEntry.list'
  | 'pointsEntry.get'
  | 'pointsEntry.save'
  | 'pointsEntry.remove'
  | 'pointsEntry.decide'
  | 'points.proposals'
  | 'points.accept'
  | 'points.decline'
  | 'points.sheet'
>;

/** Entries for the proposals with these keys; a call repeated finds them made, and makes none. */
function settle(
  context: ArchiveContext,
  of: PointsScope,
  keys: readonly string[],
  refusal: Partial<Pick<PointsEntry, 'refusedOn' | 'refusedReason'>>,
): number {
  const { db } = context.archive;
  const wanted = new Set(keys);
  return context.write(
    () => {
      const { book, found } = pointsProposals(db, of);
      if (book === null) return 0;
      const chosen = found.filter(({ key }) => wanted.has(key));
      for (const { key, memberId, item, tenths, on, record, recordId } of chosen) {
        const scheme = book.scheme.id;
        // Follows from what it is about, so that the same entry is never made twice.
        const id = createHash('sha256').update(`${scheme}.${key}`).digest('hex').slice(0, 32);
        const about = { branchId: of.branchId, schemeId: scheme, itemId: item.id, memberId, on, tenths, evidence: '' };
        const origin = { originRecord: record, originId: recordId };
        putRow(db, pointsEntry, { ...blankPointsEntry, id, revision: 1, ...about, ...origin, ...refusal });
      }
      return chosen.length;
    },
    { reason: refusal.refusedReason ?? '' },
  );
}
