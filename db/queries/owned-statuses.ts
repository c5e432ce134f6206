import { like } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { memberStatus } from '../schema/index.ts';

/** Members with a status whose id begins with `mark`: those a line of a register spoke of before. */
export function ownersOfStatuses(db: ReadableDb, mark: string): string[] {
  return db
    .selectDistinct({ id: memberStatus.memberId })
    .from(memberStatus)
    .where(like(memberStatus.id, `${mark}%`))
    .all()
    .map((row) => row.id);
}
