import type { Course, CourseProgress } from '../../contract/course.ts';
import type { ReadableDb } from '../open.ts';
import { selectRows } from '../rows.ts';
import { course, courseProgress } from '../schema/index.ts';

function whereOf(conditions: readonly (string | false)[]): string {
  const given = conditions.filter((condition) => condition !== false);
  return given.length === 0 ? '' : `WHERE ${given.join(' AND ')}`;
}

/** Courses of a branch, of one year if asked for, in the order of their years and days. */
export function listCourses(
  db: ReadableDb,
  { branchId, year }: { branchId?: string | undefined; year?: number | undefined },
): Course[] {
  const where = whereOf([branchId !== undefined && 'branch_id = :branchId', year !== undefined && 'year = :year']);
  const values = { ...(branchId !== undefined && { branchId }), ...(year !== undefined && { year }) };
  return selectRows(db, course, `${where} ORDER BY year, assigned_on, id`, values);
}

/** Progress in a course, of a member, or in all courses of a branch. */
export function listCourseProgress(
  db: ReadableDb,
  of: { courseId?: string | undefined; memberId?: string | undefined; branchId?: string | undefined },
): CourseProgress[] {
  const { courseId, memberId, branchId } = of;
  const where = whereOf([
    courseId !== undefined && 'course_id = :courseId',
    memberId !== undefined && 'member_id = :memberId',
    branchId !== undefined && 'course_id IN (SELECT id FROM course WHERE branch_id = :branchId)',
  ]);
  const values = {
    ...(courseId !== undefined && { courseId }),
    ...(memberId !== undefined && { memberId }),
    ...(branchId !== undefined && { branchId }),
  };
  return selectRows(db, courseProgress, `${where} ORDER BY course_id, member_id`, values);
}
