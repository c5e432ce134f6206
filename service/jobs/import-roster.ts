import { AppError } from '../../contract/failure.ts';
import type { RosterNotice, RosterPlan } from '../../contract/roster-import.ts';
import { lastSequence } from '../../db/audit.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listBranches, listGroups } from '../../db/queries/branches.ts';
import { allMembers, postsOn } from '../../db/queries/members.ts';
import { holdsOn } from '../../rules/dates.ts';
import { categoryOn, stayOn } from '../../rules/member.ts';
import { describePlan } from '../sheets/describe-plan.ts';
import { findTables } from '../sheets/find-table.ts';
import type { KnownPerson } from '../sheets/match-people.ts';
import { type PlannedChange, planRoster, type RosterArchive } from '../sheets/plan-roster.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import type { JobContext } from './context.ts';

/** What applying a plan needs of one row. */
export interface RowToApply {
  /** In her workbook, from 1. */
  readonly row: number;
  readonly memberId: string | null;
  readonly revision: number;
  readonly branchId: string;
  readonly groupName: string;
  readonly values: readonly Pick<PlannedChange, 'field' | 'after'>[];
  readonly isRefused: boolean;
}

export interface PlannedImport {
  readonly plan: RosterPlan;
  readonly rows: readonly RowToApply[];
  /** Last change of the archive that the plan knows of. */
  readonly sequence: number;
}

/** Reads a roster workbook and holds it against the archive. */
export async function planRosterJob(
  context: JobContext,
  input: { bytes: Uint8Array; fileName: string; sheet: string | null; branchId: string | null; today: string },
): Promise<PlannedImport> {
  const { fileName, today } = input;
  const step = (done: number) => {
    context.signal.throwIfAborted();
    context.progress({ done, total: 3, label: fileName });
  };
  step(0);
  const workbook = await readWorkbook(Buffer.from(input.bytes), fileName);
  const tables = findTables(workbook);
  const chosen = input.sheet === null ? tables[0] : tables.find(({ sheet }) => sheet.name === input.sheet);
  if (chosen === undefined) {
    const isMissing = input.sheet !== null && !workbook.sheets.some(({ name }) => name === input.sheet);
    throw new AppError({
      code: 'file-unreadable',
      file: fileName,
      reason: isMissing ? 'no-such-sheet' : 'no-header-row',
    });
  }
  step(1);
  const { archive, sequence } = readArchive(context.db, today);
  step(2);
  const planning = planRoster({
    table: chosen.table,
    source: { isFrom1904: workbook.isFrom1904, isSeparatedText: workbook.format === 'csv' },
    archive,
    branchId: targetBranch(archive, input.branchId),
    asOf: today,
  });
  const plan = describePlan(planning, {
    fileName,
    branchNames: new Map(archive.branches.map(({ id, fullName, shortName }) => [id, shortName || fullName])),
    sheets: tables.map(({ sheet, table }) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      people: table.rows.length,
    })),
  });
  const unread = tables.filter(({ sheet }) => sheet !== chosen.sheet && !sheet.isHidden);
  const notices = unread.map(
    ({ sheet }): RosterNotice => ({ kind: 'sheet-not-read', sheet: sheet.name, cell: '', text: sheet.name }),
  );
  step(3);
  return {
    plan: { ...plan, notices: [...notices, ...plan.notices] },
    rows: planning.people.map((person) => ({
      row: person.row + 1,
      memberId: person.known?.id ?? null,
      revision: person.known?.revision ?? 0,
      branchId: person.branchId,
      groupName: person.groupName,
      values: person.changes.map(({ field, after }) => ({ field, after })),
      isRefused: person.faults.length > 0,
    })),
    sequence,
  };
}

/** The branch that was chosen, if it holds members; the only one, where there is but one. */
function targetBranch({ branches }: RosterArchive, chosen: string | null): string | null {
  if (branches.some(({ id }) => id === chosen)) return chosen;
  const [first, second] = branches;
  return first !== undefined && second === undefined ? first.id : null;
}

/** Writes nothing: gives the bytes of the marked workbook back. */
export async function markRosterJob(
  _context: JobContext,
  input: { bytes: Uint8Array; fileName: string; marks: readonly { sheet: string; cell: string; text: string }[] },
): Promise<Uint8Array> {
  // Loaded only when asked for: the writer is large.
  const { markCells } = await import('../sheets/marked-copy.ts');
  return markCells(Buffer.from(input.bytes), input.fileName, input.marks);
}

/** Everybody the archive knows, as of one moment. */
function readArchive(db: ReadableDb, today: string): { archive: RosterArchive; sequence: number } {
  db.raw.prepare('BEGIN').run();
  try {
    const groups = listGroups(db, {});
    const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
    const leaders = new Set(groups.map(({ leaderId }) => leaderId));
    const posts = Map.groupBy(postsOn(db, { asOf: today }), ({ memberId }) => memberId);
    const people = allMembers(db, undefined).map((person): KnownPerson => {
      const stay = stayOn(person, today);
      return {
        id: person.id,
        revision: person.revision,
        fields: person,
        branchId: stay?.branchId ?? null,
        groupName: groupNames.get(stay?.groupId ?? '') ?? '',
        postTitles: (posts.get(person.id) ?? []).map(({ title }) => title),
        isGroupLeader: leaders.has(person.id),
        hasLeft: categoryOn(person, today) === 'former',
      };
    });
    const branches = listBranches(db).filter(
      ({ kind, closedOn }) =>
        kind !== 'party-committee' && kind !== 'general-branch' && (closedOn === null || closedOn > today),
    );
    return {
      archive: { people, branches, groups: groups.filter((group) => holdsOn(group, today) || group.from > today) },
      sequence: lastSequence(db),
    };
  } finally {
    db.raw.prepare('COMMIT').run();
  }
}
