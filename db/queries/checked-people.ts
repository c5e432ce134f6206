import type { ReadableDb } from '../open.ts';

/**
 * Ids of everybody whom the checks of a branch may concern, by id: who ever had a relation or a post there, and
 * who has no relation anywhere yet (applicants).
 */
export function checkedPeople(db: ReadableDb, branchId: string): string[] {
  const rows = db.raw
    .prepare(
      `SELECT id FROM member
       WHERE id IN (SELECT member_id FROM membership WHERE branch_id = :branch
                    UNION SELECT member_id FROM post WHERE branch_id = :branch)
          OR id NOT IN (SELECT member_id FROM membership)
       ORDER BY id`,
    )
    .all({ branch: branchId }) as { id: string }[];
  return rows.map((row) => row.id);
}
