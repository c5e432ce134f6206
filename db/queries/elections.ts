import type { Election, ElectionTemplate } from '../../contract/election.ts';
import type { ReadableDb } from '../open.ts';
import { selectRows } from '../rows.ts';
import { election, electionTemplate } from '../schema/index.ts';

/** Files of elections, latest first; one without a day stands before them. */
export function listElections(db: ReadableDb, { branchId }: { branchId?: string | undefined }): Election[] {
  const where = branchId === undefined ? '' : 'WHERE branch_id = :branchId';
  const found: Election[] = selectRows(
    db,
    election,
    `${where} ORDER BY held_on IS NOT NULL, held_on DESC, id`,
    branchId === undefined ? {} : { branchId },
  );
  return found;
}

/** Checklists by the day they hold from; with `asOf`, those that hold from a day by then. */
export function listElectionTemplates(db: ReadableDb, asOf?: string | undefined): ElectionTemplate[] {
  const where = asOf === undefined ? '' : 'WHERE valid_from <= :asOf';
  return selectRows(db, electionTemplate, `${where} ORDER BY valid_from, id`, asOf === undefined ? {} : { asOf });
}
